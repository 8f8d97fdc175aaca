import { z } from 'zod'
import { route } from '../../contract/route.ts'
import { clockTime, id, isoDate, moment, problemShape, stageShape } from '../../contract/shapes.ts'
import { openedBySteps } from '../../core/cycle/opened-by-step.ts'
import { holidayRoutes } from './holidays/contract.ts'
import { noticeRoutes } from './notices/contract.ts'
import { reminderRoutes } from './reminders/contract.ts'

const words = (longest: number) =>
  z
    .string()
    .max(longest)
    .transform((text) => text.normalize('NFC').trim())
const named = words(300).pipe(z.string().min(1))
/** So many days before or after. */
const offsets = z.array(z.int().min(0).max(60)).max(10)

const writtenStep = z.object({
  id,
  title: named,
  /** The window as people write it: "trước ngày 05/12/2026". */
  words: words(200),
  /** The hour of the first day with which it begins, and the one of the last day at which it is over; 00:00 and 24:00 where none is said. */
  fromTime: clockTime.optional(),
  untilTime: clockTime.refine((time) => time !== '00:00').optional(),
  responsible: named.optional(),
  coordinating: z.array(named).max(50),
  /** Steps that have to be done before. */
  after: z.array(id).max(50),
  /** The round that it opens with its first day and locks after its last. */
  opens: z.enum(openedBySteps).optional(),
  remindBefore: offsets,
  remindAfter: offsets,
})
export type WrittenStep = z.output<typeof writtenStep>

export const stepShape = writtenStep.extend({
  from: isoDate.optional(),
  until: isoDate.optional(),
  state: z.enum(['coming', 'running', 'past']),
})
export type Step = z.infer<typeof stepShape>

export const calendarShape = z.object({
  version: z.number().int(),
  cycle: z.object({ id, title: z.string(), year: z.number().int(), stage: stageShape }),
  /** On the authority's clock. */
  today: isoDate,
  changedAt: moment.optional(),
  /** The last day of which facts and documents count. */
  cutOff: isoDate.optional(),
  steps: z.array(stepShape),
  problems: z.array(problemShape),
})
export type Calendar = z.infer<typeof calendarShape>

export const writtenCalendar = z.object({ cutOff: isoDate.optional(), steps: z.array(writtenStep).max(60) })
export type WrittenCalendar = z.output<typeof writtenCalendar>

const ofCycle = z.object({ cycleId: id })

export const calendarRoutes = {
  show: route({
    method: 'GET',
    path: '/api/cycles/:cycleId/calendar',
    act: 'readCalendar',
    about: 'cycle',
    summary: 'The steps of a cycle with their windows and what is doubtful about them',
    params: ofCycle,
    reply: calendarShape,
  }),
  write: route({
    method: 'PUT',
    path: '/api/cycles/:cycleId/calendar',
    act: 'changeCalendar',
    about: 'cycle',
    summary: 'Write the whole plan; steps may open and lock a round each; that of the self-assessment sets the deadline of the cycle',
    params: ofCycle,
    body: writtenCalendar,
    versioned: true,
    reply: calendarShape,
  }),
  proposal: route({
    method: 'GET',
    path: '/api/cycles/:cycleId/calendar/proposal',
    act: 'changeCalendar',
    about: 'cycle',
    summary: 'Steps to begin with: those of the cycle before, moved by whole years, or the usual ones',
    params: ofCycle,
    reply: z.object({ fromYear: z.number().int().optional(), cutOff: isoDate.optional(), steps: z.array(writtenStep) }),
  }),
  link: route({
    method: 'GET',
    path: '/api/cycles/:cycleId/calendar/link',
    act: 'readCalendar',
    about: 'cycle',
    summary: 'The person’s own address of the calendar file, for calendars that look again by themselves',
    params: ofCycle,
    reply: z.object({ path: z.string() }),
  }),
  renewLink: route({
    method: 'POST',
    path: '/api/cycles/:cycleId/calendar/link/renew',
    act: 'renewCalendarLink',
    about: 'cycle',
    summary: 'Make the person’s own address of the calendar file anew; the one before leads nowhere from now on',
    params: ofCycle,
    body: z.object({}),
    reply: z.object({ path: z.string() }),
  }),
  ...holidayRoutes,
  ...reminderRoutes,
  ...noticeRoutes,
}
