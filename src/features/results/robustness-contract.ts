import { z } from 'zod'
import { route } from '../../contract/route.ts'
import { id } from '../../contract/shapes.ts'

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

export const robustnessRoutes = {
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
