import { randomUUID } from 'node:crypto'
import type { PlanFile } from '../../core/improvement/plan-file.ts'
import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import { recordActions } from '../../platform/audit/record-action.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import type { PlanView } from './contract.ts'
import type { ProgressReport } from './follow-contract.ts'
import { showPlan } from './show-plan.ts'
import { loadDivisions, ownTasks } from './whose-plan.ts'
import { loadStoredPlan, type PlanPlace, type StoredPlan, storePlan, todayOf } from './stored-plan.ts'

export const approvedPlan = async (context: ActContext, place: PlanPlace): Promise<Result<StoredPlan>> => {
  const stored = await loadStoredPlan(context.transaction, place, true)
  if (stored.ok && stored.value.row.stage !== 'approved') return refuse(errorAt('planFrozen', '', { stage: stored.value.row.stage }))
  return stored
}

/** The task, where the person works on it. */
export const ownTask = async (
  context: ActContext,
  unitId: string,
  plan: PlanFile,
  id: string,
): Promise<Result<PlanFile['tasks'][number]>> => {
  const task = plan.tasks.find((each) => each.id === id)
  if (!task) return refuse(errorAt('notFound', id, { what: 'task' }))
  const own = ownTasks(context, unitId, await loadDivisions(context, unitId), plan)
  return own.includes(id) ? accept(task) : refuse(errorAt('notOwnTask', id, { task: task.title }))
}

const isOwnDocument = async ({ transaction }: ActContext, unitId: string, evidenceId: string): Promise<boolean> =>
  (await transaction.selectFrom('evidence').select('id').where('id', '=', evidenceId).where('unit_id', '=', unitId).executeTakeFirst()) !==
  undefined

/** Adds a report on one task of an approved plan; what is done is done whole. */
export const reportProgress = async (context: ActContext, place: PlanPlace, report: ProgressReport): Promise<Result<PlanView>> => {
  const stored = await approvedPlan(context, place)
  if (!stored.ok) return stored
  const task = await ownTask(context, place.unitId, stored.value.plan, report.taskId)
  if (!task.ok) return task
  if (report.evidenceId !== undefined && !(await isOwnDocument(context, place.unitId, report.evidenceId)))
    return refuse(errorAt('notFound', report.evidenceId, { what: 'evidence' }))
  await context.transaction
    .insertInto('task_progress')
    .values({
      authority_id: context.actor.authorityId,
      plan_id: place.planId,
      task_id: report.taskId,
      reported_on: await todayOf(context),
      reported_by: context.actor.personId,
      state: report.state,
      share: report.state === 'done' ? 100 : report.share,
      note: report.note,
      evidence_id: report.evidenceId ?? null,
      period: report.period ?? null,
    })
    .execute()
  await recordActions(context, [
    {
      kind: 'taskReported',
      unitId: place.unitId,
      facts: { planId: place.planId, taskId: report.taskId, state: report.state, share: report.share },
    },
  ])
  return showPlan(context, place)
}

/** Anyone who works on the plan may raise a difficulty; the direction is given by whoever may change the plan. */
export const raiseDifficulty = async (
  context: ActContext,
  place: PlanPlace,
  { by, text }: { readonly by: string; readonly text: string },
): Promise<Result<PlanView>> => {
  const stored = await approvedPlan(context, place)
  if (!stored.ok) return stored
  const { row, plan } = stored.value
  const raised = { id: randomUUID(), raisedOn: await todayOf(context), by, text }
  await storePlan(context, { row, plan: { ...plan, difficulties: [...plan.difficulties, raised] } })
  await recordActions(context, [{ kind: 'difficultyRaised', unitId: place.unitId, facts: { planId: row.id, difficultyId: raised.id } }])
  return showPlan(context, place)
}
