import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { checkRolePlace } from '../../core/organisation/role-place.ts'
import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import { recordActions } from '../../platform/audit/record-action.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import { hashPassword, newOneTimePassword } from '../../platform/session/password.ts'
import { loadPerson } from './list-people.ts'
import { lockPerson, type SeenPerson } from './lock-person.ts'
import type { NewGrant, NewPerson, Person } from './people-contract.ts'

export interface WithPassword {
  person: Person
  password: string
}

/** Why a role cannot be given like this: it does not fit its place, or the unit is not of this authority. */
const checkGrant = async ({ transaction }: ActContext, { role, unitId }: NewGrant): Promise<Result<undefined>> => {
  const problems = checkRolePlace(role, unitId !== undefined)
  if (problems.length) return refuse(...problems)
  if (unitId === undefined) return accept(undefined)
  const unit = await transaction.selectFrom('unit').select('id').where('id', '=', unitId).executeTakeFirst()
  return unit ? accept(undefined) : refuse(errorAt('notFound', 'unitId', { what: 'unit' }))
}

const insertGrant = async ({ transaction, actor }: ActContext, personId: string, { role, unitId }: NewGrant): Promise<void> => {
  await transaction
    .insertInto('role_grant')
    .values({
      id: randomUUID(),
      authority_id: actor.authorityId,
      person_id: personId,
      role,
      unit_id: unitId ?? null,
      valid: sql<string>`daterange(today(), null)`,
    })
    .execute()
}

/** Adds a person with a first role and a one-time password. A sign-in name is one in the whole installation. */
export const addPerson = async (context: ActContext, { name, signInName, ...grant }: NewPerson): Promise<Result<WithPassword>> => {
  const { transaction, actor } = context
  const checked = await checkGrant(context, grant)
  if (!checked.ok) return checked
  const password = newOneTimePassword()
  const added = await transaction
    .insertInto('person')
    .values({
      id: randomUUID(),
      authority_id: actor.authorityId,
      name,
      sign_in_name: signInName,
      password_hash: await hashPassword(password),
      must_change_password: true,
    })
    .onConflict((conflict) => conflict.column('sign_in_name').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!added) return refuse(errorAt('alreadyExists', 'signInName', { what: 'signInName', value: signInName }))
  await insertGrant(context, added.id, grant)
  await recordActions(context, [{ kind: 'personAdded', facts: { personId: added.id, ...grant } }])
  const person = await loadPerson(context, added.id)
  return person.ok ? accept({ person: person.value, password }) : person
}

/** Gives a further role; one that is held already changes nothing. */
export const addGrant = async (context: ActContext, seen: SeenPerson, grant: NewGrant): Promise<Result<Person>> => {
  const { personId } = seen
  const person = await lockPerson(context, seen)
  if (!person.ok) return person
  const checked = await checkGrant(context, grant)
  if (!checked.ok) return checked
  if (person.value.grants.some(({ role, unit }) => role === grant.role && unit?.id === grant.unitId)) return person
  await insertGrant(context, personId, grant)
  await recordActions(context, [{ kind: 'roleGiven', facts: { personId, ...grant } }])
  return loadPerson(context, personId)
}

/** Somebody has to be left who can let others in. Asked after the change, in its own transaction. */
const administratorRemains = async ({ transaction }: ActContext): Promise<Result<undefined>> => {
  // Two administrators who remove each other at once wait here for one another; the second then sees what the first did.
  await sql`select pg_advisory_xact_lock(hashtext('administrators'))`.execute(transaction)
  const { rows } = await sql<{ person_id: string }>`
    select p.id as person_id from person p
    where p.active and exists (select from role_grant g where g.person_id = p.id and g.role = 'administrator' and g.valid @> today())
    limit 1`.execute(transaction)
  return rows.length ? accept(undefined) : refuse(errorAt('lastAdministrator', '', {}))
}

/** Ends a role today; the row stays, for what was done under it. */
export const endGrant = async (context: ActContext, seen: SeenPerson, grantId: string): Promise<Result<Person>> => {
  const { personId } = seen
  const person = await lockPerson(context, seen)
  if (!person.ok) return person
  const { rows } = await sql<{ role: string; unit_id: string | null }>`
    update role_grant set valid = daterange(lower(valid), today())
    where id = ${grantId} and person_id = ${personId} and valid @> today()
    returning role, unit_id`.execute(context.transaction)
  const [ended] = rows
  if (!ended) return refuse(errorAt('notFound', grantId, { what: 'role' }))
  const remains = await administratorRemains(context)
  if (!remains.ok) return remains
  await recordActions(context, [{ kind: 'roleEnded', facts: { personId, role: ended.role, unitId: ended.unit_id } }])
  return loadPerson(context, personId)
}

const endSessions = async ({ transaction }: ActContext, personId: string): Promise<void> => {
  await transaction.deleteFrom('session').where('person_id', '=', personId).execute()
}

/** A new one-time password for somebody who forgot theirs; unlocks the account and ends every session. */
export const resetPassword = async (context: ActContext, seen: SeenPerson): Promise<Result<WithPassword>> => {
  const { personId } = seen
  const locked = await lockPerson(context, seen)
  if (!locked.ok) return locked
  const password = newOneTimePassword()
  await context.transaction
    .updateTable('person')
    .set({ password_hash: await hashPassword(password), must_change_password: true })
    .where('id', '=', personId)
    .execute()
  await endSessions(context, personId)
  const person = await loadPerson(context, personId)
  if (!person.ok) return person
  await recordActions(context, [{ kind: 'passwordReset', facts: { personId } }])
  return accept({ person: person.value, password })
}

/** Switches an account off or on. Nobody who was ever part of an assessment is removed. */
export const setActive = async (context: ActContext, seen: SeenPerson, active: boolean): Promise<Result<Person>> => {
  const { personId } = seen
  const locked = await lockPerson(context, seen)
  if (!locked.ok) return locked
  await context.transaction.updateTable('person').set({ active }).where('id', '=', personId).execute()
  if (!active) await endSessions(context, personId)
  const remains = await administratorRemains(context)
  if (!remains.ok) return remains
  const person = await loadPerson(context, personId)
  if (person.ok) await recordActions(context, [{ kind: active ? 'personSwitchedOn' : 'personSwitchedOff', facts: { personId } }])
  return person
}

/** For somebody who lost telephone and recovery codes: the second factor is taken away, every session ends. */
export const removeSecondFactor = async (context: ActContext, seen: SeenPerson): Promise<Result<Person>> => {
  const { personId } = seen
  const locked = await lockPerson(context, seen)
  if (!locked.ok) return locked
  await context.transaction.deleteFrom('recovery_code').where('person_id', '=', personId).execute()
  await context.transaction.deleteFrom('second_factor').where('person_id', '=', personId).execute()
  await endSessions(context, personId)
  await recordActions(context, [{ kind: 'secondFactorRemoved', facts: { personId } }])
  return loadPerson(context, personId)
}
