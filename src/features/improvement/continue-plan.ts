import { tasksOf } from '../../core/improvement/plan.ts'
import type { PlanFile } from '../../core/improvement/plan-file.ts'
import { tasksOn } from '../../core/improvement/progress.ts'
import { taskId } from '../../core/improvement/task.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import { loadProgress } from './show-plan.ts'
import type { StoredPlan } from './stored-plan.ts'

/**
 * A plan that goes on from another: tasks that are not done, in the state they have, causes that its losses still have, targets of the years to come. What was for the old year
 * alone (reviews, difficulties that were settled, marks) stays there.
 */
export const continuedPlan = async (context: ActContext, old: StoredPlan, next: PlanFile): Promise<PlanFile> => {
  const entries = (await loadProgress(context, old.row.id)).map(({ taskId: task, ...entry }) => ({ ...entry, task: taskId(task) }))
  const open = new Set(
    tasksOn(tasksOf(old.plan), entries, `${old.plan.actionYear}-12-31`)
      .filter(({ state }) => state === 'notStarted' || state === 'inProgress')
      .map(({ id }) => id as string),
  )
  const lossBefore = new Map(old.plan.losses.map((loss) => [loss.leaf, loss]))
  const targetsBefore = new Map(old.plan.targets.map((row) => [row.leaf, row.targets]))
  const losses = next.losses.map((loss) => {
    const before = lossBefore.get(loss.leaf)
    return { ...loss, causes: before?.causes ?? loss.causes, ...(before?.kind && { kind: before.kind }) }
  })
  const kept = new Set(losses.flatMap(({ causes }) => causes))
  return {
    ...next,
    losses,
    causes: old.plan.causes.filter(({ id }) => kept.has(id)),
    tasks: old.plan.tasks.filter(({ id }) => open.has(id)).map(({ until: _u, deadline: _d, doneOn: _o, ...task }) => task),
    targetYears: [...new Set([next.actionYear, ...old.plan.targetYears.filter((year) => year > next.actionYear)])].slice(0, 3),
    targets: next.targets.map((row) => ({ ...row, targets: targetsBefore.get(row.leaf) ?? row.targets })),
    goals: old.plan.goals.filter(({ year }) => year >= next.actionYear),
    recommendations: old.plan.recommendations.filter(({ answer }) => answer === undefined),
    difficulties: old.plan.difficulties.filter(({ direction }) => direction === undefined),
    reviews: [],
    activities: [],
    marks: [],
    accounts: [],
    steps: old.plan.steps.filter(({ task, doneOn }) => open.has(task) && doneOn === undefined),
    rewards: [],
    budget: [],
  }
}
