import { Button, Group, Paper, Select, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { councilTexts } from '../../../language/pages/council.ts'
import { widgetTexts } from '../../../language/pages/widgets.ts'
import { DateField } from '../../../web/widgets/date-field.tsx'
import { ErrorState } from '../../../web/widgets/error-state.tsx'
import { useChange } from '../../../web/widgets/use-call.ts'
import { type Council, councilRoutes, type Councils } from '../council-contract.ts'
import { type CouncilRole, councilRoles } from '../council-shapes.ts'

interface Props {
  readonly kind: Council['kind']
  readonly councils: Councils
  readonly council: Council | undefined
  readonly onClose: () => void
}

interface Member {
  readonly personId: string
  readonly role: CouncilRole
  readonly from: string
  readonly until: string
}

const membersOf = (council: Council | undefined): readonly Member[] =>
  (council?.members ?? []).map(({ person, role, from = '', until = '' }) => ({ personId: person.id, role, from, until }))

const rolesOf = { council: ['chair', 'secretary', 'member'], team: ['lead', 'secretary', 'member'] } as const

/** The decision that sets a council or team up: number, date, members with roles and terms. */
export const CouncilForm = ({ kind, councils, council, onClose }: Props) => {
  const [decisionNumber, setNumber] = useState(council?.decisionNumber ?? '')
  const [decidedOn, setDate] = useState(council?.decidedOn ?? '')
  const [members, setMembers] = useState(() => membersOf(council))
  const setUp = useChange(councilRoutes.setUp)
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const asked = members.map(({ personId, role, from, until }) => ({ personId, role, ...(from && { from }), ...(until && { until }) }))
    const body = { kind, decisionNumber, decidedOn, version: council?.version ?? 0, members: asked }
    const outcome = await setUp.run({ params: { cycleId: councils.cycle.id }, body })
    if (outcome.ok) onClose()
  }
  const rest = councils.people.filter(({ id }) => !members.some(({ personId }) => personId === id))
  const add = (personId: string | null): void => {
    if (personId) setMembers([...members, { personId, role: 'member', from: '', until: '' }])
  }
  return (
    <Paper withBorder p="md" mt="sm">
      <form onSubmit={(event) => void save(event)}>
        <Stack gap="sm">
          <Group align="flex-start">
            <TextInput
              label={councilTexts.decisionNumber}
              required
              withAsterisk={false}
              maxLength={100}
              value={decisionNumber}
              onChange={(event) => setNumber(event.currentTarget.value)}
            />
            <DateField label={councilTexts.decidedOn} value={decidedOn} onChange={setDate} />
          </Group>
          {members.map((member) => (
            <MemberFields
              key={member.personId}
              kind={kind}
              name={councils.people.find(({ id }) => id === member.personId)?.name ?? nameIn(council, member.personId)}
              member={member}
              onChange={(changed) => setMembers(members.map((each) => (each === member ? changed : each)))}
              onRemove={() => setMembers(members.filter((each) => each !== member))}
            />
          ))}
          <Select
            key={members.length}
            label={councilTexts.addMember}
            searchable
            maw={360}
            data={rest.map(({ id, name }) => ({ value: id, label: name }))}
            value={null}
            onChange={add}
          />
          {setUp.refused && <ErrorState refused={setUp.refused} />}
          <Group gap="sm">
            <Button type="submit" loading={setUp.isRunning} disabled={!decisionNumber.trim() || !decidedOn || members.length === 0}>
              {councilTexts.save}
            </Button>
            <Button variant="default" onClick={onClose}>
              {widgetTexts.cancel}
            </Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  )
}

const nameIn = (council: Council | undefined, personId: string): string =>
  council?.members.find(({ person }) => person.id === personId)?.person.name ?? ''

interface MemberProps {
  readonly kind: Council['kind']
  readonly name: string
  readonly member: Member
  readonly onChange: (member: Member) => void
  readonly onRemove: () => void
}

const MemberFields = ({ kind, name, member, onChange, onRemove }: MemberProps) => (
  <Group align="flex-end" gap="sm">
    <Select
      label={councilTexts.role(name)}
      allowDeselect={false}
      w={260}
      data={rolesOf[kind].map((role) => ({ value: role, label: councilTexts.roles[role] }))}
      value={member.role}
      onChange={(value) => onChange({ ...member, role: councilRoles.find((role) => role === value) ?? 'member' })}
    />
    <DateField label={councilTexts.from} w={150} value={member.from} onChange={(from) => onChange({ ...member, from })} />
    <DateField label={councilTexts.until} w={150} value={member.until} onChange={(until) => onChange({ ...member, until })} />
    <Button variant="subtle" aria-label={councilTexts.remove(name)} onClick={onRemove}>
      {councilTexts.remove('')}
    </Button>
  </Group>
)
