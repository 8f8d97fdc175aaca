import { z } from 'zod'
import { route } from '../../contract/route.ts'
import { id, moment, roundShape, seenVersion, stageShape, unitRef } from '../../contract/shapes.ts'
import { claimSide, decisionSide, explainedSide, moved, nodeId } from './shapes.ts'

const ofSheet = z.object({ cycleId: id, unitId: id })
const path = '/api/cycles/:cycleId/units/:unitId/explanation'
const text = z.string().trim().max(8000)

/** One leaf as its unit sees it: what it claimed, what each round gave and why, what it was asked and answered. */
export const explanationLeaf = z.object({
  nodeId: z.string(),
  claim: claimSide.optional(),
  given: z.array(decisionSide.extend({ round: roundShape })),
  explained: explainedSide.optional(),
  /** Whether the unit may ask to look again: less was given than claimed, or the appraiser asked. */
  canDispute: z.boolean(),
})
export type ExplanationLeaf = z.infer<typeof explanationLeaf>

export const explanationSheet = z.object({
  cycle: z.object({ id, title: z.string() }),
  unit: unitRef,
  framework: z.looseObject({ format: z.string(), title: z.string() }),
  stage: stageShape,
  version: z.number().int(),
  /** The first minute of the step that opens explaining, on the authority's clock. */
  opens: z.string().optional(),
  /** The first closed moment, and the last minute that still counts on the authority's clock. */
  deadline: z.object({ closes: moment, lastMinute: z.string() }).optional(),
  canExplain: z.boolean(),
  canWithdraw: z.boolean(),
  leaves: z.array(explanationLeaf),
  /** Documents of the unit's register, newest first, to hand in with an explanation. */
  documents: z.array(z.object({ id, title: z.string(), number: z.string().optional() })),
})
export type ExplanationSheet = z.infer<typeof explanationSheet>

export const explanationChange = z.object({
  nodeId,
  version: seenVersion,
  answer: z.enum(['agreed', 'disputed']),
  text: text.optional(),
  documents: z.array(id).max(50).default([]),
})
export type ExplanationChange = z.output<typeof explanationChange>

const savedExplanations = z.object({ saved: z.array(z.object({ nodeId: z.string(), version: z.number().int() })), savedAt: moment })
export type SavedExplanations = z.infer<typeof savedExplanations>

export const ownExplanation = z.object({
  cycle: z.object({ id, title: z.string(), year: z.number().int() }),
  unit: unitRef,
  stage: stageShape,
  deadline: z.object({ closes: moment, lastMinute: z.string() }).optional(),
  disputed: z.number().int(),
})
export type OwnExplanation = z.infer<typeof ownExplanation>

export const explanationRoutes = {
  list: route({
    method: 'GET',
    path: '/api/explanations',
    act: 'listOwnSelfAssessments',
    about: 'authority',
    summary: 'Units one serves in whose points of the first appraisal can be seen, newest cycle first',
    reply: z.object({ sheets: z.array(ownExplanation) }),
  }),
  sheet: route({
    method: 'GET',
    path,
    act: 'readExplanation',
    about: 'cycleUnit',
    summary: 'What was claimed and given on each leaf with reasons, what the unit was asked and what it answered',
    params: ofSheet,
    reply: explanationSheet,
  }),
  change: route({
    method: 'PATCH',
    path,
    act: 'changeExplanation',
    about: 'cycleUnit',
    summary: 'Agree to the points given or dispute them, leaf by leaf, with text and documents; all of the request or none',
    params: ofSheet,
    body: z.object({ answers: z.array(explanationChange).min(1).max(500) }),
    reply: savedExplanations,
  }),
  finish: route({
    method: 'POST',
    path: `${path}/finish`,
    act: 'finishExplanation',
    about: 'cycleUnit',
    summary: 'The unit has nothing more to say; leaves without an answer are agreed to',
    params: ofSheet,
    versioned: true,
    idempotent: true,
    reply: moved,
  }),
  withdraw: route({
    method: 'POST',
    path: `${path}/withdraw`,
    act: 'withdrawDispute',
    about: 'cycleUnit',
    summary: 'The unit takes a dispute back',
    params: ofSheet,
    body: z.object({ nodeId, version: seenVersion }),
    reply: savedExplanations,
  }),
  request: route({
    method: 'PUT',
    path: `${path}/requests`,
    act: 'requestExplanation',
    about: 'cycleUnit',
    summary: 'Ask the unit to explain a leaf; an empty text takes the request back',
    params: ofSheet,
    body: z.object({ nodeId, version: seenVersion, text }),
    reply: savedExplanations,
  }),
  end: route({
    method: 'POST',
    path: '/api/cycles/:cycleId/end-explanations',
    act: 'endExplanations',
    about: 'cycle',
    summary: 'Move on every unit whose time to explain has run out',
    params: z.object({ cycleId: id }),
    body: z.object({}),
    idempotent: true,
    reply: z.object({ units: z.number().int() }),
  }),
}
