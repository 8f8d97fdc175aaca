import { daysBetween } from '../dates.ts'
import { type Points, sumPoints } from '../exact/points.ts'
import type { NodeId } from '../ids.ts'
import type { TaskState } from '../vocabulary.ts'
import type { LostLeaf } from './loss.ts'
import type { Task } from './task.ts'

/** A task with how far it is. `share` is the part done in whole percent, as who leads it says. */
export interface FollowedTask extends Task {
  readonly state: TaskState
  readonly share: number
  /** The day it was done, where it is. */
  readonly doneOn?: string
}

/**
 * How a task stands on a day: `late` past its last day and not done, `endangered` where less is done than the time that has gone by since `start` would ask for, by more than a quarter of the work,
 * or where it has not begun within the last two weeks; `doneLate` after its day.
 */
export type TaskStanding = 'open' | 'endangered' | 'late' | 'done' | 'doneLate' | 'cancelled'

const lastWeeks = 14
const slack = 25

/** The standing of a task on a day; `start` is the day from which time is counted (the plan's own date). A task without a last day is never late. */
export const standingOf = (task: FollowedTask, today: string, start: string): TaskStanding => {
  if (task.state === 'cancelled') return 'cancelled'
  if (task.state === 'done') return task.until !== undefined && (task.doneOn ?? today) > task.until ? 'doneLate' : 'done'
  if (task.until === undefined) return 'open'
  if (today > task.until) return 'late'
  const whole = daysBetween(start, task.until)
  const gone = Math.max(0, daysBetween(start, today))
  const due = whole <= 0 ? 100 : (100 * gone) / whole
  const isClose = daysBetween(today, task.until) < lastWeeks
  return due - task.share > slack || (isClose && task.state === 'notStarted') ? 'endangered' : 'open'
}

/** Points that are lost again where the tasks fail: of every leaf they work on once, as much as was lost there. */
export const pointsAtStake = (tasks: readonly Task[], losses: readonly LostLeaf[]): Points => {
  const leaves = new Set<NodeId>(tasks.flatMap((task) => task.leaves))
  return sumPoints(losses.filter(({ leaf }) => leaves.has(leaf)).map(({ lost }) => lost))
}

/** What a division has to show for a period: tasks it leads by standing, and the points at stake in those late or endangered. */
export interface DivisionStanding {
  readonly leadUnit: string
  readonly tasks: number
  readonly counts: Readonly<Record<TaskStanding, number>>
  readonly atStake: Points
}

/** Per lead unit, in the order in which units come first; tasks without a lead unit stand under the empty name. */
export const standingByDivision = (
  tasks: readonly FollowedTask[],
  losses: readonly LostLeaf[],
  today: string,
  start: string,
): readonly DivisionStanding[] => {
  const divisions = new Map<string, FollowedTask[]>()
  for (const task of tasks) divisions.set(task.leadUnit ?? '', [...(divisions.get(task.leadUnit ?? '') ?? []), task])
  return [...divisions].map(([leadUnit, own]) => {
    const standings = own.map((task) => ({ task, standing: standingOf(task, today, start) }))
    const counts: Record<TaskStanding, number> = { open: 0, endangered: 0, late: 0, done: 0, doneLate: 0, cancelled: 0 }
    for (const { standing } of standings) counts[standing]++
    const weak = standings.filter(({ standing }) => standing === 'late' || standing === 'endangered').map(({ task }) => task)
    return { leadUnit, tasks: own.length, counts, atStake: pointsAtStake(weak, losses) }
  })
}
