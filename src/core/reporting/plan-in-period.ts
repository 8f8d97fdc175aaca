import { type Points, sumPoints } from '../exact/points.ts'
import { type FollowedTask, standingOf, type TaskStanding } from '../improvement/follow.ts'
import type { Loss } from '../improvement/loss.ts'
import { type ProgressEntry, tasksOn } from '../improvement/progress.ts'

/** A plan of improvement as a periodic report tells it: how many tasks stand how, which are done and which late, and what was lost and is worked back. */
export interface PlanInPeriod {
  readonly tasks: number
  readonly counts: Readonly<Record<TaskStanding, number>>
  readonly done: readonly FollowedTask[]
  readonly late: readonly FollowedTask[]
  /** Losses all of whose tasks are done: their points are expected back with the next result. */
  readonly wonBack: readonly Loss[]
  readonly wonBackPoints: Points
  readonly lostPoints: Points
}

/** The tasks of a plan at the end of a day, by the reports made until then; `start` is the day from which the plan counts. A cancelled task wins nothing back. */
export const planInPeriod = (
  plan: { readonly tasks: readonly FollowedTask[]; readonly losses: readonly Loss[]; readonly start: string },
  entries: readonly ProgressEntry[],
  day: string,
): PlanInPeriod => {
  const tasks = tasksOn(plan.tasks, entries, day).map((task) => ({ task, standing: standingOf(task, day, plan.start) }))
  const counts: Record<TaskStanding, number> = { open: 0, endangered: 0, late: 0, done: 0, doneLate: 0, cancelled: 0 }
  for (const { standing } of tasks) counts[standing]++
  const isDone = (standing: TaskStanding): boolean => standing === 'done' || standing === 'doneLate'
  const wonBack = plan.losses.filter((loss) => {
    const own = tasks.filter(({ task }) => task.leaves.includes(loss.leaf))
    return own.length > 0 && own.every(({ standing }) => isDone(standing))
  })
  return {
    tasks: tasks.length,
    counts,
    done: tasks.filter(({ standing }) => isDone(standing)).map(({ task }) => task),
    late: tasks.filter(({ standing }) => standing === 'late').map(({ task }) => task),
    wonBack,
    wonBackPoints: sumPoints(wonBack.map(({ lost }) => lost)),
    lostPoints: sumPoints(plan.losses.map(({ lost }) => lost)),
  }
}
