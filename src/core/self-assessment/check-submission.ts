import type { Points } from '../exact/points.ts'
import type { FrameworkNode } from '../framework/framework.ts'
import { leavesOf } from '../framework/walk.ts'
import { errorAt, type Problem, warningAt } from '../problem.ts'
import { awaitsPeers, ruleOfLeaf } from '../rules/leaf-outcome.ts'
import { type Claim, type Claims, isSelfScored } from './claims.ts'
import { checkBounds } from './read-entry.ts'

/** Points that a person states need a reason, always or below the maximum, as their rule says. */
const lacksReason = (leaf: FrameworkNode, claim: Claim): boolean => {
  const rule = ruleOfLeaf(leaf)
  if (rule?.kind !== 'manual' || claim.status !== 'scored' || claim.explanation?.trim()) return false
  return rule.reason === 'always' || claim.points !== leaf.maxPoints
}

/** What keeps points that were typed before the leaf changed from standing at it. */
const checkTypedPoints = (leaf: FrameworkNode, points: Points): readonly Problem[] => {
  const bounds = checkBounds(leaf, points)
  return bounds.length > 0 ? bounds : [errorAt('factsAsked', leaf.id, {})]
}

/**
 * What stands against submitting: every leaf left unanswered, and every leaf that claims points with neither document, explanation nor a declaration that there is none.
 * Unanswered leaves keep the sheet back unless the person says that they stay so (`acceptsMissing`): an honest gap is better than an invented
 * zero. Points stated without the reason that their rule asks for keep it back too. Points without proof are a warning: the appraiser decides. In
 * document order.
 */
export const checkSubmission = (
  nodes: readonly FrameworkNode[],
  claims: Claims,
  evidenceCount: (nodeId: string) => number,
  acceptsMissing: boolean,
  isAbsenceDeclared: (nodeId: string) => boolean = () => false,
): readonly Problem[] => {
  const unanswered = acceptsMissing ? warningAt : errorAt
  return leavesOf(nodes)
    .filter(isSelfScored)
    .flatMap((leaf): readonly Problem[] => {
      const { id } = leaf
      const claim = claims.get(id)
      if (claim?.typedPoints !== undefined) return checkTypedPoints(leaf, claim.typedPoints)
      if (claim && awaitsPeers(leaf, claim)) return []
      if (!claim || claim.status === 'missing') return [unanswered('unanswered', id, {})]
      if (lacksReason(leaf, claim)) return [errorAt('reasonDue', id, {})]
      const isBare =
        claim.status === 'scored' && claim.points !== 0 && !claim.explanation?.trim() && evidenceCount(id) === 0 && !isAbsenceDeclared(id)
      return isBare ? [warningAt('missingEvidence', id, {})] : []
    })
}
