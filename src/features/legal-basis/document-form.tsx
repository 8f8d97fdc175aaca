import { Checkbox, Modal, NativeSelect, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { legalDocumentKinds, type LegalDocumentKind } from '../../core/legal-basis/legal-document.ts'
import { legalDocumentKindWords } from '../../language/legal-document-words.ts'
import { legalBasisTexts } from '../../language/pages/legal-basis.ts'
import { widgetTexts } from '../../language/pages/widgets.ts'
import { DateField } from '../../web/widgets/date-field.tsx'
import { FormActs } from '../../web/widgets/form-acts.tsx'
import { useChange } from '../../web/widgets/use-call.ts'
import type { DocumentBody, LegalDocumentShape } from './contract.ts'
import { DocumentSelect } from './document-select.tsx'
import { type FieldRow, FieldsForm } from './fields-form.tsx'
import type { WritingPlace } from './use-writing.ts'

const texts = legalBasisTexts.form

interface Props {
  readonly places: readonly WritingPlace[]
  /** The document to change; absent where one is added. */
  readonly document?: LegalDocumentShape
  readonly onClose: (saved?: LegalDocumentShape) => void
}

const kindOptions = legalDocumentKinds.map((value) => ({ value, label: legalDocumentKindWords[value] }))

/** Everything that the register keeps of a document. */
export const DocumentForm = ({ places, document, onClose }: Props) => {
  const [at, setAt] = useState(0)
  const place = places[at]
  return (
    <Modal
      opened
      onClose={() => onClose()}
      size="lg"
      title={document ? texts.changeTitle : texts.addTitle}
      closeButtonProps={{ 'aria-label': widgetTexts.close }}
    >
      {!document && places.length > 1 && (
        <NativeSelect
          label={texts.owner}
          value={String(at)}
          data={places.map(({ name }, index) => ({ value: String(index), label: name }))}
          onChange={(event) => setAt(Number(event.currentTarget.value))}
          mb="sm"
        />
      )}
      {place && <Fields place={place} document={document} onClose={onClose} />}
    </Modal>
  )
}

const useDocumentState = (document: LegalDocumentShape | undefined) => {
  const [issuedOn, setIssuedOn] = useState(document?.issuedOn ?? '')
  const [inForceFrom, setFrom] = useState(document?.inForceFrom ?? '')
  const [inForceUntil, setUntil] = useState(document?.inForceUntil ?? '')
  const [parent, setParent] = useState(document?.parent)
  const [replacedBy, setReplacedBy] = useState(document?.replacedBy)
  const [fields, setFields] = useState<readonly FieldRow[]>(document?.fields.map(({ field, unit }) => ({ field, unitId: unit.id })) ?? [])
  return {
    issuedOn,
    setIssuedOn,
    inForceFrom,
    setFrom,
    inForceUntil,
    setUntil,
    parent,
    setParent,
    replacedBy,
    setReplacedBy,
    fields,
    setFields,
  }
}

type Place = { readonly place: WritingPlace; readonly document: LegalDocumentShape | undefined; readonly onClose: Props['onClose'] }

const Fields = ({ place, document, onClose }: Place) => {
  const state = useDocumentState(document)
  const add = useChange(place.routes.add)
  const change = useChange(place.routes.change)
  const { isRunning } = document ? change : add
  const { refused } = document ? change : add
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const typed = new FormData(event.currentTarget)
    const text = (name: string): string => String(typed.get(name)).trim()
    const { issuedOn, inForceFrom, inForceUntil, parent, replacedBy, fields } = state
    const body: DocumentBody = {
      kind: text('kind') as LegalDocumentKind,
      number: text('number'),
      issuer: text('issuer'),
      title: text('title'),
      toStudy: typed.has('toStudy'),
      fields: fields.flatMap(({ field, unitId }) => (field.trim() && unitId ? [{ field, unitId }] : [])),
      ...(issuedOn && { issuedOn }),
      ...(inForceFrom && { inForceFrom }),
      ...(inForceUntil && { inForceUntil }),
      ...(parent && { parentId: parent.id }),
      ...(replacedBy && { replacedById: replacedBy.id }),
    }
    const outcome = document
      ? await change.run({ params: { ...place.params, documentId: document.id }, ifMatch: document.version, body })
      : await add.run({ params: place.params, body })
    if (outcome.ok) onClose(outcome.value)
  }
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          <NativeSelect name="kind" label={texts.kind} data={kindOptions} defaultValue={document?.kind ?? 'plan'} />
          <TextInput
            name="number"
            label={texts.number}
            description={texts.numberHint}
            defaultValue={document?.number ?? ''}
            maxLength={200}
          />
          <DateField label={texts.issuedOn} value={state.issuedOn} onChange={state.setIssuedOn} />
          <TextInput name="issuer" label={texts.issuer} defaultValue={document?.issuer ?? ''} maxLength={300} />
        </SimpleGrid>
        <Textarea name="title" label={texts.title} defaultValue={document?.title ?? ''} required maxLength={1000} autosize minRows={2} />
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          <DateField label={texts.inForceFrom} value={state.inForceFrom} onChange={state.setFrom} />
          <DateField label={texts.inForceUntil} value={state.inForceUntil} onChange={state.setUntil} />
        </SimpleGrid>
        <DocumentSelect label={texts.parent} value={state.parent} onChange={state.setParent} without={document?.id} />
        <DocumentSelect label={texts.replacedBy} value={state.replacedBy} onChange={state.setReplacedBy} without={document?.id} />
        <Checkbox name="toStudy" label={texts.toStudy} defaultChecked={document?.toStudy ?? false} />
        {place.params.unitId === undefined && <FieldsForm rows={state.fields} onChange={state.setFields} />}
        <FormActs act={texts.save} onCancel={() => onClose()} isRunning={isRunning} refused={refused} />
      </Stack>
    </form>
  )
}
