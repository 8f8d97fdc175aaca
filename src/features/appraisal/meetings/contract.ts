import { z } from 'zod'
import { route } from '../../../contract/route.ts'
import { clockTime, id, isoDate, personRef } from '../../../contract/shapes.ts'

/** A meeting of the council as its secretary recorded it. */
export const meeting = z.object({
  number: z.number().int(),
  heldOn: isoDate,
  began: clockTime,
  ended: clockTime.optional(),
  place: z.string(),
  absent: z.array(z.object({ person: personRef, reason: z.string() })),
  version: z.number().int(),
})
export type Meeting = z.infer<typeof meeting>

export const newMeeting = z.object({
  heldOn: isoDate,
  began: clockTime,
  ended: clockTime.optional(),
  place: z.string().trim().min(1).max(300),
  absent: z
    .array(z.object({ personId: id, reason: z.string().trim().max(300).default('') }))
    .max(100)
    .default([]),
})
export type NewMeeting = z.output<typeof newMeeting>

export const meetingRoutes = {
  record: route({
    method: 'PUT',
    path: '/api/cycles/:cycleId/council-meetings/:number',
    act: 'recordCouncilMeeting',
    about: 'cycle',
    summary: 'Record when and where the council met and who was absent; the minutes take it from here',
    params: z.object({ cycleId: id, number: z.coerce.number().int().min(1).max(99) }),
    body: newMeeting,
    versioned: true,
    reply: z.object({ version: z.number().int() }),
  }),
}
