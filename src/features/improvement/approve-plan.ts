import { createHash } from 'node:crypto'
import { canonicalJson } from '../../core/canonical-json.ts'
import { checkPlan } from '../../core/improvement/plan.ts'
import { errorAt } from '../../core/problem.ts'
import { refuse, type Result } from '../../core/result.ts'
import { recordActions } from '../../platform/audit/record-action.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import type { PlanView } from './contract.ts'
import { showPlan } from './show-plan.ts'
import { type PlanPlace, type PlanRow, seenPlan, storePlan } from './stored-plan.ts'

interface Approval {
  readonly number: string
  readonly on: string
}

const nextEdition = async ({ transaction }: ActContext, planId: string): Promise<number> => {
  const row = await transaction
    .selectFrom('approved_plan')
    .select(({ fn }) => fn.max('edition').as('last'))
    .where('plan_id', '=', planId)
    .executeTakeFirst()
  return (row?.last ?? 0) + 1
}

/** The head approves the plan as it stands: errors keep it from being approved, warnings do not. What was approved is kept whole. */
export const approvePlan = async (
  context: ActContext,
  place: PlanPlace,
  version: number,
  { number, on }: Approval,
): Promise<Result<PlanView>> => {
  const stored = await seenPlan(context, place, version)
  if (!stored.ok) return stored
  const { row, plan } = stored.value
  if (row.stage !== 'draft') return refuse(errorAt('planFrozen', '', { stage: row.stage }))
  const errors = checkPlan(plan).filter(({ severity }) => severity === 'error')
  if (errors.length > 0) return refuse(...errors)
  if (plan.tasks.length === 0) return refuse(errorAt('missingField', 'tasks', { field: 'tasks' }))
  const edition = await nextEdition(context, row.id)
  const hash = createHash('sha256').update(canonicalJson(plan)).digest('hex')
  await context.transaction
    .insertInto('approved_plan')
    .values({
      authority_id: context.actor.authorityId,
      plan_id: row.id,
      edition,
      number,
      approved_on: on,
      approved_by: context.actor.personId,
      hash,
      document: JSON.stringify(plan),
    })
    .execute()
  await storePlan(context, stored.value, 'approved')
  await recordActions(context, [{ kind: 'planApproved', unitId: place.unitId, facts: { planId: row.id, edition, number, on, hash } }])
  return showPlan(context, place)
}

const moveTo =
  (from: PlanRow['stage'], to: PlanRow['stage'], kind: string) =>
  async (context: ActContext, place: PlanPlace, version: number): Promise<Result<PlanView>> => {
    const stored = await seenPlan(context, place, version)
    if (!stored.ok) return stored
    if (stored.value.row.stage !== from) return refuse(errorAt('planFrozen', '', { stage: stored.value.row.stage }))
    await storePlan(context, stored.value, to)
    await recordActions(context, [{ kind, unitId: place.unitId, facts: { planId: place.planId } }])
    return showPlan(context, place)
  }

/** Opens an approved plan for its next edition. */
export const reopenPlan = moveTo('approved', 'draft', 'planReopened')

/** Closes a plan that has been carried out; it is read from then on. */
export const closePlan = moveTo('approved', 'closed', 'planClosed')
