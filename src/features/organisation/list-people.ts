import { sql } from 'kysely'
import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import type { Role } from '../../core/vocabulary.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import type { Person } from './people-contract.ts'

interface PersonRow {
  id: string
  name: string
  sign_in_name: string
  active: boolean
  must_change_password: boolean
  grants: { id: string; role: Role; unit: { id: string; code: string; name: string } | null }[]
}

const loadPeople = async (
  { transaction }: ActContext,
  { personId, search = '' }: { readonly personId?: string; readonly search?: string | undefined },
): Promise<Person[]> => {
  const { rows } = await sql<PersonRow>`
    select p.id, p.name, p.sign_in_name, p.active, p.must_change_password,
      coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'role', g.role, 'unit',
        case when u.id is null then null else jsonb_build_object('id', u.id, 'code', u.code, 'name', u.name) end) order by g.role, u.name)
        filter (where g.id is not null), '[]') as grants
    from person p
    left join role_grant g on g.person_id = p.id and g.valid @> current_date
    left join unit u on u.id = g.unit_id
    where ${personId ? sql`p.id = ${personId}` : sql`true`}
    group by p.id
    having ${search} = '' or fold(p.name || ' ' || p.sign_in_name || ' ' || coalesce(string_agg(u.name, ' '), '')) like '%' || fold(${search}) || '%'
    order by p.name, p.sign_in_name`.execute(transaction)
  return rows.map(({ sign_in_name, must_change_password, grants, ...person }) => ({
    ...person,
    signInName: sign_in_name,
    mustChangePassword: must_change_password,
    grants: grants.map(({ unit, ...grant }) => ({ ...grant, ...(unit && { unit }) })),
  }))
}

/** People with the roles they hold today, by name; the search looks at names, sign-in names and units. */
export const listPeople = async (context: ActContext, search?: string): Promise<Result<{ people: Person[] }>> =>
  accept({ people: await loadPeople(context, { search }) })

export const loadPerson = async (context: ActContext, personId: string): Promise<Result<Person>> => {
  const [person] = await loadPeople(context, { personId })
  return person ? accept(person) : refuse(errorAt('notFound', personId, { what: 'person' }))
}
