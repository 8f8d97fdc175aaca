const dayMs = 86_400_000

const isWeekend = (day: Date): boolean => day.getUTCDay() === 0 || day.getUTCDay() === 6

/**
 * The last day on which a petition is taken: the n-th working day after the day of publication, which itself does not count (Civil Code
 * 91/2015/QH13, article 147.1). Saturdays, Sundays and the given holidays (ISO dates, yearly data) are no working days. `publishedOn` is an ISO date;
 * n is at least 1.
 */
export const lastPetitionDay = (publishedOn: string, workingDays: number, holidays: ReadonlySet<string> = new Set()): string => {
  let day = new Date(`${publishedOn}T00:00:00Z`)
  for (let left = workingDays; left > 0; ) {
    day = new Date(day.getTime() + dayMs)
    if (!isWeekend(day) && !holidays.has(day.toISOString().slice(0, 10))) left--
  }
  return day.toISOString().slice(0, 10)
}
