import { z } from 'zod'
import { route } from '../../../contract/route.ts'
import { id, isoDate, unitRef } from '../../../contract/shapes.ts'
import { taskStates } from '../../../core/vocabulary.ts'

const words = (longest: number) =>
  z
    .string()
    .max(longest)
    .transform((text) => text.normalize('NFC').trim())

const task = z.object({
  task: words(2000).pipe(z.string().min(1)),
  /** A unit of the authority; `responsible` names whoever is none. */
  unitId: id.optional(),
  responsible: words(300).default(''),
  dueOn: isoDate.optional(),
  state: z.enum(taskStates),
  note: words(2000).default(''),
})

export const writtenConference = z.object({
  heldOn: isoDate,
  place: words(300).default(''),
  chairedBy: words(300).default(''),
  /** Number and day of the notice of conclusions, as printed. */
  notice: words(200).default(''),
  conclusions: words(20_000).pipe(z.string().min(1)),
  tasks: z.array(task).max(200),
})
export type WrittenConference = z.output<typeof writtenConference>

export const conferenceShape = writtenConference.extend({
  tasks: z.array(task.extend({ unit: unitRef.optional(), isLate: z.boolean() })),
})
export type Conference = z.infer<typeof conferenceShape>

export const conferenceReply = z.object({
  publication: z.object({ id, title: z.string() }),
  /** 0: nothing is written down yet. */
  version: z.number().int(),
  conference: conferenceShape.optional(),
  units: z.array(unitRef),
  canChange: z.boolean(),
})
export type ConferenceReply = z.infer<typeof conferenceReply>

const ofPublication = z.object({ publicationId: id })
export const conferenceRoutes = {
  show: route({
    method: 'GET',
    path: '/api/publications/:publicationId/conference',
    act: 'readPublications',
    about: 'authority',
    summary: 'The publication conference: its day, what was concluded, and the tasks that follow with how far they are',
    params: ofPublication,
    reply: conferenceReply,
  }),
  write: route({
    method: 'PUT',
    path: '/api/publications/:publicationId/conference',
    act: 'recordConference',
    about: 'authority',
    summary: 'Write the conference down, or how far its tasks are',
    params: ofPublication,
    body: writtenConference,
    versioned: true,
    reply: conferenceReply,
  }),
}
