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
  has_password: boolean
  has_second_factor: boolean
  email: string | null
  version: number
  grants: {
    id: string
    role: Role
    unit: { id: string; code: string; name: string } | null
    until: string | null
    heldFor: string | null
  }[]
}

interface Wanted {
  readonly personId?: string
  readonly unitId?: string
  readonly search?: string | undefined
  /** The last person of the page before. */
  readonly after?: string | undefined
  /** Those without any password yet, or without one that they chose. */
  readonly awaits?: 'slip' | 'ownPassword' | undefined
  readonly limit?: number
}

const peoplePerPage = 100

const waiting = {
  slip: sql`p.active and p.password_hash is null`,
  ownPassword: sql`p.active and (p.password_hash is null or p.must_change_password)`,
}

/** In name or sign-in name, or in the name of a unit where somebody works today. */
const found = (search: string) => {
  const wanted = sql`'%' || fold(${search}) || '%'`
  return sql`(fold(p.name || ' ' || p.sign_in_name) like ${wanted} or exists (select from role_grant w join unit u on u.id = w.unit_id
    where w.person_id = p.id and w.valid @> today() and u.search like ${wanted}))`
}

const conditionsOf = ({ personId, unitId, search, after, awaits }: Wanted) => [
  sql`true`,
  ...(personId ? [sql`p.id = ${personId}`] : []),
  ...(unitId
    ? [
        sql`exists (select from role_grant w join unit at on at.id = w.unit_id where w.person_id = p.id and w.valid @> today()
          and (at.id = ${unitId} or (at.parent_id = ${unitId} and at.kind = 'division')))`,
      ]
    : []),
  ...(search ? [found(search)] : []),
  ...(after ? [sql`(p.name, p.sign_in_name) > (select a.name, a.sign_in_name from person a where a.id = ${after})`] : []),
  ...(awaits ? [waiting[awaits]] : []),
]

const loadPeople = async ({ transaction }: ActContext, wanted: Wanted): Promise<Person[]> => {
  // The page is cut before roles are gathered, so that a page of thousands costs a page.
  const { rows } = await sql<PersonRow>`
    select p.id, p.name, p.sign_in_name, p.active, p.must_change_password, p.password_hash is not null as has_password, p.email, p.version,
      exists (select from second_factor f where f.person_id = p.id and f.confirmed_at is not null) as has_second_factor,
      coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'role', g.role, 'unit',
        case when u.id is null then null else jsonb_build_object('id', u.id, 'code', u.code, 'name', u.name) end,
        'until', upper(g.valid)::text, 'heldFor', holder.name) order by g.role, u.name)
        filter (where g.id is not null), '[]') as grants
    from (select * from person p where ${sql.join(conditionsOf(wanted), sql` and `)}
      order by p.name, p.sign_in_name limit ${wanted.limit ?? null}) p
    left join role_grant g on g.person_id = p.id and g.valid @> today()
    left join unit u on u.id = g.unit_id
    left join role_grant held on held.id = g.handed_over_from
    left join person holder on holder.id = held.person_id
    group by p.id, p.name, p.sign_in_name, p.active, p.must_change_password, p.password_hash, p.email, p.version
    order by p.name, p.sign_in_name`.execute(transaction)
  return rows.map(({ sign_in_name, must_change_password, has_password, has_second_factor, email, grants, ...person }) => ({
    ...person,
    signInName: sign_in_name,
    mustChangePassword: must_change_password,
    hasPassword: has_password,
    hasSecondFactor: has_second_factor,
    ...(email && { email }),
    grants: grants.map(({ unit, until, heldFor, ...grant }) => ({
      ...grant,
      ...(unit && { unit }),
      ...(until && { until }),
      ...(heldFor && { heldFor }),
    })),
  }))
}

/** People with the roles they hold today, by name, a page at a time; the search looks at names, sign-in names and units. */
export const listPeople = async (
  context: ActContext,
  asked: Pick<Wanted, 'search' | 'after' | 'awaits'>,
): Promise<Result<{ people: Person[]; next?: string }>> => {
  const found = await loadPeople(context, { ...asked, limit: peoplePerPage + 1 })
  const people = found.slice(0, peoplePerPage)
  const last = people.at(-1)
  return accept({ people, ...(found.length > peoplePerPage && last && { next: last.id }) })
}

/** The unit itself and its divisions. */
export const placesOfUnit = async ({ transaction }: ActContext, unitId: string): Promise<readonly string[]> => {
  const rows = await transaction
    .selectFrom('unit')
    .select('id')
    .where((where) => where.or([where('id', '=', unitId), where.and([where('parent_id', '=', unitId), where('kind', '=', 'division')])]))
    .orderBy('code')
    .execute()
  return rows.map(({ id }) => id)
}

/** Who works in a unit or in one of its divisions today, with the places that make up the unit. */
export const listUnitPeople = async (context: ActContext, unitId: string): Promise<Result<{ people: Person[]; placeIds: string[] }>> =>
  accept({ people: await loadPeople(context, { unitId }), placeIds: [...(await placesOfUnit(context, unitId))] })

export const loadPerson = async (context: ActContext, personId: string): Promise<Result<Person>> => {
  const [person] = await loadPeople(context, { personId })
  return person ? accept(person) : refuse(errorAt('notFound', personId, { what: 'person' }))
}
