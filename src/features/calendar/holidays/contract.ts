import { z } from 'zod'
import { route } from '../../../contract/route.ts'
import { isoDate } from '../../../contract/shapes.ts'

const named = z
  .string()
  .max(200)
  .transform((text) => text.normalize('NFC').trim())
  .pipe(z.string().min(1))

export const holidayShape = z.object({
  day: isoDate,
  name: named,
  /** A day of a weekend on which offices work instead of another day. */
  isWorked: z.boolean(),
})
export type Holiday = z.output<typeof holidayShape>

export const holidayList = z.object({
  year: z.number().int(),
  /** 0: nobody has kept this year; what stands are the public holidays of the Labour Code. */
  version: z.number().int(),
  days: z.array(holidayShape),
  canChange: z.boolean(),
})
export type HolidayList = z.infer<typeof holidayList>

const ofYear = z.object({ year: z.coerce.number().int().min(2000).max(2100) })

export const holidayRoutes = {
  holidays: route({
    method: 'GET',
    path: '/api/holidays',
    act: 'readCalendar',
    about: 'authority',
    summary: 'Days off of a year and weekends that are worked; the public holidays where the authority has kept none',
    query: ofYear,
    reply: holidayList,
  }),
  writeHolidays: route({
    method: 'PUT',
    path: '/api/holidays',
    act: 'changeHolidays',
    about: 'authority',
    summary: 'Write the days off of a year; windows that count working days from then on count by them',
    body: z.object({ year: z.int().min(2000).max(2100), days: z.array(holidayShape).max(100) }),
    versioned: true,
    reply: holidayList,
  }),
}
