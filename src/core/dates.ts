const iso = /^(\d{4})-(\d{2})-(\d{2})$/
const printed = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/
const dayLength = 86_400_000

const two = (value: number): string => String(value).padStart(2, '0')
const isoOf = (moment: Date): string =>
  `${String(moment.getUTCFullYear()).padStart(4, '0')}-${two(moment.getUTCMonth() + 1)}-${two(moment.getUTCDate())}`

/** Reads `2022-12-09` or `09/12/2022` as an ISO date; a day that the calendar lacks is `undefined`. Dates only, no clock. */
export const parseDate = (text: string): string | undefined => {
  const [, year, month, day] = iso.exec(text.trim()) ?? []
  const [, printedDay, printedMonth, printedYear] = printed.exec(text.trim()) ?? []
  const parts = [year ?? printedYear, month ?? printedMonth, day ?? printedDay].map(Number)
  const [y = Number.NaN, m = Number.NaN, d = Number.NaN] = parts
  if (Number.isNaN(y + m + d) || y < 1900) return undefined
  const date = isoOf(new Date(Date.UTC(y, m - 1, d)))
  return date === `${String(y).padStart(4, '0')}-${two(m)}-${two(d)}` ? date : undefined
}

const daysOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / dayLength

/** Whole days from one ISO date to another; negative where the second is earlier. */
export const daysBetween = (from: string, to: string): number => daysOf(to) - daysOf(from)

export const addDays = (date: string, days: number): string => isoOf(new Date((daysOf(date) + days) * dayLength))

/**
 * The same day some months later; where that month has no such day, its last one.
 * Source: Civil Code 91/2015/QH13, Article 148(3), on the end of a period counted in months.
 */
export const addMonths = (date: string, months: number): string => {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
  return isoOf(new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))))
}
