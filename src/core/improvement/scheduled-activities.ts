import type { PlanFile } from './plan-file.ts'
import type { ActivityRhythm } from './plan-registers.ts'

type Activity = PlanFile['activities'][number]

/** Months with whose last day a time ends. */
const endMonths: Readonly<Record<ActivityRhythm, readonly number[]>> = {
  month: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
  quarter: [3, 6, 9, 12],
  halfYear: [6, 12],
}

const lastDayOfMonth = (year: number, month: number): string => new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)

/**
 * Activities with those that come back written out: each time an entry of its own, due on the last day of its month, quarter or half-year, with the id of the first and a number.
 * Times that end before `from` (ISO) are left out; where all do, the entry stands once without rhythm.
 */
export const scheduledActivities = (activities: readonly Activity[], year: number, from: string): readonly Activity[] =>
  activities.flatMap(({ every, ...activity }) => {
    if (every === undefined) return [activity]
    const days = endMonths[every].map((month) => lastDayOfMonth(year, month)).filter((day) => day >= from)
    return days.length === 0 ? [activity] : days.map((until, at) => ({ ...activity, id: `${activity.id}-${at + 1}`, until }))
  })
