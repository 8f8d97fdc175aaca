import { Select, Stack, Text, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { labelsVi } from '../../language/labels.vi.ts'
import { organisationTexts } from '../../language/pages/organisation.ts'
import { Confirm } from '../../web/widgets/confirm.tsx'
import { DateField } from '../../web/widgets/date-field.tsx'
import type { Change } from '../../web/widgets/use-call.ts'
import { useChange } from '../../web/widgets/use-call.ts'
import { type HandOver, type Person, peopleRoutes } from './people-contract.ts'
import { PersonSelect } from './person-select.tsx'

const texts = organisationTexts.handOver

type Grant = Person['grants'][number]
type Taker = string | null

interface Props {
  readonly person: Person
  readonly grant: Grant
  readonly onClose: () => void
}

interface DialogProps extends Props {
  readonly run: (body: HandOver) => Promise<{ readonly ok: boolean }>
  readonly state: Pick<Change<typeof peopleRoutes.handOver>, 'isRunning' | 'refused'>
  readonly picker: (taker: Taker, setTaker: (taker: Taker) => void) => ReactNode
}

const HandOverDialog = ({ person, grant, onClose, run, state, picker }: DialogProps) => {
  const [taker, setTaker] = useState<Taker>(null)
  const [from, setFrom] = useState('')
  const [until, setUntil] = useState('')
  const [reason, setReason] = useState('')
  const role = labelsVi.roles[grant.role]
  const act = async (): Promise<void> => {
    if ((await run({ toPersonId: taker ?? '', from, until, reason })).ok) onClose()
  }
  return (
    <Confirm isOpen title={texts.title(role)} act={texts.save} onAct={() => void act()} onClose={onClose} {...state}>
      <Stack gap="sm">
        <Text>{texts.text(person.name)}</Text>
        {picker(taker, setTaker)}
        <DateField label={texts.from} value={from} onChange={setFrom} required />
        <DateField label={texts.until} value={until} onChange={setUntil} required />
        <TextInput
          label={texts.reason}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          maxLength={500}
          required
        />
      </Stack>
    </Confirm>
  )
}

/** An administrator lets anybody stand in for somebody who is away. */
export const HandOverRole = (props: Props) => {
  const change = useChange(peopleRoutes.handOver, { refreshes: [peopleRoutes.people] })
  const { person, grant } = props
  return (
    <HandOverDialog
      {...props}
      run={(body) => change.run({ params: { personId: person.id, grantId: grant.id }, ifMatch: person.version, body })}
      state={change}
      picker={(taker, setTaker) => <PersonSelect label={texts.to} value={taker} onChange={setTaker} required />}
    />
  )
}

/** The head of a unit lets one of its people stand in for another. */
export const HandOverInUnit = ({ unitId, people, ...props }: Props & { readonly unitId: string; readonly people: readonly Person[] }) => {
  const change = useChange(peopleRoutes.handOverInUnit, { refreshes: [peopleRoutes.unitPeople] })
  const { person, grant } = props
  const others = people
    .filter(({ id }) => id !== person.id)
    .map(({ id, name, signInName }) => ({ value: id, label: `${name} (${signInName})` }))
  return (
    <HandOverDialog
      {...props}
      run={(body) => change.run({ params: { unitId, personId: person.id, grantId: grant.id }, ifMatch: person.version, body })}
      state={change}
      picker={(taker, setTaker) => <Select label={texts.to} data={others} value={taker} onChange={setTaker} required searchable />}
    />
  )
}
