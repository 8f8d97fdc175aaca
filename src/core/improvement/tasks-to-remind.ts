import { daysBetween } from '../dates.ts'
import type { FollowedTask } from './follow.ts'

const daysBefore: readonly number[] = [14, 7, 1]
const daysBetweenUrgings = 7

/**
 * Tasks of which people are reminded on a day (ISO): two weeks, a week and a day before their last day, on the day after it, and every week from then, until they are done or given up.
 * A task without a last day is never one of them.
 */
export const tasksToRemind = (tasks: readonly FollowedTask[], today: string): readonly FollowedTask[] =>
  tasks.filter(({ state, until }) => {
    if (until === undefined || state === 'done' || state === 'cancelled') return false
    const left = daysBetween(today, until)
    return left < 0 ? (-left - 1) % daysBetweenUrgings === 0 : daysBefore.includes(left)
  })
