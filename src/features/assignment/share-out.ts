import { sql } from 'kysely'
import { type AssignedNode, dutyOfUnit } from '../../core/cycle/assignment.ts'
import { factInputsOf } from '../../core/rules/inputs-from-facts.ts'
import { ruleOfLeaf } from '../../core/rules/leaf-outcome.ts'
import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import { recordActions } from '../../platform/audit/record-action.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import type { SharedOut } from './contract.ts'
import type { PlaceOfPlan } from './load-ground.ts'
import { type LoadedPlan, loadAssigned } from './load-plan.ts'

interface Leaf {
  readonly division_id: string
  readonly node_id: string
  readonly duty: 'lead' | 'coordinating'
  readonly fact_keys: string[]
}

const factKeysOf = ({ node }: AssignedNode): string[] => {
  const rule = ruleOfLeaf(node)
  return rule ? [...new Set(factInputsOf(rule).map(({ fact }) => fact))] : []
}

interface Receiver {
  readonly id: string
  readonly kind: string
}

/** What each division leads or helps with, of the leaves that a unit scores itself; a department what it leads. */
const leavesOf = (assigned: readonly AssignedNode[], receivers: readonly Receiver[]): readonly Leaf[] =>
  assigned
    .filter(({ isLeaf, node }) => isLeaf && node.source === 'appraised')
    .flatMap((row) =>
      receivers.flatMap(({ id: division_id, kind }) => {
        const duty = dutyOfUnit(row, division_id)
        const isGiven = duty === 'lead' || (duty === 'coordinating' && kind === 'division')
        return isGiven ? [{ division_id, node_id: row.node.id, duty, fact_keys: factKeysOf(row) }] : []
      }),
    )

/** Divisions have parts of what their agency says; departments of what the authority itself says to whoever assesses it. */
const receiversAmong = async ({ transaction }: ActContext, { head, ground }: LoadedPlan): Promise<readonly Receiver[]> => {
  const ids = ground.units.map(({ id }) => id)
  const { rows } = await sql<Receiver>`
    select id, kind from unit where id = any (${ids}::uuid[])
      and ((parent_id = ${head.unit_id} and kind = 'division') or ${head.unit_kind} = 'authority')`.execute(transaction)
  return rows
}

/** Parts as the assignment has them now: a new one is open, one that was there keeps its state, one without leaves goes. */
const write = async ({ transaction, actor }: ActContext, { cycleId, unitId }: PlaceOfPlan, leaves: readonly Leaf[]): Promise<void> => {
  const divisionIds = [...new Set(leaves.map(({ division_id }) => division_id))]
  const key = { authority_id: actor.authorityId, cycle_id: cycleId, unit_id: unitId }
  await sql`
    delete from division_part where cycle_id = ${cycleId} and unit_id = ${unitId} and division_id <> all (${divisionIds}::uuid[])`.execute(
    transaction,
  )
  await transaction.deleteFrom('division_leaf').where('cycle_id', '=', cycleId).where('unit_id', '=', unitId).execute()
  if (leaves.length === 0) return
  await transaction
    .insertInto('division_part')
    .values(divisionIds.map((division_id) => ({ ...key, division_id, changed_by: actor.personId })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await transaction
    .insertInto('division_leaf')
    .values(leaves.map((leaf) => ({ ...key, ...leaf })))
    .execute()
}

const shares = async (context: ActContext, place: PlaceOfPlan, plan: LoadedPlan): Promise<SharedOut> => {
  const leaves = leavesOf(plan.assigned, await receiversAmong(context, plan))
  await write(context, place, leaves)
  return {
    divisions: new Set(leaves.map(({ division_id }) => division_id)).size,
    leaves: new Set(leaves.map(({ node_id }) => node_id)).size,
  }
}

/** Hands the unit's self-assessment out to its divisions, each with the leaves that it leads or helps with. Doing it again follows the assignment as it is now. */
export const shareOutWork = async (context: ActContext, place: PlaceOfPlan): Promise<Result<SharedOut>> => {
  const plan = await loadAssigned(context, place)
  if (!plan.ok) return plan
  const { stage } = plan.value.head
  if (stage !== 'preparing' && stage !== 'selfAssessing') return refuse(errorAt('wrongStage', '', { stage, act: 'shareOutParts' }))
  const shared = await shares(context, place, plan.value)
  if (shared.divisions === 0) return refuse(errorAt('nothingToShareOut', '', {}))
  await recordActions(context, [{ kind: 'partsSharedOut', ...place, facts: { ...shared } }])
  return accept(shared)
}

/** Lets parts that were handed out follow a changed assignment, as long as the unit assesses itself. */
export const followAssignment = async (context: ActContext, place: PlaceOfPlan): Promise<Result<undefined>> => {
  const part = await context.transaction
    .selectFrom('division_part')
    .select('division_id')
    .where('cycle_id', '=', place.cycleId)
    .where('unit_id', '=', place.unitId)
    .limit(1)
    .executeTakeFirst()
  if (!part) return accept(undefined)
  const plan = await loadAssigned(context, place)
  if (!plan.ok) return plan
  const { stage } = plan.value.head
  if (stage === 'preparing' || stage === 'selfAssessing') await shares(context, place, plan.value)
  return accept(undefined)
}
