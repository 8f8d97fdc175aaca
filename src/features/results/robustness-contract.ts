import { z } from 'zod'
import { route } from '../../contract/route.ts'
import { id, roundShape } from '../../contract/shapes.ts'

/** How far weights may move, in percent of themselves: the steps that are offered. */
export const noises = [10, 25, 50] as const
const noiseShape = z.coerce.number().pipe(z.union([z.literal(10), z.literal(25), z.literal(50)]))

const criterion = z.object({ id: z.string(), code: z.string(), name: z.string() })

/** Numbers of statistics, not points: here alone they are floats. */
export const robustnessReply = z.object({
  state: z.enum(['none', 'running', 'done']),
  group: z.string(),
  noise: z.number().int(),
  done: z.number().int(),
  of: z.number().int(),
  result: z
    .object({
      replications: z.number().int(),
      intervals: z.array(z.object({ unitId: id, from: z.number().int().nullable(), to: z.number().int().nullable() })),
      criteria: z.array(
        criterion.extend({
          /** Mean number of places by which units move when the criterion is left out. */
          meanShift: z.number(),
          greatestShift: z.number(),
          weight: z.number(),
          correlation: z.number().nullable(),
          explained: z.number().nullable(),
        }),
      ),
    })
    .optional(),
})
export type RobustnessReply = z.infer<typeof robustnessReply>

const ofPublication = z.object({ publicationId: id })
const asked = z.object({ group: z.string().optional(), noise: noiseShape.default(25) })

const ofCycle = z.object({ cycleId: id })
const askedNow = asked.extend({ round: roundShape.optional() })

/** Of one unit alone: between which places it stands. */
export const ownFirmness = z.object({
  noise: z.number().int(),
  replications: z.number().int(),
  from: z.number().int().nullable(),
  to: z.number().int().nullable(),
  units: z.number().int(),
})
export type OwnFirmness = z.infer<typeof ownFirmness>

export const robustnessRoutes = {
  live: route({
    method: 'GET',
    path: '/api/cycles/:cycleId/robustness',
    act: 'readResults',
    about: 'cycle',
    summary: 'How firm the places of a group are as its scores stand now, before anything is published',
    params: ofCycle,
    query: askedNow,
    reply: robustnessReply,
  }),
  own: route({
    method: 'GET',
    path: '/api/cycles/:cycleId/units/:unitId/robustness',
    act: 'readOwnResult',
    about: 'cycleUnit',
    summary: 'Between which places one unit stands as the scores of its group are now; nothing of the others',
    params: z.object({ cycleId: id, unitId: id }),
    query: z.object({ noise: noiseShape.default(25) }),
    reply: ownFirmness,
  }),
  read: route({
    method: 'GET',
    path: '/api/publications/:publicationId/robustness',
    act: 'readPublications',
    about: 'authority',
    summary: 'How firm the places of a published group are, or how far their computing is',
    params: ofPublication,
    query: asked,
    reply: robustnessReply,
  }),
  start: route({
    method: 'POST',
    path: '/api/publications/:publicationId/robustness',
    act: 'computeRobustness',
    about: 'authority',
    summary: 'Start computing how firm the places of a published group are; once per group and noise',
    params: ofPublication,
    body: z.object({ group: z.string().optional(), noise: z.union([z.literal(10), z.literal(25), z.literal(50)]) }),
    reply: robustnessReply,
  }),
}
