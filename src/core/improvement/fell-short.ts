import { type Points, subtractPoints, sumPoints, zeroPoints } from '../exact/points.ts'
import type { NodeId } from '../ids.ts'
import type { TargetComparison } from './compare-targets.ts'
import { type FollowedTask, pointsAtStake, type TaskStanding } from './follow.ts'
import type { LostLeaf } from './loss.ts'

/** A task that did not come to what was asked of it: its standing, what is at stake, and what its rows missed of their targets where the result is known. */
export interface ShortTask {
  readonly task: FollowedTask
  readonly standing: TaskStanding
  readonly atStake: Points
  readonly missed: Points
}

const short: readonly TaskStanding[] = ['late', 'doneLate', 'cancelled']

const missedOf = (leaves: readonly NodeId[], comparisons: readonly TargetComparison[]): Points =>
  sumPoints(comparisons.filter(({ leaf, gap }) => gap < 0 && leaves.includes(leaf)).map(({ gap }) => subtractPoints(zeroPoints, gap)))

/**
 * Tasks that fell short and may have lowered the result of the agency: late, done late or given up, or with a row that missed its target in the result of the year.
 * First those that missed most. Source: R000-62 of the requirements.
 */
export const tasksThatFellShort = (
  tasks: readonly FollowedTask[],
  standingOf: (task: FollowedTask) => TaskStanding,
  losses: readonly LostLeaf[],
  comparisons: readonly TargetComparison[],
): readonly ShortTask[] =>
  tasks
    .map((task) => ({
      task,
      standing: standingOf(task),
      atStake: pointsAtStake([task], losses),
      missed: missedOf(task.leaves, comparisons),
    }))
    .filter(({ standing, missed }) => short.includes(standing) || missed > 0)
    .sort((a, b) => b.missed - a.missed || b.atStake - a.atStake)
