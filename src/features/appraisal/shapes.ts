import { z } from 'zod'
import {
  id,
  inputsShape,
  moment,
  personRef,
  pointsShape,
  roundShape,
  seenVersion,
  stageShape,
  statusShape,
  treatmentShape,
  unitRef,
} from '../../contract/shapes.ts'

export const nodeId = z.string().min(1).max(200)
const leafStatus = statusShape.extract(['scored', 'notApplicable', 'missing', 'notMeasured'])

/** The sentences by which a work list is narrowed. */
export const workFilters = ['unfinished', 'differs', 'noEvidence', 'explaining', 'disputed', 'late', 'finished', 'notSubmitted'] as const
export type WorkFilter = (typeof workFilters)[number]

/** One unit of the work list. Points and percents as text; `left` counts leaves that nobody decided. */
export const workItem = z.object({
  unit: unitRef.extend({ group: z.string() }),
  stage: stageShape,
  claimed: z.object({ points: z.string().nullable(), percent: z.string().nullable() }),
  given: z.object({ points: z.string().nullable(), percent: z.string().nullable() }),
  leaves: z.number().int(),
  left: z.number().int(),
  differs: z.number().int(),
  noEvidence: z.number().int(),
  /** Leaves that the unit disputes. */
  disputed: z.number().int(),
  /** The time of what it waits for has run out: to submit, to be appraised, to explain, to be decided on. */
  isLate: z.boolean(),
})
export type WorkItem = z.infer<typeof workItem>

export const workList = z.object({
  cycle: z.object({ id, year: z.number().int(), title: z.string(), stage: stageShape, rounds: z.array(roundShape) }),
  /** Units whose time to explain has run out and that nobody has moved on. */
  lateToExplain: z.number().int(),
  /** How many units each filter leaves. */
  counts: z.object({ all: z.number().int(), ...Object.fromEntries(workFilters.map((each) => [each, z.number().int()])) } as Record<
    'all' | WorkFilter,
    z.ZodNumber
  >),
  units: z.array(workItem),
  next: id.optional(),
})
export type WorkList = z.infer<typeof workList>

export const claimSide = z.object({
  status: leafStatus,
  points: z.string().optional(),
  explanation: z.string().optional(),
  /** The facts behind the points, where a rule asks for them. */
  inputs: inputsShape.optional(),
  version: z.number().int(),
})

export const decisionSide = z.object({
  status: leafStatus,
  points: z.string().optional(),
  treatment: treatmentShape.optional(),
  reason: z.string().optional(),
  inputs: inputsShape.optional(),
  /** What the unit claimed when this was decided. */
  claimedPoints: z.string().optional(),
  /** The version of the claim that was seen then. */
  claimedVersion: z.number().int().optional(),
  /** 0: brought along from the round before, nobody has decided it in this one. */
  version: z.number().int(),
  changedAt: moment,
  changedBy: personRef.optional(),
})

/** What the unit was asked and answered on one leaf. */
export const explainedSide = z.object({
  request: z.string().optional(),
  requestedBy: z.string().optional(),
  answer: z.enum(['agreed', 'disputed']).optional(),
  text: z.string().optional(),
  isWithdrawn: z.boolean(),
  answeredBy: z.string().optional(),
  answeredAt: moment.optional(),
  /** The points were changed after the unit answered. */
  isOvertaken: z.boolean(),
  documents: z.array(z.object({ id, title: z.string(), number: z.string().optional() })),
  version: z.number().int(),
})
export type ExplainedSide = z.infer<typeof explainedSide>

export const appraisalLeaf = z.object({
  nodeId: z.string(),
  claim: claimSide.optional(),
  /** What earlier rounds gave, in their order. */
  earlier: z.array(decisionSide.extend({ round: roundShape })),
  decision: decisionSide.optional(),
  explained: explainedSide.optional(),
  /** The round in work owes this leaf a decision of its own. */
  isMatter: z.boolean(),
  /** The leaf is the reader's to appraise, as the work was divided. */
  isMine: z.boolean(),
  evidence: z.number().int(),
})
export type AppraisalLeaf = z.infer<typeof appraisalLeaf>

const areaTotal = z.object({
  /** Empty for the whole. */
  nodeId: z.string(),
  points: z.string().nullable(),
  appliedMax: z.string(),
  percent: z.string().nullable(),
  answered: z.number().int(),
  leaves: z.number().int(),
})

export const unitAppraisal = z.object({
  cycle: z.object({ id, year: z.number().int(), title: z.string(), rounds: z.array(roundShape) }),
  unit: unitRef.extend({ group: z.string() }),
  /** `parindex/framework@1`: the rows of the table in document order. */
  framework: z.looseObject({ format: z.string(), title: z.string() }),
  round: roundShape,
  stage: stageShape,
  version: z.number().int(),
  /** Why nothing can be changed now; absent where it can. `conflict`: the appraiser serves in the unit. */
  closedBecause: z.enum(['stage', 'role', 'conflict', 'cycleClosed', 'notOpenYet', 'timeOver']).optional(),
  /** The first minute of the step that opens the round in work, on the authority's clock. */
  opens: z.string().optional(),
  /** When the round in work locks for this unit, where the plan of the cycle says. */
  deadline: z.object({ closes: moment, lastMinute: z.string() }).optional(),
  canReopen: z.boolean(),
  canRequest: z.boolean(),
  leaves: z.array(appraisalLeaf),
  left: z.number().int(),
  totals: z.object({ claimed: z.array(areaTotal), given: z.array(areaTotal) }),
})
export type UnitAppraisal = z.infer<typeof unitAppraisal>

export const decisionChange = z.object({
  nodeId,
  /** What the person saw; 0 where nobody has decided. */
  version: seenVersion,
  /** `missing` takes a decision back. */
  status: leafStatus,
  points: pointsShape.optional(),
  treatment: treatmentShape.optional(),
  reason: z.string().trim().max(4000).optional(),
  /** Facts of the appraiser's own; the rule of the leaf has to give the very points. */
  inputs: inputsShape.optional(),
})
export type DecisionChange = z.output<typeof decisionChange>

export const saved = z.object({
  saved: z.array(z.object({ nodeId: z.string(), version: z.number().int() })),
  savedAt: moment,
  stage: stageShape,
  version: z.number().int(),
})
export type SavedDecisions = z.infer<typeof saved>

export const acceptance = saved.extend({
  accepted: z.array(z.object({ nodeId: z.string(), points: z.string() })),
  left: z.array(
    z.object({
      nodeId: z.string(),
      because: z.enum(['decided', 'otherSource', 'noClaim', 'notApplicable', 'outOfBounds', 'noEvidence']),
    }),
  ),
})
export type AcceptedClaims = z.infer<typeof acceptance>

export const moved = z.object({ stage: stageShape, version: z.number().int() })
export type MovedUnit = z.infer<typeof moved>
export const closed = z.object({ stage: stageShape, finished: z.number().int(), neverSubmitted: z.number().int() })
export type ClosedAppraisal = z.infer<typeof closed>

export const cycleToAppraise = z.object({
  id,
  year: z.number().int(),
  title: z.string(),
  stage: stageShape,
  units: z.number().int(),
  submitted: z.number().int(),
  finished: z.number().int(),
})
export type CycleToAppraise = z.infer<typeof cycleToAppraise>
