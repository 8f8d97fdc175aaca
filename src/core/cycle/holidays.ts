import { addDays } from '../dates.ts'
import { lunarDate } from './lunar-date.ts'

/** Which public holiday a day off is; `inLieu` stands in for one that fell on a weekly day off. */
export const holidayKinds = ['newYear', 'lunarNewYear', 'hungKings', 'reunification', 'labour', 'national', 'inLieu'] as const
export type HolidayKind = (typeof holidayKinds)[number]

/** ISO dates: what an authority has off beyond weekends, and the days of a weekend on which it works instead. */
export interface WorkCalendar {
  readonly off: ReadonlySet<string>
  readonly worked: ReadonlySet<string>
}

const weekday = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay()
export const isWeekend = (day: string): boolean => weekday(day) === 0 || weekday(day) === 6

/** Whether offices work on an ISO date: Monday to Friday but for days off, and weekends that are worked by order. */
export const isWorkingDay = (day: string, { off, worked }: WorkCalendar): boolean => (isWeekend(day) ? worked.has(day) : !off.has(day))

/** The National Day goes with the day before it or after it: whichever is no weekend. */
const besideNationalDay = (year: number): string => (isWeekend(`${year}-09-01`) ? `${year}-09-03` : `${year}-09-01`)

const fixed = (year: number): readonly (readonly [string, HolidayKind])[] => {
  const tet = lunarDate(year, 1, 1)
  return [
    [`${year}-01-01`, 'newYear'],
    ...[-1, 0, 1, 2, 3].map((days) => [addDays(tet, days), 'lunarNewYear'] as const),
    [lunarDate(year, 3, 10), 'hungKings'],
    [`${year}-04-30`, 'reunification'],
    [`${year}-05-01`, 'labour'],
    [besideNationalDay(year), 'national'],
    [`${year}-09-02`, 'national'],
  ]
}

/**
 * Public holidays of a year (1968–2100), by day, to begin a list with: 1 January, five days of Tết, the Hùng Kings' day (10/3 lunar), 30 April, 1 May, 2 September
 * with a day beside it; each that falls on a weekend gives the next working day off. Labour Code 45/2019/QH14, articles 111.3 and 112. Which five days of Tết and
 * which day beside 2 September is for the Prime Minister to say (article 112.3); proposed are the eve with four days of Tết, and 1 September.
 */
export const publicHolidays = (year: number): readonly { readonly day: string; readonly kind: HolidayKind }[] => {
  const days = new Map(fixed(year))
  for (const [day] of fixed(year)) {
    if (!isWeekend(day)) continue
    let next = addDays(day, 1)
    while (isWeekend(next) || days.has(next)) next = addDays(next, 1)
    days.set(next, 'inLieu')
  }
  return [...days].map(([day, kind]) => ({ day, kind })).sort((one, other) => (one.day < other.day ? -1 : 1))
}
