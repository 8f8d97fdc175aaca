import { Checkbox, Modal, NativeSelect, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { type BodyKind, bodyKinds } from '../../../core/organisation/standing-body.ts'
import { bodyTexts as texts } from '../../../language/pages/bodies.ts'
import { widgetTexts } from '../../../language/pages/widgets.ts'
import { DateField } from '../../../web/widgets/date-field.tsx'
import { FormActs } from '../../../web/widgets/form-acts.tsx'
import { useChange } from '../../../web/widgets/use-call.ts'
import { DocumentSelect } from '../document-select.tsx'
import { bodyRoutes, type StandingBody } from './contract.ts'
import { type Member, MembersForm } from './members-form.tsx'

interface Props {
  /** The body to change; absent where one is added. */
  readonly body?: StandingBody
  readonly bodies: readonly StandingBody[]
  readonly people: readonly { readonly id: string; readonly name: string }[]
  readonly onClose: () => void
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** Name, decision, members and terms of a committee, working group or team. */
export const BodyForm = ({ body, bodies, people, onClose }: Props) => {
  const [members, setMembers] = useState<readonly Member[]>(body?.members ?? [])
  const [decision, setDecision] = useState(body?.decision)
  const [from, setFrom] = useState(body?.from ?? '')
  const [until, setUntil] = useState(body?.until ?? '')
  const refreshes = { refreshes: [bodyRoutes.list] }
  const add = useChange(bodyRoutes.add, refreshes)
  const change = useChange(bodyRoutes.change, refreshes)
  const { isRunning, refused } = body ? change : add
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const typed = new FormData(event.currentTarget)
    const text = (name: string): string => String(typed.get(name)).trim()
    const parentId = text('parentId')
    const written = {
      kind: text('kind') as BodyKind,
      name: text('name'),
      aliases: linesOf(text('aliases')),
      toldOfResults: typed.has('toldOfResults'),
      members: [...members],
      ...(body?.unit && { unitId: body.unit.id }),
      ...(parentId && { parentId }),
      ...(decision && { decisionId: decision.id }),
      ...(from && { from }),
      ...(until && { until }),
    }
    const outcome = body
      ? await change.run({ params: { bodyId: body.id }, ifMatch: body.version, body: written })
      : await add.run({ body: written })
    if (outcome.ok) onClose()
  }
  const committees = bodies.filter(({ id, kind, parent }) => kind === 'steeringCommittee' && !parent && id !== body?.id)
  return (
    <Modal opened onClose={onClose} size="lg" title={texts.formTitle} closeButtonProps={{ 'aria-label': widgetTexts.close }}>
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap="sm">
          <NativeSelect
            name="kind"
            label={texts.kind}
            data={bodyKinds.map((value) => ({ value, label: texts.kinds[value] }))}
            defaultValue={body?.kind ?? 'steeringCommittee'}
          />
          <TextInput name="name" label={texts.name} defaultValue={body?.name ?? ''} required maxLength={300} />
          <Textarea name="aliases" label={texts.aliases} defaultValue={body?.aliases.join('\n') ?? ''} rows={2} />
          <NativeSelect
            name="parentId"
            label={texts.parent}
            data={[{ value: '', label: texts.noParent }, ...committees.map(({ id, name }) => ({ value: id, label: name }))]}
            defaultValue={body?.parent?.id ?? ''}
          />
          <DocumentSelect label={texts.decision} value={decision} onChange={setDecision} />
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
            <DateField label={texts.from} value={from} onChange={setFrom} />
            <DateField label={texts.until} value={until} onChange={setUntil} />
          </SimpleGrid>
          <Checkbox name="toldOfResults" label={texts.toldOfResults} defaultChecked={body?.toldOfResults ?? true} />
          <MembersForm members={members} people={people} onChange={setMembers} />
          <FormActs act={texts.save} onCancel={onClose} isRunning={isRunning} refused={refused} />
        </Stack>
      </form>
    </Modal>
  )
}
