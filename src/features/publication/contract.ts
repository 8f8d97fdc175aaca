import { z } from 'zod'
import { route } from '../../contract/route.ts'
import { id, moment, personRef, unitRef } from '../../contract/shapes.ts'

const publicationHead = {
  id,
  number: z.number().int(),
  title: z.string(),
  year: z.number().int(),
  cycleId: id,
  publishedAt: moment,
  publishedBy: personRef.optional(),
  isPublic: z.boolean(),
  hash: z.string(),
  corrects: z.object({ id, number: z.number().int(), reason: z.string() }).optional(),
  correctedBy: z.object({ id, number: z.number().int() }).optional(),
}
export const publicationShape = z.object(publicationHead)
export type Publication = z.infer<typeof publicationShape>

const publishedTotal = z.object({ points: z.string().nullable(), appliedMax: z.string(), percent: z.string().nullable(), rank: z.number().nullable() })

export const publishedUnit = z.object({
  unit: unitRef.omit({ code: true }),
  group: z.string(),
  points: z.string().nullable(),
  appliedMax: z.string().nullable(),
  percent: z.string().nullable(),
  rank: z.number().int().nullable(),
  class: z.string().optional(),
  areas: z.record(z.string(), publishedTotal),
})
export type PublishedUnit = z.infer<typeof publishedUnit>

export const publicationReply = z.object({
  ...publicationHead,
  groups: z.array(z.object({ group: z.string(), areas: z.array(z.object({ id: z.string(), code: z.string(), name: z.string(), maxPoints: z.string() })) })),
  units: z.array(publishedUnit),
})
export type PublicationReply = z.infer<typeof publicationReply>

export const publishedSheet = z.object({
  publication: z.object({ id, number: z.number().int(), title: z.string(), year: z.number().int() }),
  unit: publishedUnit,
  rankedUnits: z.number().int(),
  groupMean: z.record(z.string(), z.string()),
  rows: z.array(
    z.object({ id: z.string(), code: z.string(), name: z.string(), depth: z.number().int(), isLeaf: z.boolean(), maxPoints: z.string(), total: publishedTotal.optional() }),
  ),
})
export type PublishedSheet = z.infer<typeof publishedSheet>

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
      corrects: z.object({ id, reason: z.string().trim().min(1).max(2000) }).optional(),
    }),
    reply: publicationShape,
    idempotent: true,
  }),
  publications: route({
    method: 'GET',
    path: '/api/publications',
    act: 'readPublications',
    about: 'authority',
    summary: 'Everything published, newest first',
    reply: z.object({ publications: z.array(publicationShape) }),
  }),
  publication: route({
    method: 'GET',
    path: '/api/publications/:publicationId',
    act: 'readPublications',
    about: 'authority',
    summary: 'A publication with its ranking',
    params: ofPublication,
    reply: publicationReply,
  }),
  publishedSheet: route({
    method: 'GET',
    path: '/api/publications/:publicationId/units/:unitId',
    act: 'readPublications',
    about: 'authority',
    summary: 'The published sheet of a unit',
    params: z.object({ publicationId: id, unitId: id }),
    reply: publishedSheet,
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
  publicity: route({
    method: 'POST',
    path: '/api/cycles/:cycleId/publications/:publicationId/publicity',
    act: 'changePublicity',
    about: 'cycle',
    summary: 'Show a publication to everybody, or no longer',
    params: z.object({ cycleId: id, publicationId: id }),
    body: z.object({ isPublic: z.boolean() }),
    reply: 'nothing',
  }),
}
