import { sql } from 'kysely'
import { walkNodes } from '../../core/framework/walk.ts'
import { errorAt, type Problem } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import { recordActions } from '../../platform/audit/record-action.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import { loadFrameworkInForce } from '../scores/framework-in-force.ts'
import type { Division } from './council-contract.ts'

/** What is named exists: the group is of this cycle, its units and the nodes of its framework too. */
const checkDivision = async (context: ActContext, cycleId: string, asked: Division): Promise<readonly Problem[]> => {
  const group = await context.transaction
    .selectFrom('cycle_framework')
    .select('framework_id')
    .where('cycle_id', '=', cycleId)
    .where('unit_group', '=', asked.unitGroup)
    .executeTakeFirst()
  if (!group) return [errorAt('notFound', 'unitGroup', { what: 'group' })]
  const inForce = await loadFrameworkInForce(context, group.framework_id)
  if (!inForce.ok) return inForce.problems
  const nodes = new Set([...walkNodes(inForce.value.framework.nodes)].map(({ node }) => node.id as string))
  const units = await context.transaction
    .selectFrom('cycle_unit')
    .select('unit_id')
    .where('cycle_id', '=', cycleId)
    .where('unit_group', '=', asked.unitGroup)
    .execute()
  const people = await context.transaction.selectFrom('person').select('id').where('id', 'in', asked.personIds).execute()
  const [known, who] = [new Set(units.map(({ unit_id }) => unit_id)), new Set(people.map(({ id }) => id))]
  return [
    ...asked.nodeIds.filter((node) => !nodes.has(node)).map((node) => errorAt('unknownNode', node, { node })),
    ...asked.unitIds.filter((unit) => !known.has(unit)).map((unit) => errorAt('unknownUnit', 'unitIds', { unit })),
    ...asked.personIds.filter((person) => !who.has(person)).map((person) => errorAt('notFound', person, { what: 'person' })),
  ]
}

/** Gives every person every area of every unit named; one statement for any number. */
export const divideWork = async (context: ActContext, cycleId: string, asked: Division): Promise<Result<{ added: number }>> => {
  const problems = await checkDivision(context, cycleId, asked)
  if (problems.length) return { ok: false, problems }
  const [unitIds, nodeIds] = [asked.unitIds.length ? asked.unitIds : [null], asked.nodeIds.length ? asked.nodeIds : ['']]
  const { numAffectedRows } = await sql`
    insert into appraisal_assignment (id, authority_id, cycle_id, person_id, unit_group, unit_id, node_id)
    select gen_random_uuid(), ${context.actor.authorityId}, ${cycleId}, p, ${asked.unitGroup}, u, n
    from unnest(${asked.personIds}::uuid[]) p, unnest(${unitIds}::uuid[]) u, unnest(${nodeIds}::text[]) n
    on conflict do nothing`.execute(context.transaction)
  await recordActions(context, [{ kind: 'workDivided', cycleId, facts: { ...asked } }])
  return accept({ added: Number(numAffectedRows ?? 0) })
}

/** Takes assignments back; those that are gone already are no offence. */
export const takeBackWork = async (context: ActContext, cycleId: string, ids: readonly string[]): Promise<Result<{ removed: number }>> => {
  const removed = await context.transaction
    .deleteFrom('appraisal_assignment')
    .where('cycle_id', '=', cycleId)
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .returning(['person_id', 'unit_group', 'unit_id', 'node_id'])
    .execute()
  await recordActions(context, [{ kind: 'workTakenBack', cycleId, facts: { removed } }])
  return accept({ removed: removed.length })
}

/** Declares an interest of the actor in a unit of the cycle. One that was set aside before counts anew. */
export const declareInterest = async (
  context: ActContext,
  cycleId: string,
  { unitId, reason }: { readonly unitId: string; readonly reason: string },
): Promise<Result<{ unitId: string }>> => {
  const { transaction, actor } = context
  const unit = await transaction
    .selectFrom('cycle_unit')
    .select('unit_id')
    .where('cycle_id', '=', cycleId)
    .where('unit_id', '=', unitId)
    .executeTakeFirst()
  if (!unit) return refuse(errorAt('notFound', unitId, { what: 'unit' }))
  const columns = { reason, declared_by: actor.personId, declared_at: context.now, waived_by: null, waived_at: null, waiver_reason: null }
  await transaction
    .insertInto('declared_interest')
    .values({ authority_id: actor.authorityId, cycle_id: cycleId, person_id: actor.personId, unit_id: unitId, ...columns })
    .onConflict((conflict) => conflict.columns(['authority_id', 'cycle_id', 'person_id', 'unit_id']).doUpdateSet(columns))
    .execute()
  await recordActions(context, [{ kind: 'interestDeclared', cycleId, unitId, facts: { reason } }])
  return accept({ unitId })
}

/** The chair sets an interest aside, declared or that of somebody who serves in the unit; never one of their own. */
export const waiveInterest = async (
  context: ActContext,
  cycleId: string,
  { personId, unitId, reason }: { readonly personId: string; readonly unitId: string; readonly reason: string },
): Promise<Result<{ unitId: string }>> => {
  const { transaction, actor, now } = context
  if (personId === actor.personId) return refuse(errorAt('ownInterest', '', {}))
  const unit = await transaction
    .selectFrom('cycle_unit')
    .select('unit_id')
    .where('cycle_id', '=', cycleId)
    .where('unit_id', '=', unitId)
    .executeTakeFirst()
  const person = await transaction.selectFrom('person').select('id').where('id', '=', personId).executeTakeFirst()
  if (!unit || !person) return refuse(errorAt('notFound', unit ? personId : unitId, { what: unit ? 'person' : 'unit' }))
  const waiver = { waived_by: actor.personId, waived_at: now, waiver_reason: reason }
  await transaction
    .insertInto('declared_interest')
    .values({
      authority_id: actor.authorityId,
      cycle_id: cycleId,
      person_id: personId,
      unit_id: unitId,
      // Nobody declared it: it was found in the person's service there.
      reason,
      declared_by: actor.personId,
      ...waiver,
    })
    .onConflict((conflict) => conflict.columns(['authority_id', 'cycle_id', 'person_id', 'unit_id']).doUpdateSet(waiver))
    .execute()
  await recordActions(context, [{ kind: 'interestWaived', cycleId, unitId, facts: { personId, reason } }])
  return accept({ unitId })
}
