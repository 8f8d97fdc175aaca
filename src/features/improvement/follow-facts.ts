import { lossesOf, tasksOf } from '../../core/improvement/plan.ts'
import type { FollowedTask, TaskStanding } from '../../core/improvement/follow.ts'
import { standingOf } from '../../core/improvement/follow.ts'
import type { Loss } from '../../core/improvement/loss.ts'
import { type ProgressEntry, tasksOn } from '../../core/improvement/progress.ts'
import { taskId } from '../../core/improvement/task.ts'
import type { PlanView } from './contract.ts'

/** Tasks as they stand, with the losses they answer. */
export interface Followed {
  readonly tasks: readonly FollowedTask[]
  readonly losses: readonly Loss[]
  readonly entries: readonly ProgressEntry[]
  readonly standing: (task: FollowedTask) => TaskStanding
}

/** The plan's tasks as their reports have them today. */
export const followed = ({ plan, progress, today, start }: PlanView): Followed => {
  const entries = progress.map(({ taskId: task, on, state, share }) => ({ task: taskId(task), on, state, share }))
  return {
    tasks: tasksOn(tasksOf(plan), entries, today),
    losses: lossesOf(plan),
    entries,
    standing: (task) => standingOf(task, today, start),
  }
}
