import { Modal, NativeSelect, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { bodyTexts } from '../../../language/pages/bodies.ts'
import { widgetTexts } from '../../../language/pages/widgets.ts'
import { DateField } from '../../../web/widgets/date-field.tsx'
import { FormActs } from '../../../web/widgets/form-acts.tsx'
import { useChange } from '../../../web/widgets/use-call.ts'
import { DocumentSelect } from '../document-select.tsx'
import { bodyRoutes, type UnitCharge } from './contract.ts'

const texts = bodyTexts.charges

interface Props {
  readonly unitId: string
  readonly people: readonly { readonly id: string; readonly name: string }[]
  readonly charge?: UnitCharge
  readonly onClose: () => void
}

/** Who is in charge, as leader or officer, of the whole work or one field, by which decision and for which time. */
export const ChargeForm = ({ unitId, people, charge, onClose }: Props) => {
  const [decision, setDecision] = useState(charge?.decision)
  const [from, setFrom] = useState(charge?.from ?? '')
  const [until, setUntil] = useState(charge?.until ?? '')
  const refreshes = { refreshes: [bodyRoutes.charges] }
  const add = useChange(bodyRoutes.addCharge, refreshes)
  const change = useChange(bodyRoutes.changeCharge, refreshes)
  const { isRunning, refused } = charge ? change : add
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const typed = new FormData(event.currentTarget)
    const text = (name: string): string => String(typed.get(name)).trim()
    const [personId, field] = [text('personId'), text('field')]
    const body = {
      role: text('role') === 'leader' ? ('leader' as const) : ('officer' as const),
      name: text('name'),
      office: text('office'),
      qualification: text('qualification'),
      ...(personId && { personId }),
      ...(field && { field }),
      ...(decision && { decisionId: decision.id }),
      ...(from && { from }),
      ...(until && { until }),
    }
    const outcome = charge
      ? await change.run({ params: { unitId, chargeId: charge.id }, ifMatch: charge.version, body })
      : await add.run({ params: { unitId }, body })
    if (outcome.ok) onClose()
  }
  return (
    <Modal opened onClose={onClose} title={texts.title} size="lg" closeButtonProps={{ 'aria-label': widgetTexts.close }}>
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap="sm">
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
            <NativeSelect
              name="role"
              label={texts.kind}
              data={[
                { value: 'leader', label: texts.kinds.leader },
                { value: 'officer', label: texts.kinds.officer },
              ]}
              defaultValue={charge?.role ?? 'leader'}
            />
            <NativeSelect
              name="personId"
              label={bodyTexts.person}
              data={[{ value: '', label: bodyTexts.noPerson }, ...people.map(({ id, name }) => ({ value: id, label: name }))]}
              defaultValue={charge?.personId ?? ''}
            />
            <TextInput name="name" label={bodyTexts.memberName} defaultValue={charge?.name ?? ''} required maxLength={300} />
            <TextInput name="office" label={bodyTexts.office} defaultValue={charge?.office ?? ''} maxLength={300} />
            <TextInput name="qualification" label={texts.qualification} defaultValue={charge?.qualification ?? ''} maxLength={300} />
            <TextInput name="field" label={texts.field} description={texts.fieldHint} defaultValue={charge?.field ?? ''} maxLength={300} />
            <DateField label={bodyTexts.from} value={from} onChange={setFrom} />
            <DateField label={bodyTexts.until} value={until} onChange={setUntil} />
          </SimpleGrid>
          <DocumentSelect label={texts.decision} value={decision} onChange={setDecision} />
          <FormActs act={bodyTexts.save} onCancel={onClose} isRunning={isRunning} refused={refused} />
        </Stack>
      </form>
    </Modal>
  )
}
