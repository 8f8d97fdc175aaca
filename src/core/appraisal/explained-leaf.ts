import { errorAt, type Problem } from '../problem.ts'
import type { Claim, Decision } from './appraised-leaf.ts'

/** What the unit says to the points given to a leaf: it accepts them, or asks to look again. */
export type ExplanationAnswer = 'agreed' | 'disputed'

/** The state of the explaining of one leaf: the fold of request, answer and withdrawal. */
export interface ExplainedLeaf {
  /** What the appraiser asked the unit to explain. */
  readonly request?: string
  readonly answer?: ExplanationAnswer
  readonly text?: string
  readonly isWithdrawn: boolean
}

/** Whether something was given that the unit can ask to look at again: fewer points than claimed, or points where it said that the leaf does not apply. */
export const isLess = (claim: Claim | undefined, decision: Decision | undefined): boolean => {
  if (!claim || !decision || decision.status === 'missing' || claim.status === 'missing') return false
  if (claim.status !== decision.status) return true
  return claim.points !== undefined && decision.points !== undefined && decision.points < claim.points
}

/** Whether the unit's dispute stands. */
export const isDisputed = (explained: ExplainedLeaf | undefined): boolean => explained?.answer === 'disputed' && !explained.isWithdrawn

/** Whether the next appraisal has to look at the leaf: it is disputed, or the unit was asked about it. */
export const isMatter = (explained: ExplainedLeaf | undefined): boolean =>
  isDisputed(explained) || (explained?.request !== undefined && !explained.isWithdrawn)

/** What is still disputed after a decision: the unit's dispute stands and less than the claim stands too. What the council has before it. */
export const isStillDisputed = (explained: ExplainedLeaf | undefined, claim: Claim | undefined, decision: Decision | undefined): boolean =>
  isDisputed(explained) && isLess(claim, decision)

const isBlank = (text: string | undefined): boolean => (text ?? '').trim() === ''

/**
 * What keeps a unit's answer on one leaf from standing: a dispute, or the answer to a request, without an explanation; a dispute of points that are
 * no fewer than claimed and about which nobody asked.
 */
export const checkExplanation = (
  nodeId: string,
  explained: ExplainedLeaf,
  given: { readonly claim?: Claim | undefined; readonly decision?: Decision | undefined },
): readonly Problem[] => {
  const isAsked = explained.request !== undefined
  const isDue = explained.answer === 'disputed' || isAsked
  const canDispute = isAsked || isLess(given.claim, given.decision)
  return [
    ...(isDue && isBlank(explained.text) ? [errorAt('missingExplanation', nodeId, {})] : []),
    ...(explained.answer === 'disputed' && !canDispute ? [errorAt('nothingToDispute', nodeId, {})] : []),
  ]
}
