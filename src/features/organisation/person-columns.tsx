import { Badge, Text } from '@mantine/core'
import { addDays } from '../../core/dates.ts'
import { formatDate } from '../../language/format.ts'
import { labelsVi } from '../../language/labels.vi.ts'
import { organisationTexts as texts } from '../../language/pages/organisation.ts'
import type { Column } from '../../web/widgets/data-table.tsx'
import type { Person } from './people-contract.ts'

const StateCell = ({ active, mustChangePassword, hasPassword }: Person) => {
  if (!active) return <Badge color="gray">{texts.inactive}</Badge>
  if (!hasPassword) return <Badge color="yellow">{texts.awaitsSlip}</Badge>
  return mustChangePassword ? <Badge color="yellow">{texts.awaitsPassword}</Badge> : <Badge color="green">{texts.active}</Badge>
}

/** “Cán bộ đầu mối, Sở Nội vụ, thay Lê Văn An, đến hết 31/12/2026”. */
const grantText = ({ role, unit, heldFor, until }: Person['grants'][number]): string =>
  [
    labelsVi.roles[role],
    unit?.name ?? texts.wholeAuthority,
    heldFor && texts.heldFor(heldFor),
    until && texts.heldUntil(formatDate(addDays(until, -1))),
  ]
    .filter(Boolean)
    .join(', ')

/** Who somebody is, with every role in every unit. */
export const personColumns: readonly Column<Person>[] = [
  { key: 'name', title: texts.person, isRowHeader: true, width: 220, cell: ({ name }) => name },
  { key: 'signInName', title: texts.signInName, width: 180, cell: ({ signInName }) => signInName },
  {
    key: 'roles',
    title: texts.roles,
    cell: ({ grants }) =>
      grants.map((grant) => (
        <Text key={grant.id} size="sm">
          {grantText(grant)}
        </Text>
      )),
  },
  { key: 'state', title: texts.state, width: 240, cell: StateCell },
]
