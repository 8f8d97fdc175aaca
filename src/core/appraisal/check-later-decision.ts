import { pointsText } from '../exact/points.ts'
import { errorAt, type Problem } from '../problem.ts'
import type { AppraisableLeaf, Claim, Decision } from './appraised-leaf.ts'
import { checkDecision } from './check-decision.ts'

/**
 * What keeps a decision of a later round from standing: all that holds for a first one; no reason where it gives less than the round before, for points may
 * rise but not fall in silence; no reason on a leaf that the unit explained or disputed, for it is owed an answer.
 */
export const checkLaterDecision = (
  leaf: AppraisableLeaf,
  seen: { readonly claim: Claim | undefined; readonly before: Decision | undefined; readonly isMatter: boolean },
  decision: Decision,
): readonly Problem[] => {
  const problems = checkDecision(leaf, seen.claim, decision)
  if (problems.length || decision.status === 'missing' || (decision.reason ?? '').trim() !== '') return problems
  const [before, given] = [seen.before?.points, decision.points]
  if (before !== undefined && given !== undefined && given < before)
    return [errorAt('lessThanBefore', leaf.id, { before: pointsText(before), given: pointsText(given) })]
  return seen.isMatter ? [errorAt('reasonForDispute', leaf.id, {})] : []
}
