import type { TaskState } from '../vocabulary.ts'
import type { FollowedTask } from './follow.ts'
import { type ReportPeriod, reportPeriods } from './plan-registers.ts'
import type { TaskId } from './task.ts'

/** What somebody reported of a task on a day; entries are never changed, the newest holds. */
export interface ProgressEntry {
  readonly task: TaskId
  readonly on: string
  readonly state: TaskState
  readonly share: number
}

const lastDays: Readonly<Record<ReportPeriod, string>> = {
  quarter1: '03-31',
  halfYear: '06-30',
  nineMonths: '09-30',
  year: '12-31',
}

/** The last day of a reporting period, ISO. Periods count from the first of January. */
export const lastDayOf = (period: ReportPeriod, year: number): string => `${year}-${lastDays[period]}`

/** The period that a report on this day is for: the first that has not ended, else the whole year. */
export const periodOn = (today: string, year: number): ReportPeriod =>
  reportPeriods.find((period) => today <= lastDayOf(period, year)) ?? 'year'

/** The period before, whose last entries a new report starts from; `undefined` before the first. */
export const periodBefore = (period: ReportPeriod): ReportPeriod | undefined => reportPeriods[reportPeriods.indexOf(period) - 1]

/** Tasks as they stood at the end of a day: each with its newest entry until then, else as the plan says. `entries` stand in the order in which they were made. */
export const tasksOn = (tasks: readonly FollowedTask[], entries: readonly ProgressEntry[], day: string): readonly FollowedTask[] => {
  const newest = new Map(entries.filter(({ on }) => on <= day).map((entry) => [entry.task, entry]))
  return tasks.map((task) => {
    const entry = newest.get(task.id)
    if (entry === undefined) return task
    const { doneOn: _, ...open } = task
    return { ...open, state: entry.state, share: entry.share, ...(entry.state === 'done' && { doneOn: entry.on }) }
  })
}
