import { Button, Fieldset, Group, NativeSelect, Select, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { type BodyRole, bodyRoles } from '../../../core/organisation/standing-body.ts'
import { bodyTexts as texts } from '../../../language/pages/bodies.ts'
import { DateField } from '../../../web/widgets/date-field.tsx'
import type { StandingBody } from './contract.ts'

export type Member = StandingBody['members'][number]

interface Props {
  readonly members: readonly Member[]
  readonly people: readonly { readonly id: string; readonly name: string }[]
  readonly onChange: (members: readonly Member[]) => void
}

/** Who sits in a body: name, office, role and term; an account where there is one. */
export const MembersForm = ({ members, people, onChange }: Props) => (
  <Stack gap="sm">
    {members.map((member, at) => (
      // Members have no name of their own while they are typed; they are never moved, only taken out.
      // eslint-disable-next-line react/no-array-index-key
      <Fieldset key={at} legend={texts.member(at + 1)}>
        <MemberFields member={member} people={people} onChange={(changed) => onChange(members.with(at, changed))} />
        <Group justify="flex-end" mt="xs">
          <Button variant="subtle" color="red" size="compact-sm" onClick={() => onChange(members.toSpliced(at, 1))}>
            {texts.removeMember(at + 1)}
          </Button>
        </Group>
      </Fieldset>
    ))}
    <Button
      variant="default"
      size="compact-sm"
      style={{ alignSelf: 'flex-start' }}
      onClick={() => onChange([...members, { name: '', office: '', role: members.length === 0 ? 'head' : 'member' }])}
    >
      {texts.addMember}
    </Button>
  </Stack>
)

const roleOptions = bodyRoles.map((value) => ({ value, label: texts.roles[value] }))

const MemberFields = ({
  member,
  people,
  onChange,
}: {
  readonly member: Member
  readonly people: Props['people']
  readonly onChange: (member: Member) => void
}) => {
  const choose = (personId: string | null): void => {
    const { personId: _, ...rest } = member
    const person = people.find(({ id }) => id === personId)
    onChange(person ? { ...rest, personId: person.id, name: rest.name || person.name } : rest)
  }
  const day = (name: 'from' | 'until') => (value: string) => {
    const { [name]: _, ...rest } = member
    onChange(value ? { ...rest, [name]: value } : rest)
  }
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
      <TextInput
        label={texts.memberName}
        value={member.name}
        onChange={(event) => onChange({ ...member, name: event.currentTarget.value })}
        maxLength={300}
        required
      />
      <TextInput
        label={texts.office}
        value={member.office}
        onChange={(event) => onChange({ ...member, office: event.currentTarget.value })}
        maxLength={300}
      />
      <NativeSelect
        label={texts.role}
        data={roleOptions}
        value={member.role}
        onChange={(event) => onChange({ ...member, role: event.currentTarget.value as BodyRole })}
      />
      <Select
        label={texts.person}
        placeholder={texts.noPerson}
        data={people.map(({ id, name }) => ({ value: id, label: name }))}
        value={member.personId ?? null}
        onChange={choose}
        searchable
        clearable
        limit={50}
      />
      <DateField label={texts.from} value={member.from ?? ''} onChange={day('from')} />
      <DateField label={texts.until} value={member.until ?? ''} onChange={day('until')} />
    </SimpleGrid>
  )
}
