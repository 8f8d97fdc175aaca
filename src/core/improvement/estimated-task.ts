import type { Points } from '../exact/points.ts'
import type { NodeId } from '../ids.ts'
import type { Task, TaskEstimate, TaskId } from './task.ts'

/** A task with what it costs and, by leaf, what it is expected to win: points × likelihood, in hundredths of ten-thousandths of a point. */
export interface EstimatedTask {
  readonly id: TaskId
  readonly effort: number
  readonly gains: ReadonlyMap<NodeId, number>
}

/** Only tasks with an estimate take part, and only where they win something that was lost. */
export const estimatedTasks = (tasks: readonly Task[], lost: ReadonlyMap<NodeId, Points>): readonly EstimatedTask[] =>
  tasks.flatMap(({ id, estimate }) => {
    if (estimate === undefined) return []
    const gains = expectedGains(estimate, lost)
    return gains.size === 0 ? [] : [{ id, effort: estimate.effort, gains }]
  })

const expectedGains = ({ gains, likelihood }: TaskEstimate, lost: ReadonlyMap<NodeId, Points>): ReadonlyMap<NodeId, number> =>
  new Map([...gains].filter(([leaf, gain]) => gain > 0 && (lost.get(leaf) ?? 0) > 0).map(([leaf, gain]) => [leaf, gain * likelihood]))
