import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { errorAt } from '../../core/problem.ts'
import { refuse, type Result } from '../../core/result.ts'
import { recordActions } from '../../platform/audit/record-action.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import { loadPerson } from './list-people.ts'
import { lockPerson, type SeenPerson } from './lock-person.ts'
import type { HandOver, Person } from './people-contract.ts'

/** Lends a role to another person for some days, both included; it ends by itself, and its holder keeps it. */
export const handOverRole = async (context: ActContext, seen: SeenPerson, grantId: string, lent: HandOver): Promise<Result<Person>> => {
  const person = await lockPerson(context, seen)
  if (!person.ok) return person
  const grant = person.value.grants.find(({ id }) => id === grantId)
  if (!grant) return refuse(errorAt('notFound', grantId, { what: 'role' }))
  if (lent.until < lent.from) return refuse(errorAt('endBeforeBegin', 'until', { begin: lent.from, end: lent.until }))
  if (lent.toPersonId === seen.personId) return refuse(errorAt('handOverToSelf', 'toPersonId', {}))
  const taker = await loadPerson(context, lent.toPersonId)
  if (!taker.ok) return taker
  const { role, unit } = grant
  await context.transaction
    .insertInto('role_grant')
    .values({
      id: randomUUID(),
      authority_id: context.actor.authorityId,
      person_id: lent.toPersonId,
      role,
      unit_id: unit?.id ?? null,
      valid: sql<string>`daterange(${lent.from}::date, ${lent.until}::date, '[]')`,
      handed_over_from: grantId,
      reason: lent.reason,
    })
    .execute()
  await context.transaction
    .updateTable('person')
    .set({ version: taker.value.version + 1 })
    .where('id', '=', lent.toPersonId)
    .execute()
  const { from, until, reason } = lent
  const facts = { personId: seen.personId, toPersonId: lent.toPersonId, role, from, until, reason }
  await recordActions(context, [{ kind: 'roleHandedOver', ...(unit && { unitId: unit.id }), facts }])
  return loadPerson(context, seen.personId)
}
