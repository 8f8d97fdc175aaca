import { Badge, Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { formatFigure } from '../../language/format.ts'
import { labelsVi } from '../../language/labels.vi.ts'
import { organisationTexts as texts } from '../../language/pages/organisation.ts'
import { type Column, DataTable } from '../../web/widgets/data-table.tsx'
import { Loaded } from '../../web/widgets/loaded.tsx'
import { SearchBox } from '../../web/widgets/search-box.tsx'
import { holdsAny, useSignedIn } from '../../web/widgets/session.ts'
import { useAddress } from '../../web/widgets/use-address.ts'
import { useCall } from '../../web/widgets/use-call.ts'
import { AddPerson } from './add-person.tsx'
import { OneTimePassword, type Handover } from './one-time-password.tsx'
import { type Person, peopleRoutes } from './people-contract.ts'
import { PersonActs } from './person-acts.tsx'

const stateOf = ({ active, mustChangePassword }: Person) => {
  if (!active) return <Badge color="gray">{texts.inactive}</Badge>
  return mustChangePassword ? <Badge color="yellow">{texts.awaitsPassword}</Badge> : <Badge color="green">{texts.active}</Badge>
}

const columns: readonly Column<Person>[] = [
  { key: 'name', title: texts.person, isRowHeader: true, width: 220, cell: ({ name }) => name },
  { key: 'signInName', title: texts.signInName, width: 180, cell: ({ signInName }) => signInName },
  {
    key: 'roles',
    title: texts.roles,
    cell: ({ grants }) =>
      grants.map(({ id, role, unit }) => (
        <Text key={id} size="sm">
          {labelsVi.roles[role]}, {unit?.name ?? texts.wholeAuthority}
        </Text>
      )),
  },
  { key: 'state', title: texts.state, width: 240, cell: stateOf },
]

/** People with their roles; administrators add, give roles, hand out passwords, switch off. */
export const PeoplePanel = () => {
  const [search, setSearch] = useAddress('tim')
  const people = useCall(peopleRoutes.people, { query: { search } })
  const mayChange = holdsAny(useSignedIn(), ['administrator'])
  const [isAdding, setAdding] = useState(false)
  const [handover, setHandover] = useState<Handover>()
  const acts: Column<Person> = {
    key: 'acts',
    title: texts.acts,
    width: 110,
    isScreenOnly: true,
    cell: (person) => <PersonActs person={person} onPassword={setHandover} />,
  }
  return (
    <Stack gap="md">
      <Group gap="sm" align="end" justify="space-between">
        <SearchBox label={texts.findPeople} value={search} onChange={setSearch} />
        {mayChange && (
          <Button className="no-print" onClick={() => setAdding(true)}>
            {texts.addPerson}
          </Button>
        )}
      </Group>
      <Loaded call={people}>
        {(value) => (
          <DataTable
            caption={texts.peopleCaption(formatFigure(String(value.people.length)))}
            columns={mayChange ? [...columns, acts] : columns}
            rows={value.people}
            keyOf={({ id }) => id}
            isLong={value.people.length > 200}
            empty={texts.noPeople}
          />
        )}
      </Loaded>
      <AddPerson isOpen={isAdding} onClose={() => setAdding(false)} onAdded={setHandover} />
      <OneTimePassword handover={handover} onClose={() => setHandover(undefined)} />
    </Stack>
  )
}
