import type { FrameworkNode } from '../framework/framework.ts'
import { leavesOf } from '../framework/walk.ts'
import { errorAt, type Problem, warningAt } from '../problem.ts'
import { ruleOfLeaf } from '../rules/leaf-outcome.ts'
import { type Claim, type Claims, isSelfScored } from './claims.ts'

/** Points that a person states need a reason, always or below the maximum, as their rule says. */
const lacksReason = (leaf: FrameworkNode, claim: Claim): boolean => {
  const rule = ruleOfLeaf(leaf)
  if (rule?.kind !== 'manual' || claim.status !== 'scored' || claim.explanation?.trim()) return false
  return rule.reason === 'always' || claim.points !== leaf.maxPoints
}

/**
 * What stands against submitting: every leaf left unanswered, and every leaf that claims points with neither document nor explanation.
 * Unanswered leaves keep the sheet back unless the person says that they stay so (`acceptsMissing`): an honest gap is better than an invented
 * zero. Points stated without the reason that their rule asks for keep it back too. Points without proof are a warning: the appraiser decides. In
 * document order.
 */
export const checkSubmission = (
  nodes: readonly FrameworkNode[],
  claims: Claims,
  evidenceCount: (nodeId: string) => number,
  acceptsMissing: boolean,
): readonly Problem[] => {
  const unanswered = acceptsMissing ? warningAt : errorAt
  return leavesOf(nodes)
    .filter(isSelfScored)
    .flatMap((leaf): readonly Problem[] => {
      const { id } = leaf
      const claim = claims.get(id)
      if (!claim || claim.status === 'missing') return [unanswered('unanswered', id, {})]
      if (lacksReason(leaf, claim)) return [errorAt('reasonDue', id, {})]
      const isBare = claim.status === 'scored' && claim.points !== 0 && !claim.explanation?.trim() && evidenceCount(id) === 0
      return isBare ? [warningAt('missingEvidence', id, {})] : []
    })
}
