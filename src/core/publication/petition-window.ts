import { isWorkingDay, type WorkCalendar } from '../cycle/holidays.ts'
import { addDays } from '../dates.ts'

/**
 * The last day on which a petition is taken: the n-th working day after the day of publication, which itself does not count (Civil Code
 * 91/2015/QH13, article 147.1). What a working day is says the authority's list of its years. `publishedOn` is an ISO date; n is at least 1.
 */
export const lastPetitionDay = (publishedOn: string, workingDays: number, calendar: WorkCalendar): string => {
  let day = publishedOn
  for (let left = workingDays; left > 0; ) {
    day = addDays(day, 1)
    if (isWorkingDay(day, calendar)) left--
  }
  return day
}
