import { z } from 'zod'
import { route } from '../../../contract/route.ts'
import { id, moment, personRef, seenVersion, unitRef } from '../../../contract/shapes.ts'
import { nodeId } from '../shapes.ts'

export const verdicts = ['agrees', 'differs'] as const
export type Verdict = (typeof verdicts)[number]

export const secondLookLeaf = z.object({
  unit: unitRef,
  nodeId: z.string(),
  code: z.string(),
  name: z.string(),
  maxPoints: z.string(),
  claimed: z.string().nullable(),
  given: z.string().nullable(),
  reason: z.string().nullable(),
  decidedBy: z.string().nullable(),
  /** Another decision stands by now than the one that was drawn. */
  isOvertaken: z.boolean(),
  /** The reader decided it: somebody else has to look. */
  isOwn: z.boolean(),
  verdict: z.enum(verdicts).optional(),
  note: z.string().optional(),
  lookedBy: z.string().optional(),
  version: z.number().int(),
})
export type SecondLookLeaf = z.infer<typeof secondLookLeaf>

export const secondLook = z.object({
  id,
  seed: z.string(),
  /** Decisions that stood to be drawn, and the SHA-256 of their list. */
  population: z.number().int(),
  populationHash: z.string(),
  drawnBy: personRef,
  drawnAt: moment,
  looked: z.number().int(),
  differs: z.number().int(),
  leaves: z.array(secondLookLeaf),
})
export type SecondLook = z.infer<typeof secondLook>

/** What a second look found on one leaf, as it is shown beside the leaf. */
export const secondLookFinding = z.object({
  nodeId: z.string(),
  verdict: z.enum(verdicts),
  note: z.string().optional(),
  lookedBy: z.string(),
  lookedAt: moment,
  isOvertaken: z.boolean(),
})
export type SecondLookFinding = z.infer<typeof secondLookFinding>

const ofCycle = z.object({ cycleId: id })
export const secondLookRoutes = {
  list: route({
    method: 'GET',
    path: '/api/cycles/:cycleId/second-looks',
    act: 'readSecondLooks',
    about: 'cycle',
    summary: 'Samples drawn to be looked at a second time, newest first, with what was found',
    params: ofCycle,
    reply: z.object({ cycle: z.object({ id, title: z.string() }), looks: z.array(secondLook), canDraw: z.boolean() }),
  }),
  ofUnit: route({
    method: 'GET',
    path: '/api/cycles/:cycleId/units/:unitId/second-looks',
    act: 'readAppraisal',
    about: 'cycleUnit',
    summary: 'What second looks found on the leaves of one unit',
    params: z.object({ cycleId: id, unitId: id }),
    reply: z.object({ findings: z.array(secondLookFinding) }),
  }),
  draw: route({
    method: 'POST',
    path: '/api/cycles/:cycleId/second-looks',
    act: 'drawSecondLook',
    about: 'cycle',
    summary: 'Draw decisions by lot; the seed is kept so that anybody can draw again',
    params: ofCycle,
    body: z.object({ size: z.int().min(1).max(500), seed: z.string().trim().min(1).max(100).optional() }),
    idempotent: true,
    reply: z.object({ id, size: z.number().int() }),
  }),
  look: route({
    method: 'PUT',
    path: '/api/cycles/:cycleId/units/:unitId/second-looks/:lookId',
    act: 'takeSecondLook',
    about: 'cycleUnit',
    summary: 'Say of one drawn decision whether one agrees, and what differs; not by whoever decided it',
    params: z.object({ cycleId: id, unitId: id, lookId: id }),
    body: z.object({ nodeId, version: seenVersion, verdict: z.enum(verdicts), note: z.string().trim().max(4000).optional() }),
    reply: z.object({ version: z.number().int() }),
  }),
}
