import { z } from 'zod'
import { route } from '../../contract/route.ts'
import { id, moment, personRef, unitRef } from '../../contract/shapes.ts'

export const petitionOutcomes = ['accepted', 'partlyAccepted', 'rejected'] as const
export type PetitionOutcome = (typeof petitionOutcomes)[number]

export const petitionShape = z.object({
  id,
  publication: z.object({ id, title: z.string(), number: z.number().int(), year: z.number().int() }),
  unit: unitRef,
  /** Of the receipt. */
  number: z.number().int(),
  nodeIds: z.array(z.string()),
  request: z.string(),
  filedAt: moment,
  filedBy: personRef,
  answer: z.object({ outcome: z.enum(petitionOutcomes), text: z.string(), answeredAt: moment, answeredBy: personRef }).optional(),
  correctedBy: z.object({ id, number: z.number().int() }).optional(),
  version: z.number().int(),
})
export type Petition = z.infer<typeof petitionShape>

/** A publication on which the unit may still petition. */
export const openWindow = z.object({
  publication: z.object({ id, title: z.string(), number: z.number().int(), year: z.number().int() }),
  closes: moment,
  criteria: z.array(z.object({ id: z.string(), code: z.string(), name: z.string() })),
})
export type OpenWindow = z.infer<typeof openWindow>

const ofUnit = z.object({ unitId: id })

export const petitionRoutes = {
  list: route({
    method: 'GET',
    path: '/api/petitions',
    act: 'readPetitions',
    about: 'authority',
    summary: 'Every petition on published results, unanswered first',
    query: z.object({ after: id.optional() }),
    reply: z.object({ petitions: z.array(petitionShape), next: id.optional() }),
  }),
  own: route({
    method: 'GET',
    path: '/api/units/:unitId/petitions',
    act: 'readOwnPetitions',
    about: 'unit',
    summary: 'The petitions of a unit, and the publications on which it may still petition',
    params: ofUnit,
    reply: z.object({ petitions: z.array(petitionShape), open: z.array(openWindow) }),
  }),
  file: route({
    method: 'POST',
    path: '/api/units/:unitId/petitions',
    act: 'filePetition',
    about: 'unit',
    summary: 'Ask for a published result to be looked at again; the reply is the receipt',
    params: ofUnit,
    body: z.object({ publicationId: id, nodeIds: z.array(z.string()).max(300), request: z.string().trim().min(1).max(10_000) }),
    reply: petitionShape,
    idempotent: true,
  }),
  answer: route({
    method: 'POST',
    path: '/api/petitions/:petitionId/answer',
    act: 'answerPetition',
    about: 'authority',
    summary: 'Answer a petition with its outcome and the reasons',
    params: z.object({ petitionId: id }),
    body: z.object({ outcome: z.enum(petitionOutcomes), text: z.string().trim().min(1).max(10_000) }),
    reply: petitionShape,
    versioned: true,
  }),
}
