import { z } from 'zod'
import { route } from '../../../contract/route.ts'
import { id, moment, personRef, roundShape, statusShape } from '../../../contract/shapes.ts'
import { fates } from '../../../core/framework/versions/leaf-fates.ts'
import { writtenDeadline } from '../deadline-shapes.ts'

const versionHead = z.object({ id, title: z.string(), version: z.string(), decisionNumber: z.string(), inForceFrom: z.string().optional() })

const leafShort = z.object({ id: z.string(), code: z.string(), name: z.string(), maxPoints: z.string() })

/** A leaf of the old version with what becomes of it, or a new one that nothing stood for. */
export const movedLeaf = z.object({
  fate: z.enum([...fates, 'added']),
  old: leafShort.optional(),
  now: z.array(leafShort),
  /** Units that have entered something there. */
  units: z.number().int(),
  /** Units whose figure no longer fits: it stays as it was typed and counts once they settle it. */
  toSettle: z.number().int(),
  /** Units whose facts give other points by the new rule. */
  scoredAnew: z.number().int(),
})
export type MovedLeaf = z.infer<typeof movedLeaf>

export const movePreview = z.object({
  from: versionHead,
  to: versionHead,
  units: z.number().int(),
  /** Units with something to settle, and those among them that have submitted and get their sheet back. */
  toSettle: z.number().int(),
  givenBack: z.number().int(),
  /** Leaves that change nothing but perhaps their code. */
  carried: z.number().int(),
  leaves: z.array(movedLeaf),
  /** Surveys that give points to a leaf that is no more. */
  surveys: z.array(z.object({ title: z.string(), leaves: z.array(z.string()) })),
})
export type MovePreview = z.infer<typeof movePreview>

export const frameworkMove = z.object({
  id,
  unitGroup: z.string(),
  from: versionHead,
  to: versionHead,
  reason: z.string(),
  at: moment,
  by: personRef,
})
export type FrameworkMove = z.infer<typeof frameworkMove>

/** A group of the cycle with the versions in force that amend what it is assessed by. */
export const groupVersions = z.object({ unitGroup: z.string(), now: versionHead, newer: z.array(versionHead) })

/** A row as it stood before a move, with as much of it as a person reads. */
export const leftBehind = z.object({
  moveId: id,
  number: z.number().int(),
  what: z.string(),
  leaf: leafShort,
  became: z.array(leafShort),
  round: roundShape.optional(),
  status: statusShape.optional(),
  points: z.string().optional(),
  /** Explanation, request, reason, finding: whatever was written. */
  words: z.array(z.string()),
  document: z.string().optional(),
})
export type LeftBehind = z.infer<typeof leftBehind>

const ofCycle = z.object({ cycleId: id })
export const moveBody = z.object({
  unitGroup: z.string().min(1).max(100),
  frameworkId: id,
  reason: z.string().trim().min(1).max(2000),
  /** Until when units settle what does not fit, where their deadline has passed. */
  deadline: writtenDeadline.optional(),
})
export type MoveBody = z.output<typeof moveBody>

export const moveRoutes = {
  versions: route({
    method: 'GET',
    path: '/api/cycles/:cycleId/framework-moves',
    act: 'readCycleProgress',
    about: 'cycle',
    summary: 'Newer versions that the groups of a running cycle could go over to, and the moves that were made',
    params: ofCycle,
    reply: z.object({ groups: z.array(groupVersions), moves: z.array(frameworkMove) }),
  }),
  preview: route({
    method: 'GET',
    path: '/api/cycles/:cycleId/framework-moves/:frameworkId/preview',
    act: 'moveFramework',
    about: 'cycle',
    summary: 'What would become of every leaf, and for how many units, if a group went over to a newer version of its framework',
    params: ofCycle.extend({ frameworkId: id }),
    reply: movePreview,
  }),
  move: route({
    method: 'POST',
    path: '/api/cycles/:cycleId/framework-moves',
    act: 'moveFramework',
    about: 'cycle',
    summary: 'Move a group of a running cycle to a newer version of its framework, with everything that stands at its leaves',
    params: ofCycle,
    body: moveBody,
    versioned: true,
    idempotent: true,
    reply: movePreview,
  }),
  leftBehind: route({
    method: 'GET',
    path: '/api/cycles/:cycleId/units/:unitId/left-behind',
    act: 'readSelfAssessment',
    about: 'cycleUnit',
    summary: 'What stood at leaves of this unit that a move to a newer framework did not carry over as it was',
    params: z.object({ cycleId: id, unitId: id }),
    /** `hasMore`: there are older rows than the page shows. */
    reply: z.object({ moves: z.array(frameworkMove), rows: z.array(leftBehind), hasMore: z.boolean() }),
  }),
}
