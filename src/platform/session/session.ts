import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { accept } from '../../core/result.ts'
import { type Role, roles } from '../../core/vocabulary.ts'
import type { Database } from '../database/database.ts'
import { actFor, type Transaction } from '../database/transaction.ts'
import type { Actor, RoleGrant } from '../policy/actor.ts'

/** Sessions end after twelve hours, a working day with its evening. */
const lifetimeHours = 12

export const sessionCookie = 'parindex_session'
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest()

/** Where and how somebody comes in. */
export interface Entrance {
  readonly address: string
  readonly userAgent: string
  readonly by: 'password' | 'singleSignOn'
  /** The session opens nothing until the second factor is given too. */
  readonly secondFactorDue: boolean
}

/** Opens a session and gives its opaque token; only the hash is kept. */
export const openSession = async (
  transaction: Transaction,
  person: { readonly id: string; readonly authorityId: string },
  entrance: Entrance,
): Promise<string> => {
  const token = randomBytes(32).toString('base64url')
  await transaction
    .insertInto('session')
    .values({
      token_hash: hashToken(token),
      authority_id: person.authorityId,
      person_id: person.id,
      expires_at: sql<Date>`now() + make_interval(hours => ${lifetimeHours})`,
      address: entrance.address,
      user_agent: entrance.userAgent.slice(0, 300),
      signed_in_by: entrance.by,
      second_factor_due: entrance.secondFactorDue,
    })
    .execute()
  return token
}

export const closeSession = async (transaction: Transaction, token: string): Promise<void> => {
  await transaction.deleteFrom('session').where('token_hash', '=', hashToken(token)).execute()
}

/** A person as an actor, with grants valid today; `undefined` for one who is switched off. For jobs, which have no session. */
export const readActor = async (database: Database, personId: string): Promise<Actor | undefined> => {
  const found = await actFor(database, 'signIn', async (transaction) => {
    const { rows } = await sql<SessionRow>`
      with recursive who as (
        select p.id as person_id, p.name, p.authority_id, p.must_change_password from person p where p.id = ${personId} and p.active
      ) ${withGrants}`.execute(transaction)
    return accept(rows[0])
  })
  return found.ok && found.value ? actorOf(found.value) : undefined
}

interface SessionRow {
  person_id: string
  name: string
  authority_id: string
  must_change_password: boolean
  grants: { role: string; unitId: string | null; fromYear: number | null }[]
  units: string[]
}

/**
 * Goes on a query `with recursive who as (…)`: the grants of today, and the units they reach. A role in a unit is held in its predecessors too: a
 * commune made of three on 1/7/2025 answers for the year of the three, and for the year before, whose assessment may still have been running; not for
 * what lies further back. Of the units below its own, whoever works in a unit reaches its divisions alone.
 */
const withGrants = sql`
  , held as (
    select g.role, g.unit_id, null::integer as from_year from who
    join role_grant g on g.authority_id = who.authority_id and g.person_id = who.person_id where g.valid @> today()
    union
    select held.role, s.unit_id, greatest(held.from_year, extract(year from s.since)::integer - 1) from held
    join unit_successor s on s.authority_id = (select authority_id from who) and s.successor_id = held.unit_id where s.since <= today()
  ), reached as (
    select unit_id from held where unit_id is not null
    union
    select u.id from who cross join held join unit u on u.authority_id = who.authority_id and u.parent_id = held.unit_id
    where u.kind = 'division' or held.role not in ('unitOfficer', 'divisionOfficer', 'headOfUnit')
  )
  select who.*,
    coalesce((select jsonb_agg(jsonb_build_object('role', role, 'unitId', unit_id, 'fromYear', from_year)) from held), '[]') as grants,
    array(select unit_id::text from reached) as units
  from who`

/** Whoever the token belongs to, with grants valid today; `undefined` for an unknown, expired or switched-off one. One statement. */
export const readSession = async (
  database: Database,
  token: string,
): Promise<{ readonly actor: Actor; readonly mustChangePassword: boolean } | undefined> => {
  const found = await actFor(database, 'signIn', async (transaction) => {
    const { rows } = await sql<SessionRow>`
      with recursive who as (
        select p.id as person_id, p.name, p.authority_id, p.must_change_password and s.signed_in_by = 'password' as must_change_password
        from session s join person p on p.id = s.person_id
        where s.token_hash = ${hashToken(token)} and s.expires_at > now() and not s.second_factor_due and p.active
      ), seen as (
        update session set seen_at = now() where token_hash = ${hashToken(token)} and seen_at < now() - interval '5 minutes'
      ) ${withGrants}`.execute(transaction)
    return accept(rows[0])
  })
  return found.ok && found.value
    ? { actor: { ...actorOf(found.value), sessionHash: hashToken(token) }, mustChangePassword: found.value.must_change_password }
    : undefined
}

const isRole = (text: string): text is Role => (roles as readonly string[]).includes(text)

const actorOf = (row: SessionRow): Actor => {
  const grants = row.grants.flatMap(({ role, unitId, fromYear }): RoleGrant[] =>
    isRole(role) ? [{ role, ...(unitId !== null && { unitId }), ...(fromYear !== null && { fromYear }) }] : [],
  )
  const seesAll = grants.some(({ unitId }) => unitId === undefined)
  return { personId: row.person_id, name: row.name, authorityId: row.authority_id, grants, units: seesAll ? 'all' : row.units }
}
