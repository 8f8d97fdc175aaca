import type { EstimatedTask } from './estimated-task.ts'

/**
 * The effort that winning `gain` more takes at least with the tasks from `from` on: as if tasks could be done in part and no leaf had an end, so never more than what it takes in truth.
 * `Infinity` where they do not bring so much.
 */
export type RemainingEffort = (from: number, gain: number) => number

interface Worth {
  readonly effort: number
  readonly gain: number
}

/** Prepares {@link RemainingEffort} for tasks in their order; `worth` of a task is the most it can win. */
export const remainingEffort = (tasks: readonly EstimatedTask[], worth: (task: EstimatedTask) => number): RemainingEffort => {
  const suffixes = tasks.map((_, from) =>
    tasks
      .slice(from)
      .map((task): Worth => ({ effort: task.effort, gain: worth(task) }))
      .sort((a, b) => a.effort * b.gain - b.effort * a.gain),
  )
  return (from, gain) => leastEffort(suffixes[from] ?? [], gain)
}

const leastEffort = (byWorth: readonly Worth[], gain: number): number => {
  let left = gain
  let effort = 0
  for (const each of byWorth) {
    if (left <= 0) break
    effort += left >= each.gain ? each.effort : (each.effort * left) / each.gain
    left -= each.gain
  }
  // Efforts are whole; what a sum of quotients is off by must not take a whole one more.
  return left > 0 ? Number.POSITIVE_INFINITY : Math.ceil(effort - 1e-6)
}
