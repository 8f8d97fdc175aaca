import { z } from 'zod'
import { route } from '../../contract/route.ts'
import { publicParts } from '../../core/publication/public-parts.ts'
import { decisionShape, id, moment, personRef, pointsShape, statusShape } from '../../contract/shapes.ts'

export const publicPartShape = z.enum(publicParts)

export const publicationShape = z.object({
  id,
  /** Of what the public may see of it; the rest never changes. */
  version: z.number().int(),
  number: z.number().int(),
  title: z.string(),
  year: z.number().int(),
  cycleId: id,
  publishedAt: moment,
  publishedBy: personRef.optional(),
  decision: decisionShape.optional(),
  isPublic: z.boolean(),
  parts: z.array(publicPartShape),
  /** The first moment at which no petition is taken any more; absent where none is taken. */
  petitionsClose: moment.optional(),
  hash: z.string(),
  corrects: z.object({ id, number: z.number().int(), reason: z.string() }).optional(),
  correctedBy: z.object({ id, number: z.number().int() }).optional(),
  groups: z.array(z.string()),
  /** Of each group's bundle, in the order of `groups`. */
  hashes: z.array(z.string()),
})
export type Publication = z.infer<typeof publicationShape>

/** A cycle whose appraisal is closed and whose results wait for the chair. */
export const readyCycle = z.object({ id, year: z.number().int(), title: z.string(), units: z.number().int(), submitted: z.number().int() })
export type ReadyCycle = z.infer<typeof readyCycle>

/** One leaf of one unit, given otherwise by a correction. */
export const correctedScore = z.object({
  unitId: id,
  nodeId: z.string(),
  points: pointsShape,
  reason: z.string().trim().min(1).max(2000),
})

const standing = z.object({
  points: z.string().nullable(),
  percent: z.string().nullable(),
  rank: z.number().int().nullable(),
  class: z.string().optional(),
})
const figure = z.object({ points: z.string().nullable(), status: statusShape.optional() })

/** What a correction changed of one unit; a side that did not have it is absent. */
export const differenceShape = z.object({
  unit: z.object({ id, name: z.string() }),
  group: z.string(),
  before: standing.optional(),
  after: standing.optional(),
  nodes: z.array(z.object({ node: z.string(), before: figure.optional(), after: figure.optional() })),
})
export type Difference = z.infer<typeof differenceShape>

const nameOf = z.object({ id: z.string(), name: z.string() })
export const contentShape = z.object({
  groups: z.array(
    z.object({ name: z.string(), units: z.array(nameOf), leaves: z.array(nameOf.extend({ code: z.string(), maxPoints: z.string() })) }),
  ),
})
export type PublishedContent = z.infer<typeof contentShape>

const inCycle = z.object({ cycleId: id })
const ofPublication = z.object({ publicationId: id })

export const publicationRoutes = {
  publish: route({
    method: 'POST',
    path: '/api/cycles/:cycleId/publications',
    act: 'publish',
    about: 'cycle',
    summary: 'Freeze and publish the results; a correction names the publication it corrects',
    params: inCycle,
    body: z.object({
      title: z.string().trim().min(1).max(300),
      isPublic: z.boolean(),
      decision: decisionShape.optional(),
      /** What everybody may see; ranking, sheets and open data where it is not said. */
      parts: z.array(publicPartShape).max(publicParts.length).optional(),
      /** Working days in which units may petition; none where absent or 0. */
      petitionDays: z.int().min(0).max(60).optional(),
      corrects: z
        .object({
          id,
          reason: z.string().trim().min(1).max(2000),
          /** Points that the correction gives otherwise, each with its reason. */
          scores: z.array(correctedScore).max(200).optional(),
        })
        .optional(),
    }),
    reply: publicationShape,
    idempotent: true,
  }),
  publications: route({
    method: 'GET',
    path: '/api/publications',
    act: 'readPublications',
    about: 'authority',
    summary: 'Everything published, newest first, and what waits to be',
    reply: z.object({ publications: z.array(publicationShape), ready: z.array(readyCycle) }),
  }),
  bundle: route({
    method: 'GET',
    path: '/api/publications/:publicationId/bundle',
    act: 'readPublications',
    about: 'authority',
    summary: 'The frozen bundle: framework, scores, options, results and hash, for `parindex verify`',
    params: ofPublication,
    query: z.object({ group: z.string() }),
    reply: 'file',
  }),
  content: route({
    method: 'GET',
    path: '/api/publications/:publicationId/content',
    act: 'readPublications',
    about: 'authority',
    summary: 'Units and criteria of a publication, group by group',
    params: ofPublication,
    reply: contentShape,
  }),
  differences: route({
    method: 'GET',
    path: '/api/publications/:publicationId/differences',
    act: 'readPublications',
    about: 'authority',
    summary: 'What a correction changed of the publication it corrects; nothing of one that corrects none',
    params: ofPublication,
    reply: z.object({ differences: z.array(differenceShape) }),
  }),
  publicity: route({
    method: 'POST',
    path: '/api/cycles/:cycleId/publications/:publicationId/publicity',
    act: 'changePublicity',
    about: 'cycle',
    summary: 'Show a publication to everybody, or no longer',
    params: z.object({ cycleId: id, publicationId: id }),
    body: z.object({ isPublic: z.boolean(), parts: z.array(publicPartShape).max(publicParts.length).optional() }),
    versioned: true,
    reply: 'nothing',
  }),
}
