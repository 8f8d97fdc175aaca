import { errorAt } from '../../core/problem.ts'
import { refuse, type Result } from '../../core/result.ts'
import { recordActions } from '../../platform/audit/record-action.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import type { PlanView } from './contract.ts'
import type { StepsBody } from './follow-contract.ts'
import { ownTask } from './report-progress.ts'
import { showPlan } from './show-plan.ts'
import { type PlanPlace, seenPlan, storePlan } from './stored-plan.ts'

/** A division's own plan: the steps in which it carries out a task, drawn up by whoever works on that task, until the plan is closed. */
export const changeSteps = async (
  context: ActContext,
  place: PlanPlace,
  version: number,
  { taskId, steps }: StepsBody,
): Promise<Result<PlanView>> => {
  const stored = await seenPlan(context, place, version)
  if (!stored.ok) return stored
  const { row, plan } = stored.value
  if (row.stage === 'closed') return refuse(errorAt('planFrozen', 'steps', { stage: row.stage }))
  const task = await ownTask(context, place.unitId, plan, taskId)
  if (!task.ok) return task
  const own = steps.map(({ text, person, until, doneOn }, at) => ({
    id: `${taskId}-${at + 1}`,
    task: taskId,
    text,
    ...(person !== undefined && { person }),
    ...(until !== undefined && { until }),
    ...(doneOn !== undefined && { doneOn }),
  }))
  await storePlan(context, { row, plan: { ...plan, steps: [...plan.steps.filter((step) => step.task !== taskId), ...own] } })
  await recordActions(context, [{ kind: 'planStepsChanged', unitId: place.unitId, facts: { planId: row.id, taskId, steps: own.length } }])
  return showPlan(context, place)
}
