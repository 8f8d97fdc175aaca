import { z } from 'zod'
import { route } from '../../contract/route.ts'
import { id, moment, roundShape, unitRef } from '../../contract/shapes.ts'
import { rankingReply, sheetReply } from './shapes.ts'

/** A trace as it travels; see `src/core/score.ts`. */
export interface TraceMessage {
  readonly step: string
  readonly result: string
  readonly source?: string | undefined
  readonly facts?: Record<string, string> | undefined
  readonly parts?: TraceMessage[] | undefined
}
export const traceShape: z.ZodType<TraceMessage> = z.lazy(() =>
  z.object({
    step: z.string(),
    result: z.string(),
    source: z.string().optional(),
    facts: z.record(z.string(), z.string()).optional(),
    parts: z.array(traceShape).optional(),
  }),
)

export const traceReply = z.object({ name: z.string(), trace: traceShape })

const cycleRef = z.object({ id, year: z.number().int(), title: z.string() })

/** What there is to see. */
export const overviewReply = z.object({
  live: z.array(cycleRef),
  own: z.array(z.object({ cycle: cycleRef, unit: unitRef })),
  published: z.array(
    z.object({ id, number: z.number().int(), title: z.string(), year: z.number().int(), publishedAt: moment, corrected: z.boolean() }),
  ),
})
export type Overview = z.infer<typeof overviewReply>

const inCycle = z.object({ cycleId: id })
const ofUnit = z.object({ cycleId: id, unitId: id })

export const resultsRoutes = {
  overview: route({
    method: 'GET',
    path: '/api/results',
    act: 'readPublications',
    about: 'authority',
    summary: 'Which results the person may open',
    reply: overviewReply,
  }),
  ranking: route({
    method: 'GET',
    path: '/api/cycles/:cycleId/ranking',
    act: 'readResults',
    about: 'cycle',
    summary: 'Every unit of a group with total, rank and areas, as the scores stand',
    params: inCycle,
    query: z.object({ group: z.string().optional(), round: roundShape.optional() }),
    reply: rankingReply,
  }),
  ranks: route({
    method: 'GET',
    path: '/api/cycles/:cycleId/ranks',
    act: 'readResults',
    about: 'cycle',
    summary: 'Rank and percent of every unit of a group and nothing more, as the scores stand',
    params: inCycle,
    query: z.object({ group: z.string().optional(), round: roundShape.optional() }),
    reply: z.object({ ranks: z.array(z.object({ unitId: id, rank: z.number().int().nullable(), percent: z.string().nullable() })) }),
  }),
  sheet: route({
    method: 'GET',
    path: '/api/cycles/:cycleId/units/:unitId/result',
    act: 'readOwnResult',
    about: 'cycleUnit',
    summary: 'The sheet of a unit: claimed and given points of every node',
    params: ofUnit,
    reply: sheetReply,
  }),
  trace: route({
    method: 'GET',
    path: '/api/cycles/:cycleId/units/:unitId/trace',
    act: 'readOwnResult',
    about: 'cycleUnit',
    summary: 'How a figure came about; `node` empty is the whole',
    params: ofUnit,
    query: z.object({ node: z.string().default(''), round: roundShape.optional() }),
    reply: traceReply,
  }),
  publishedRanking: route({
    method: 'GET',
    path: '/api/publications/:publicationId/ranking',
    act: 'readPublications',
    about: 'authority',
    summary: 'A published ranking',
    params: z.object({ publicationId: id }),
    query: z.object({ group: z.string().optional() }),
    reply: rankingReply,
  }),
  publishedSheet: route({
    method: 'GET',
    path: '/api/publications/:publicationId/units/:unitId',
    act: 'readPublications',
    about: 'authority',
    summary: 'The published sheet of a unit',
    params: z.object({ publicationId: id, unitId: id }),
    reply: sheetReply,
  }),
  publishedTrace: route({
    method: 'GET',
    path: '/api/publications/:publicationId/units/:unitId/trace',
    act: 'readPublications',
    about: 'authority',
    summary: 'How a published figure came about, recomputed from the frozen bundle',
    params: z.object({ publicationId: id, unitId: id }),
    query: z.object({ node: z.string().default('') }),
    reply: traceReply,
  }),
}
