import { addDays, addMonths } from '../dates.ts'

/** What is reported on: reform as a whole, the unit's own advising work, or projects and their disbursement. Source: seed plans 0 (8.2), 2 (III.2) and 3 (II.2.2.e). */
export const reportKinds = ['reform', 'advising', 'projects'] as const
export type ReportKind = (typeof reportKinds)[number]

const months = [
  'month01',
  'month02',
  'month03',
  'month04',
  'month05',
  'month06',
  'month07',
  'month08',
  'month09',
  'month10',
  'month11',
  'month12',
] as const
/** Spans of a year that end one after the other, each from the beginning of the year. */
const spans = ['quarter1', 'halfYear', 'nineMonths', 'year'] as const

/** What a report is for: a month, a span from the beginning of the year, or an occasion of its own. */
export const reportingPeriods = [...months, ...spans, 'adHoc'] as const
export type ReportingPeriod = (typeof reportingPeriods)[number]

/** Periods in which a kind is reported, in the order in which they end. */
export const periodsOfKind = (kind: ReportKind): readonly ReportingPeriod[] => (kind === 'projects' ? months : spans)

const lastMonths: Readonly<Record<(typeof spans)[number], number>> = { quarter1: 3, halfYear: 6, nineMonths: 9, year: 12 }

const isSpan = (period: ReportingPeriod): period is (typeof spans)[number] => Object.hasOwn(lastMonths, period)

/** Month in which a period ends, 1–12; `undefined` of an occasion. */
const lastMonthOf = (period: ReportingPeriod): number | undefined => {
  if (isSpan(period)) return lastMonths[period]
  const at = months.findIndex((month) => month === period)
  return at < 0 ? undefined : at + 1
}

/**
 * The days whose figures a periodic report holds, ISO: a month from the 15th of the month before to the 14th, a span from 15 December of the year before.
 * `undefined` of an occasion. Source: Decree 09/2019/NĐ-CP, Article 12.
 */
export const daysOfPeriod = (period: ReportingPeriod, year: number): { readonly from: string; readonly until: string } | undefined => {
  const month = lastMonthOf(period)
  if (month === undefined) return undefined
  const until = `${year}-${String(month).padStart(2, '0')}-14`
  return { from: isSpan(period) ? `${year - 1}-12-15` : addDays(addMonths(until, -1), 1), until }
}

/** The day proposed for sending: the one after the figures are closed. The authority that asks for the report sets its own. */
export const proposedDueDay = (period: ReportingPeriod, year: number): string | undefined => {
  const days = daysOfPeriod(period, year)
  return days && addDays(days.until, 1)
}
