import { Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { organisationTexts } from '../../language/pages/organisation.ts'
import { type Column, DataTable } from '../../web/widgets/data-table.tsx'
import { EmptyState } from '../../web/widgets/empty-state.tsx'
import { Loaded } from '../../web/widgets/loaded.tsx'
import { PageTitle } from '../../web/widgets/page-title.tsx'
import { useSignedIn } from '../../web/widgets/session.ts'
import { useCall } from '../../web/widgets/use-call.ts'
import { type Handover, OneTimePassword } from './one-time-password.tsx'
import { type Person, peopleRoutes } from './people-contract.ts'
import { personColumns } from './person-columns.tsx'
import { UnitPersonActs } from './unit-person-acts.tsx'

const texts = organisationTexts.unitPeople

/** The people of the own unit, for its head: new passwords and stand-ins, without waiting for the province. */
export const UnitPeoplePage = () => {
  const { grants } = useSignedIn()
  const units = grants.flatMap(({ role, unit }) => (role === 'headOfUnit' && unit ? [unit] : []))
  const [handover, setHandover] = useState<Handover>()
  return (
    <>
      <PageTitle under={texts.under}>{texts.title}</PageTitle>
      {units.length === 0 && <EmptyState title={texts.title}>{texts.noUnit}</EmptyState>}
      <Stack gap="lg">
        {units.map((unit) => (
          <UnitPeople key={unit.id} unit={unit} onPassword={setHandover} />
        ))}
      </Stack>
      <OneTimePassword handover={handover} onClose={() => setHandover(undefined)} />
    </>
  )
}

interface Props {
  readonly unit: { readonly id: string; readonly name: string }
  readonly onPassword: (handover: Handover) => void
}

const UnitPeople = ({ unit, onPassword }: Props) => {
  const people = useCall(peopleRoutes.unitPeople, { params: { unitId: unit.id } })
  const acts = (all: readonly Person[], placeIds: readonly string[]): Column<Person> => ({
    key: 'acts',
    title: organisationTexts.acts,
    width: 200,
    isScreenOnly: true,
    cell: (person) =>
      person.grants.every((grant) => grant.unit && placeIds.includes(grant.unit.id)) ? (
        <UnitPersonActs unitId={unit.id} person={person} people={all} onPassword={onPassword} />
      ) : (
        <Text size="sm">{texts.elsewhere}</Text>
      ),
  })
  return (
    <Loaded call={people}>
      {(value) => (
        <DataTable
          caption={texts.caption(unit.name)}
          columns={[...personColumns, acts(value.people, value.placeIds)]}
          rows={value.people}
          keyOf={({ id }) => id}
          empty={texts.none}
        />
      )}
    </Loaded>
  )
}
