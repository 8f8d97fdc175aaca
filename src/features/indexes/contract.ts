import { z } from 'zod'
import { route } from '../../contract/route.ts'
import { countingNumber, id, pointsShape, seenVersion, unitRef } from '../../contract/shapes.ts'

const words = (most: number) =>
  z
    .string()
    .max(most)
    .transform((text) => text.normalize('NFC').trim())
    .pipe(z.string().min(1))
const year = z.number().int().min(1990).max(2100)

/** An index as others name it: "PAPI" is never taken for "PAR INDEX". */
const indexRef = z.object({
  id,
  code: z.string(),
  name: z.string(),
  /** Who determines it. */
  source: z.string(),
  scaleFrom: z.string(),
  scaleTo: z.string(),
})
export type IndexRef = z.infer<typeof indexRef>

const valueShape = z.object({
  year,
  /** The unit it speaks of; absent where it is the authority. */
  unit: unitRef.optional(),
  value: z.string().optional(),
  rank: z.number().int().optional(),
  rankedOf: z.number().int().optional(),
  source: z.string(),
  version: z.number().int(),
})
export type IndexValue = z.infer<typeof valueShape>

const indexShape = indexRef.extend({
  sinceYear: year.optional(),
  untilYear: year.optional(),
  version: z.number().int(),
  /** Cycles whose results are of this index. */
  cycles: z.array(z.object({ id, title: z.string(), year: z.number().int() })),
  values: z.array(valueShape),
})
export type NamedIndex = z.infer<typeof indexShape>

export const indexBody = z.object({
  code: words(50),
  name: words(300),
  source: words(300),
  scaleFrom: pointsShape.default('0'),
  scaleTo: pointsShape,
  sinceYear: year.optional(),
  untilYear: year.optional(),
})
export type IndexBody = z.output<typeof indexBody>

export const valueBody = z.object({
  year,
  unitId: id.optional(),
  value: pointsShape.optional(),
  rank: countingNumber.optional(),
  rankedOf: countingNumber.optional(),
  source: words(500),
  /** The version of the value that was seen; 0 where there was none. */
  seen: seenVersion,
})
export type ValueBody = z.output<typeof valueBody>

const ofIndex = z.object({ indexId: id })
const indexes = z.object({ indexes: z.array(indexShape) })

export const indexRoutes = {
  list: route({
    method: 'GET',
    path: '/api/indexes',
    act: 'readIndexes',
    about: 'authority',
    summary: 'Indexes kept apart by name, with source, scale, years, and what each says of the authority and its units',
    reply: indexes,
  }),
  add: route({
    method: 'POST',
    path: '/api/indexes',
    act: 'changeIndexes',
    about: 'authority',
    summary: 'Name an index',
    body: indexBody,
    reply: indexShape,
  }),
  change: route({
    method: 'PUT',
    path: '/api/indexes/:indexId',
    act: 'changeIndexes',
    about: 'authority',
    summary: 'Change name, source, scale or years of an index; values beyond the scale are refused',
    params: ofIndex,
    body: indexBody,
    versioned: true,
    reply: indexShape,
  }),
  setValue: route({
    method: 'PUT',
    path: '/api/indexes/:indexId/values',
    act: 'changeIndexes',
    about: 'authority',
    summary: 'What an index says of the authority or a unit in a year; `seen` is the version of the value that was seen',
    params: ofIndex,
    body: valueBody,
    reply: indexShape,
  }),
  ofCycle: route({
    method: 'GET',
    path: '/api/cycles/:cycleId/index',
    act: 'readIndexes',
    about: 'cycle',
    summary: 'Which index the results of a cycle are of',
    params: z.object({ cycleId: id }),
    reply: z.object({ index: indexRef.optional() }),
  }),
  ofPublication: route({
    method: 'GET',
    path: '/api/publications/:publicationId/index',
    act: 'readIndexes',
    about: 'authority',
    summary: 'Which index a publication is of',
    params: z.object({ publicationId: id }),
    reply: z.object({ index: indexRef.optional() }),
  }),
  setCycleIndex: route({
    method: 'PUT',
    path: '/api/cycles/:cycleId/index',
    act: 'changeIndexes',
    about: 'cycle',
    summary: 'Say which index the results of a cycle are of',
    params: z.object({ cycleId: id }),
    body: z.object({ indexId: id }),
    reply: 'nothing',
  }),
}
