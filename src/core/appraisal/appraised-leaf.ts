import type { Points } from '../exact/points.ts'
import type { NodeId } from '../ids.ts'
import type { ScoreSource, Treatment } from '../vocabulary.ts'

type LeafStatus = 'scored' | 'notApplicable' | 'missing' | 'notMeasured'

/** What an appraisal needs to know of a leaf of the framework. */
export interface AppraisableLeaf {
  readonly id: NodeId
  readonly maxPoints: Points
  readonly source: ScoreSource
}

/** What the unit says of one leaf. `explanation` is its own words, of a leaf that does not apply the basis. */
export interface Claim {
  readonly status: LeafStatus
  readonly points?: Points
  readonly explanation?: string
}

/** What the appraising side gives. `missing` is a decision taken back. */
export interface Decision {
  readonly status: LeafStatus
  readonly points?: Points
  readonly treatment?: Treatment
  readonly reason?: string
}

/** A decision as it stands, with what was claimed when it was taken. */
export interface StandingDecision extends Decision {
  readonly claimedPoints?: Points
}

/** One leaf of one unit under appraisal: claimed and given side by side. */
export interface AppraisedLeaf {
  readonly leaf: AppraisableLeaf
  readonly claim?: Claim
  readonly decision?: StandingDecision
  readonly evidenceCount: number
}

/**
 * Whether the leaf is decided. A decision on points that the unit has changed since (its self-assessment was returned and came again)
 * is not one any more.
 */
export const isDecided = ({ claim, decision }: AppraisedLeaf): boolean =>
  decision !== undefined && decision.status !== 'missing' && decision.claimedPoints === claim?.points

/** Whether something else was given than claimed. A leaf the unit does not score itself, or left open, differs from nothing. */
export const differs = (row: AppraisedLeaf): boolean => {
  const { claim, decision } = row
  if (!isDecided(row) || !claim || claim.status === 'missing' || decision === undefined) return false
  return decision.status !== claim.status || decision.points !== claim.points
}

/** Whether points, or that the leaf does not apply, are claimed without a document. A claim of zero needs none. */
export const lacksEvidence = ({ claim, evidenceCount }: AppraisedLeaf): boolean =>
  evidenceCount === 0 && claim !== undefined && (claim.status === 'notApplicable' || (claim.points ?? 0) !== 0)
