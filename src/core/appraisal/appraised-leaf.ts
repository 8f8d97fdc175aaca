import type { Points } from '../exact/points.ts'
import type { NodeId } from '../ids.ts'
import type { Inputs } from '../rules/inputs.ts'
import { awaitsPeers } from '../rules/leaf-outcome.ts'
import type { ScoreSource, Treatment } from '../vocabulary.ts'

type LeafStatus = 'scored' | 'notApplicable' | 'missing' | 'notMeasured'

/** What an appraisal needs to know of a leaf of the framework. */
export interface AppraisableLeaf {
  readonly id: NodeId
  readonly maxPoints: Points
  readonly source: ScoreSource
  readonly rule?: { readonly kind: string }
}

/** What the unit says of one leaf. `explanation` is its own words, of a leaf that does not apply the basis. */
export interface Claim {
  readonly status: LeafStatus
  readonly points?: Points
  readonly explanation?: string
  /** The facts that the rule of the leaf came to this by. */
  readonly inputs?: Inputs
}

/** What the appraising side gives. `missing` is a decision taken back. */
export interface Decision {
  readonly status: LeafStatus
  readonly points?: Points
  readonly treatment?: Treatment
  readonly reason?: string
  /** The facts that the appraising side entered, or took over with the claim. */
  readonly inputs?: Inputs
}

/** A decision as it stands, with what it saw when it was taken. */
export interface StandingDecision extends Decision {
  readonly claimedPoints?: Points
  readonly claimedVersion?: number
  /** Brought along from the round before: nobody has decided the leaf in this one. */
  readonly isCarried?: boolean
}

/** One leaf of one unit under appraisal: claimed and given side by side. */
export interface AppraisedLeaf {
  readonly leaf: AppraisableLeaf
  readonly claim?: Claim & { readonly version?: number }
  readonly decision?: StandingDecision
  readonly evidenceCount: number
  /** Of a later round: the unit explained or disputes it, so that this round owes an answer of its own. */
  readonly isMatter?: boolean
}

/** Whether the claim is another than the one that the decision saw: the self-assessment was returned and came again. */
export const isOvertaken = ({ claim, decision }: Pick<AppraisedLeaf, 'claim' | 'decision'>): boolean => {
  if (!decision || decision.status === 'missing') return false
  if (decision.claimedPoints !== claim?.points) return true
  return decision.claimedVersion !== undefined && claim?.version !== undefined && decision.claimedVersion !== claim.version
}

/**
 * Whether the leaf is decided in the round in work. A decision on a claim that the unit has changed since is not one any more, and a matter
 * of a later round is not decided by what was brought along.
 */
export const isDecided = (row: AppraisedLeaf): boolean => {
  const { decision, isMatter } = row
  if (decision === undefined || decision.status === 'missing' || isOvertaken(row)) return false
  return !(isMatter && decision.isCarried)
}

/** Whether the facts are there and only those of the other units lack: nobody can decide more, the points come with the pass over all. */
export const isLeftToPeers = ({ leaf, claim, decision }: AppraisedLeaf): boolean => {
  const inputs = decision?.inputs ?? claim?.inputs
  return (decision === undefined || decision.status === 'missing') && inputs !== undefined && awaitsPeers(leaf, { inputs })
}

/** Whether something else was given than claimed. A leaf the unit does not score itself, or left open, differs from nothing. */
export const differs = (row: AppraisedLeaf): boolean => {
  const { claim, decision } = row
  if (!isDecided(row) || !claim || claim.status === 'missing' || decision === undefined) return false
  return decision.status !== claim.status || decision.points !== claim.points
}

/** Whether points, or that the leaf does not apply, are claimed without a document. A claim of zero needs none. */
export const lacksEvidence = ({ claim, evidenceCount }: AppraisedLeaf): boolean =>
  evidenceCount === 0 && claim !== undefined && (claim.status === 'notApplicable' || (claim.points ?? 0) !== 0)
