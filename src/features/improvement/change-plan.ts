import { readTimeWindow } from '../../core/document/time-window.ts'
import { checkReferences } from '../../core/improvement/check-references.ts'
import { parsePlan } from '../../core/improvement/plan.ts'
import { livingParts, type PlanFile, type PlanParts } from '../../core/improvement/plan-file.ts'
import { scheduledActivities } from '../../core/improvement/scheduled-activities.ts'
import { errorAt, type Problem } from '../../core/problem.ts'
import type { Result } from '../../core/result.ts'
import { recordActions } from '../../platform/audit/record-action.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import type { PlanView } from './contract.ts'
import { foreignDocuments } from './foreign-documents.ts'
import { showPlan } from './show-plan.ts'
import { type PlanPlace, seenPlan, storePlan, todayOf } from './stored-plan.ts'

const isLiving = (part: string): boolean => (livingParts as readonly string[]).includes(part)

const frozenParts = (stage: 'draft' | 'approved' | 'closed', parts: readonly string[]): readonly Problem[] =>
  parts
    .filter((part) => stage === 'closed' || (stage === 'approved' && !isLiving(part)))
    .map((part) => errorAt('planFrozen', part, { stage }))

/** A deadline in words has its day, wherever the words can be read: `trong quý III/2022` ends on 30/09/2022. */
const withDays = (tasks: PlanFile['tasks']): PlanFile['tasks'] =>
  tasks.map((task) => {
    const { until: typed, ...rest } = task
    const until = task.deadline === undefined ? typed : (readTimeWindow(task.deadline)?.until ?? typed)
    return { ...rest, ...(until !== undefined && { until }) }
  })

/** Replaces whole parts of a plan. The plan is checked as it will stand; doubts that only warn are shown, not refused. */
export const changePlan = async (context: ActContext, place: PlanPlace, version: number, parts: PlanParts): Promise<Result<PlanView>> => {
  const stored = await seenPlan(context, place, version)
  if (!stored.ok) return stored
  const names = Object.keys(parts)
  const frozen = frozenParts(stored.value.row.stage, names)
  if (frozen.length > 0) return { ok: false, problems: frozen }
  const given = Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined))
  const plan = parsePlan({ ...stored.value.plan, ...given, ...(parts.tasks && { tasks: withDays(parts.tasks) }) })
  if (!plan.ok) return plan
  const problems = [...checkReferences(plan.value), ...(await foreignDocuments(context, place.unitId, plan.value))]
  if (problems.length > 0) return { ok: false, problems }
  const activities = scheduledActivities(plan.value.activities, plan.value.actionYear, await todayOf(context))
  await storePlan(context, { row: stored.value.row, plan: { ...plan.value, activities: [...activities] } })
  await recordActions(context, [{ kind: 'planChanged', unitId: place.unitId, facts: { planId: place.planId, parts: names } }])
  return showPlan(context, place)
}
