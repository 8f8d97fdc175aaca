import { z } from 'zod'
import { route } from '../../contract/route.ts'
import { id, inputsShape, moment, personRef, pointsShape, seenVersion, stageShape, statusShape, unitRef } from '../../contract/shapes.ts'
import { longestExplanation } from '../../core/self-assessment/claims.ts'
import { partStates } from '../../core/self-assessment/part.ts'

const ofSheet = z.object({ cycleId: id, unitId: id })

const claimStatus = statusShape.extract(['scored', 'notApplicable', 'missing'])

/** What the unit claims for one leaf, as it stands. Version 0 is a leaf nobody has touched. */
export const claimShape = z.object({
  nodeId: z.string(),
  version: z.number().int(),
  status: claimStatus,
  points: z.string().optional(),
  /** Points typed before the framework changed, which the leaf takes no more; the unit settles them. */
  typedPoints: z.string().optional(),
  explanation: z.string().optional(),
  /** The facts that the points come from, where the leaf has a rule for them. */
  inputs: inputsShape.optional(),
  changedAt: moment,
  changedBy: personRef.optional(),
})
export type SheetClaim = z.infer<typeof claimShape>

export const previousValue = z.object({
  nodeId: z.string(),
  status: claimStatus,
  points: z.string().optional(),
  inputs: inputsShape.optional(),
})
export type PreviousValue = z.infer<typeof previousValue>

/** A sum over the leaves below a node that the unit scores itself; `nodeId` is empty for the whole. */
export const sheetTotal = z.object({
  nodeId: z.string(),
  points: z.string(),
  appliedMax: z.string(),
  percent: z.string().optional(),
  answered: z.number().int(),
  leaves: z.number().int(),
})
export type SheetTotal = z.infer<typeof sheetTotal>

/** Why the sheet cannot be changed now; absent where it can. */
export const closedBecause = z.enum(['stage', 'deadline', 'role', 'part'])

export const sheetShape = z.object({
  cycle: z.object({ id, year: z.number().int(), title: z.string() }),
  unit: unitRef.extend({ group: z.string() }),
  /** The framework in force, whole, in its file form `parindex/framework@1`: rows in document order, the policies that totals follow. */
  framework: z.object({ id, hash: z.string(), document: z.record(z.string(), z.unknown()) }),
  stage: stageShape,
  version: z.number().int(),
  deadline: z.object({ closes: moment, lastMinute: z.string() }).optional(),
  closedBecause: closedBecause.optional(),
  submittedAt: moment.optional(),
  submittedBy: personRef.optional(),
  submittedHash: z.string().optional(),
  /** When the cycle last moved to another version of its framework: what stood before can be read. */
  movedAt: moment.optional(),
  returned: z.object({ reason: z.string(), at: moment, by: z.string() }).optional(),
  /** What the person's divisions were given: then the sheet holds these leaves and no others. Absent for whoever works for the whole of it. */
  ownPart: z.object({ divisionIds: z.array(id), leaves: z.array(z.string()) }).optional(),
  /** How many parts divisions were given, how many of them wait for the Office, and how many it has taken in. */
  parts: z.object({ all: z.number().int(), handedIn: z.number().int(), merged: z.number().int() }).optional(),
  claims: z.array(claimShape),
  evidence: z.array(z.object({ nodeId: z.string(), count: z.number().int() })),
  /** Questions that wait for an answer, per leaf. */
  openQuestions: z.array(z.object({ nodeId: z.string(), count: z.number().int() })),
  previous: z.object({ year: z.number().int(), title: z.string(), values: z.array(previousValue) }).optional(),
  /** What the unit's plan aims at in this year, by node, the whole under the empty id; absent where no approved plan does. */
  targets: z.object({ plan: z.object({ id, title: z.string() }), values: z.record(z.string(), z.string()) }).optional(),
  totals: z.array(sheetTotal),
  /**
   * What registers of facts know of the cycle's year, as far as criteria read it: the unit's own; with `owner` one that another unit shared; with `nodeIds` one
   * that holds at these leaves alone, since its owner leads them.
   */
  facts: z.array(
    z.object({
      key: z.string(),
      value: z.union([z.string(), z.array(z.record(z.string(), z.string()))]),
      changedAt: moment,
      owner: unitRef.optional(),
      nodeIds: z.array(z.string()).optional(),
    }),
  ),
})
export type Sheet = z.infer<typeof sheetShape>

export const claimChange = z.object({
  nodeId: z.string().min(1).max(200),
  /** What the person saw; 0 where nobody has touched the leaf. */
  version: seenVersion,
  status: claimStatus,
  points: pointsShape.optional(),
  explanation: z.string().trim().max(longestExplanation).optional(),
  /** Facts by name; status and points beside them are those that the rule gives, which the server scores again. */
  inputs: inputsShape.optional(),
})
export type ClaimChange = z.output<typeof claimChange>

export const savedClaims = z.object({
  saved: z.array(z.object({ nodeId: z.string(), version: z.number().int() })),
  savedAt: moment,
  totals: z.array(sheetTotal),
})
export type SavedClaims = z.infer<typeof savedClaims>

export const ownSheet = z.object({
  cycle: z.object({ id, year: z.number().int(), title: z.string() }),
  unit: unitRef,
  stage: stageShape,
  answered: z.number().int(),
  leaves: z.number().int(),
  deadline: z.object({ closes: moment, lastMinute: z.string() }).optional(),
  submittedAt: moment.optional(),
  /** Of whoever works in a division: figures and state are those of its part. */
  part: z.object({ division: z.string(), state: z.enum(partStates) }).optional(),
})
export type OwnSheet = z.infer<typeof ownSheet>

const sheetPath = '/api/cycles/:cycleId/units/:unitId/self-assessment'

export const selfAssessmentRoutes = {
  own: route({
    method: 'GET',
    path: '/api/self-assessments',
    act: 'listOwnSelfAssessments',
    about: 'authority',
    summary: 'Sheets of the units the person works for, newest year first',
    reply: z.object({ sheets: z.array(ownSheet) }),
  }),
  sheet: route({
    method: 'GET',
    path: sheetPath,
    act: 'readSelfAssessment',
    about: 'cycleUnit',
    summary: 'The whole sheet of one unit: framework, claims, evidence counts, last year, totals, whether it can be changed now',
    params: ofSheet,
    reply: sheetShape,
  }),
  change: route({
    method: 'PATCH',
    path: `${sheetPath}/scores`,
    act: 'changeSelfAssessment',
    about: 'cycleUnit',
    summary: 'Save claims, each against the version it saw; all of the request, or none with every problem',
    params: ofSheet,
    body: z.object({ claims: z.array(claimChange).min(1).max(1000) }),
    reply: savedClaims,
  }),
  submit: route({
    method: 'POST',
    path: `${sheetPath}/submit`,
    act: 'submitSelfAssessment',
    about: 'cycleUnit',
    summary: 'Submit the self-assessment: checked, frozen and hashed',
    params: ofSheet,
    /** Leaves left unanswered are submitted as such only when the person says so. */
    body: z.object({ acceptsMissing: z.boolean().default(false) }),
    idempotent: true,
    versioned: true,
    reply: z.object({ version: z.number().int(), stage: stageShape, submittedAt: moment, submittedHash: z.string() }),
  }),
}
