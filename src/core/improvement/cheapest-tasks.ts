import { type Fraction, fraction } from '../exact/fraction.ts'
import { type Points, pointsScale } from '../exact/points.ts'
import type { NodeId } from '../ids.ts'
import { type EstimatedTask, estimatedTasks } from './estimated-task.ts'
import { compareOffers, type Offer, pickedTasks } from './pareto.ts'
import { searchTasks } from './search-tasks.ts'
import type { Task, TaskId } from './task.ts'

/** Tasks chosen together: their effort, and the points expected of them, exact. */
export interface TaskChoice {
  readonly tasks: readonly TaskId[]
  readonly effort: number
  readonly gain: Fraction
}

/**
 * - `found`: the cheapest set that reaches the goal (of equally cheap ones the one that wins most), and the next best that does without at least one of its tasks;
 * - `outOfReach`: all tasks together do not reach it; `most` is what they bring;
 * - `tooLarge`: too many tasks work on the same leaves for an exact answer.
 */
export type CheapestTasks =
  | { readonly outcome: 'found'; readonly best: TaskChoice; readonly runnerUp: TaskChoice | null }
  | { readonly outcome: 'outOfReach'; readonly most: TaskChoice }
  | { readonly outcome: 'tooLarge' }

type Caps = ReadonlyMap<NodeId, number>

const percent = 100

/**
 * The cheapest set of tasks expected to win `needed` points, exact. A task counts with its points times its likelihood; what several tasks win on one leaf adds up to what was lost there
 * and never beyond. Tasks without estimate take no part.
 */
export const cheapestTasks = (tasks: readonly Task[], lost: ReadonlyMap<NodeId, Points>, needed: Points): CheapestTasks => {
  const candidates = estimatedTasks(tasks, lost)
  const caps = new Map([...lost].map(([leaf, points]) => [leaf, points * percent]))
  const best = searchTasks(candidates, caps, needed * percent)
  if (best === 'tooLarge') return { outcome: 'tooLarge' }
  if (best === null) return { outcome: 'outOfReach', most: allOf(candidates, caps) }
  return { outcome: 'found', best: choiceOf(best, candidates), runnerUp: runnerUpOf(best, candidates, caps, needed * percent) }
}

const runnerUpOf = (best: Offer, tasks: readonly EstimatedTask[], caps: Caps, needed: number): TaskChoice | null => {
  const others = pickedTasks(best).flatMap((without) => {
    const next = searchTasks(
      tasks.filter(({ id }) => id !== without),
      caps,
      needed,
    )
    return next === null || next === 'tooLarge' ? [] : next
  })
  const next = others.sort(compareOffers)[0]
  return next === undefined ? null : choiceOf(next, tasks)
}

const gainOf = (gain: number): Fraction => fraction(BigInt(gain), BigInt(pointsScale * percent))

/** In the order of the plan. */
const choiceOf = (offer: Offer, order: readonly EstimatedTask[]): TaskChoice => {
  const picked = new Set(pickedTasks(offer))
  return { tasks: order.map(({ id }) => id).filter((id) => picked.has(id)), effort: offer.effort, gain: gainOf(offer.gain) }
}

const allOf = (tasks: readonly EstimatedTask[], caps: Caps): TaskChoice => ({
  tasks: tasks.map(({ id }) => id),
  effort: tasks.reduce((sum, { effort }) => sum + effort, 0),
  gain: gainOf(
    [...caps].reduce(
      (sum, [leaf, cap]) =>
        sum +
        Math.min(
          cap,
          tasks.reduce((won, { gains }) => won + (gains.get(leaf) ?? 0), 0),
        ),
      0,
    ),
  ),
})
