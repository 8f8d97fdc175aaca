import { z } from 'zod'
import { route } from '../../../contract/route.ts'
import { id, moment, stageShape } from '../../../contract/shapes.ts'

/** How far a unit is, and when its people were last reminded. */
const boardUnit = z.object({
  id,
  code: z.string(),
  name: z.string(),
  group: z.string(),
  stage: stageShape,
  answered: z.number().int(),
  leaves: z.number().int(),
  late: z.boolean(),
  /** People who can be told. */
  people: z.number().int(),
  remindedAt: moment.optional(),
})
export type BoardUnit = z.infer<typeof boardUnit>

export const boardShape = z.object({
  units: z.array(boardUnit),
  /** Whether e-mail leaves this installation at all. */
  hasMail: z.boolean(),
  mail: z.object({ waiting: z.number().int(), sent: z.number().int(), failed: z.number().int() }),
  /** What the mail server said, newest first; also of mails that are tried again. */
  failures: z.array(z.object({ person: z.string(), reason: z.string(), attempts: z.number().int(), isGivenUp: z.boolean() })),
})
export type Board = z.infer<typeof boardShape>

const ofCycle = z.object({ cycleId: id })
export const reminderBody = z.object({
  unitIds: z.array(id).min(1).max(5000),
  message: z.string().trim().min(1).max(2000),
  preview: z.boolean().default(false),
})
export type ReminderBody = z.output<typeof reminderBody>

export const reminderRoutes = {
  board: route({
    method: 'GET',
    path: '/api/cycles/:cycleId/board',
    act: 'readCycleProgress',
    about: 'cycle',
    summary: 'Who has entered what, who is late, who was reminded when, and which mails did not arrive',
    params: ofCycle,
    reply: boardShape,
  }),
  remind: route({
    method: 'POST',
    path: '/api/cycles/:cycleId/reminders',
    act: 'remindUnits',
    about: 'cycle',
    summary: 'Remind the officers and heads of any number of units, or with `preview` say whom it would reach',
    params: ofCycle,
    body: reminderBody,
    idempotent: true,
    reply: z.object({
      people: z.number().int(),
      withMail: z.number().int(),
      /** Units in which nobody can be told. */
      unreached: z.array(z.string()),
    }),
  }),
}
