import { publicHolidays, type WorkCalendar } from '../../core/cycle/holidays.ts'
import type { ActContext } from '../../platform/database/transaction.ts'

/** When offices work from a day on: the authority's own lists of that year and the next, public holidays for a year that it has not kept. */
export const loadWorkCalendar = async ({ transaction }: Pick<ActContext, 'transaction'>, day: string): Promise<WorkCalendar> => {
  const years = [Number(day.slice(0, 4)), Number(day.slice(0, 4)) + 1]
  const kept = await transaction
    .selectFrom('holiday_year as y')
    .leftJoin('holiday as h', 'h.year', 'y.year')
    .select(['y.year', 'h.day', 'h.is_worked'])
    .where('y.year', 'in', years)
    .execute()
  const known = new Set(kept.map(({ year }) => year))
  const byLaw = years.filter((year) => !known.has(year)).flatMap((year) => publicHolidays(year).map((each) => each.day))
  const days = (isWorked: boolean) => kept.flatMap((row) => (row.day !== null && row.is_worked === isWorked ? [row.day] : []))
  return { off: new Set([...byLaw, ...days(false)]), worked: new Set(days(true)) }
}
