import { sql } from 'kysely'
import { errorAt, type Problem } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import { recordActions } from '../../platform/audit/record-action.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import type { NewCouncil } from './council-shapes.ts'
import { loadCycle } from './load-cycle.ts'

/** Members exist, stand once each, their terms begin before they end, and a council has one chair. */
const checkMembers = async ({ transaction }: ActContext, { kind, members }: NewCouncil): Promise<readonly Problem[]> => {
  const ids = members.map(({ personId }) => personId)
  const known = await transaction.selectFrom('person').select('id').where('id', 'in', ids).execute()
  const chairs = members.filter(({ role }) => role === 'chair').length
  return [
    ...members.flatMap(({ personId, from, until }, index): readonly Problem[] => [
      ...(known.some(({ id }) => id === personId) ? [] : [errorAt('notFound', `members.${index}`, { what: 'person' })]),
      ...(ids.indexOf(personId) < index ? [errorAt('alreadyExists', `members.${index}`, { what: 'person', value: personId })] : []),
      ...(from && until && until < from
        ? [errorAt('invalidValue', `members.${index}.until`, { field: 'until', value: until, expected: from })]
        : []),
    ]),
    ...(kind === 'council' && chairs !== 1 ? [errorAt('noChair', 'members', { chairs })] : []),
  ]
}

/** Sets a council or its team up by a decision; the members named are all there are. What it was before stays in the log. */
export const setUpCouncil = async (context: ActContext, cycleId: string, asked: NewCouncil): Promise<Result<{ version: number }>> => {
  const { transaction, actor } = context
  const cycle = await loadCycle(transaction, cycleId, 'stayOpen')
  if (!cycle.ok) return cycle
  const problems = await checkMembers(context, asked)
  if (problems.length) return { ok: false, problems }
  const { kind, decisionNumber, decidedOn, version, members } = asked
  const key = { authority_id: actor.authorityId, cycle_id: cycleId, kind }
  const columns = { decision_number: decisionNumber, decided_on: decidedOn, version: version + 1 }
  const saved = await transaction
    .insertInto('council')
    .values({ ...key, ...columns })
    .onConflict((conflict) =>
      conflict.columns(['authority_id', 'cycle_id', 'kind']).doUpdateSet(columns).where('council.version', '=', version),
    )
    .executeTakeFirst()
  if (saved.numInsertedOrUpdatedRows === 0n) return refuse(errorAt('changedMeanwhile', '', {}))
  await transaction.deleteFrom('council_member').where('cycle_id', '=', cycleId).where('kind', '=', kind).execute()
  await transaction
    .insertInto('council_member')
    .values(
      members.map(({ personId, role, from, until }) => ({
        ...key,
        person_id: personId,
        role,
        valid: sql<string>`daterange(${from ?? null}::date, ${until ?? null}::date, '[]')`,
      })),
    )
    .execute()
  await recordActions(context, [{ kind: 'councilSetUp', cycleId, facts: { ...asked } }])
  return accept({ version: version + 1 })
}
