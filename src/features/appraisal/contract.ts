import { z } from 'zod'
import { route } from '../../contract/route.ts'
import { id, moment, personRef, pointsShape, roundShape, stageShape, statusShape, treatmentShape, unitRef } from '../../contract/shapes.ts'

const ofCycle = z.object({ cycleId: id })
const ofSheet = z.object({ cycleId: id, unitId: id })
const nodeId = z.string().min(1).max(200)
const leafStatus = statusShape.extract(['scored', 'notApplicable', 'missing', 'notMeasured'])

/** The sentences by which a work list is narrowed. */
export const workFilters = ['unfinished', 'differs', 'noEvidence', 'finished', 'notSubmitted'] as const
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
})
export type WorkItem = z.infer<typeof workItem>

const workList = z.object({
  cycle: z.object({ id, year: z.number().int(), title: z.string(), stage: stageShape }),
  /** How many units each filter leaves. */
  counts: z.object({ all: z.number().int(), ...Object.fromEntries(workFilters.map((each) => [each, z.number().int()])) } as Record<
    'all' | WorkFilter,
    z.ZodNumber
  >),
  units: z.array(workItem),
  next: id.optional(),
})
export type WorkList = z.infer<typeof workList>

export const claimSide = z.object({ status: leafStatus, points: z.string().optional(), explanation: z.string().optional() })

export const decisionSide = z.object({
  status: leafStatus,
  points: z.string().optional(),
  treatment: treatmentShape.optional(),
  reason: z.string().optional(),
  /** What the unit claimed when this was decided. */
  claimedPoints: z.string().optional(),
  version: z.number().int(),
  changedAt: moment,
  changedBy: personRef.optional(),
})

export const appraisalLeaf = z.object({
  nodeId: z.string(),
  claim: claimSide.optional(),
  decision: decisionSide.optional(),
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
  cycle: z.object({ id, year: z.number().int(), title: z.string() }),
  unit: unitRef.extend({ group: z.string() }),
  /** `parindex/framework@1`: the rows of the table in document order. */
  framework: z.looseObject({ format: z.string(), title: z.string() }),
  round: roundShape,
  stage: stageShape,
  version: z.number().int(),
  /** Why nothing can be changed now; absent where it can. `conflict`: the appraiser serves in the unit. */
  closedBecause: z.enum(['stage', 'role', 'conflict', 'cycleClosed']).optional(),
  canReopen: z.boolean(),
  leaves: z.array(appraisalLeaf),
  left: z.number().int(),
  totals: z.object({ claimed: z.array(areaTotal), given: z.array(areaTotal) }),
})
export type UnitAppraisal = z.infer<typeof unitAppraisal>

export const decisionChange = z.object({
  nodeId,
  /** What the person saw; 0 where nobody has decided. */
  version: z.number().int().min(0),
  /** `missing` takes a decision back. */
  status: leafStatus,
  points: pointsShape.optional(),
  treatment: treatmentShape.optional(),
  reason: z.string().trim().max(4000).optional(),
})
export type DecisionChange = z.output<typeof decisionChange>

const saved = z.object({
  saved: z.array(z.object({ nodeId: z.string(), version: z.number().int() })),
  savedAt: moment,
  stage: stageShape,
  version: z.number().int(),
})
export type SavedDecisions = z.infer<typeof saved>

const acceptance = saved.extend({
  accepted: z.array(z.object({ nodeId: z.string(), points: z.string() })),
  left: z.array(
    z.object({
      nodeId: z.string(),
      because: z.enum(['decided', 'otherSource', 'noClaim', 'notApplicable', 'outOfBounds', 'noEvidence']),
    }),
  ),
})
export type AcceptedClaims = z.infer<typeof acceptance>

const moved = z.object({ stage: stageShape, version: z.number().int() })
export type MovedUnit = z.infer<typeof moved>
const closed = z.object({ stage: stageShape, finished: z.number().int(), neverSubmitted: z.number().int() })
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

const path = '/api/cycles/:cycleId/units/:unitId/appraisal'

export const appraisalRoutes = {
  cycles: route({
    method: 'GET',
    path: '/api/appraisals',
    act: 'readCycleProgress',
    about: 'authority',
    summary: 'Cycles that were opened, newest first, with how many units have submitted and how many are appraised',
    reply: z.object({ cycles: z.array(cycleToAppraise) }),
  }),
  workList: route({
    method: 'GET',
    path: '/api/cycles/:cycleId/appraisal',
    act: 'readCycleProgress',
    about: 'cycle',
    summary: 'Units of a cycle with what is claimed, given and left to appraise; by name, `after` is `next` of the page before',
    params: ofCycle,
    query: z.object({
      filter: z.enum(workFilters).optional(),
      group: z.string().max(100).optional(),
      search: z.string().max(200).optional(),
      after: id.optional(),
      limit: z.coerce.number().int().min(1).max(500).default(100),
    }),
    reply: workList,
  }),
  reasons: route({
    method: 'GET',
    path: '/api/cycles/:cycleId/appraisal/reasons',
    act: 'readCycleProgress',
    about: 'cycle',
    summary: 'Reasons used before in this cycle, those used most first',
    params: ofCycle,
    reply: z.object({ reasons: z.array(z.object({ reason: z.string(), uses: z.number().int() })) }),
  }),
  unit: route({
    method: 'GET',
    path,
    act: 'readAppraisal',
    about: 'cycleUnit',
    summary: 'Claimed and given side by side, with totals of both',
    params: ofSheet,
    reply: unitAppraisal,
  }),
  change: route({
    method: 'PATCH',
    path,
    act: 'changeAppraisal',
    about: 'cycleUnit',
    summary: 'Save decisions, each against the version it saw; all of the request, or none with every problem',
    params: ofSheet,
    body: z.object({ decisions: z.array(decisionChange).min(1).max(1000) }),
    reply: saved,
  }),
  acceptClaims: route({
    method: 'POST',
    path: `${path}/accept-claims`,
    act: 'changeAppraisal',
    about: 'cycleUnit',
    summary: 'Accept every claim that is proved and within bounds, or tell which ones it would be (`preview`)',
    params: ofSheet,
    body: z.object({ nodeIds: z.array(nodeId).max(2000).optional(), preview: z.boolean().default(false) }),
    reply: acceptance,
  }),
  finish: route({
    method: 'POST',
    path: `${path}/finish`,
    act: 'finishAppraisal',
    about: 'cycleUnit',
    summary: 'Finish the appraisal of a unit: every leaf is decided',
    params: ofSheet,
    versioned: true,
    idempotent: true,
    reply: moved,
  }),
  reopen: route({
    method: 'POST',
    path: `${path}/reopen`,
    act: 'reopenAppraisal',
    about: 'cycleUnit',
    summary: 'Take a finished appraisal up again, with the reason, while the cycle is open',
    params: ofSheet,
    body: z.object({ reason: z.string().trim().min(1).max(2000) }),
    versioned: true,
    reply: moved,
  }),
  close: route({
    method: 'POST',
    path: '/api/cycles/:cycleId/close-appraisal',
    act: 'closeAppraisal',
    about: 'cycle',
    summary: 'Close the appraisal of the cycle; units that never submitted keep their leaves missing, once that is said',
    params: ofCycle,
    body: z.object({ acceptsUnsubmitted: z.boolean().default(false) }),
    idempotent: true,
    reply: closed,
  }),
}
