import type { FrameworkNode } from '../framework/framework.ts'
import { leavesOf } from '../framework/walk.ts'
import { errorAt, type Problem, warningAt } from '../problem.ts'
import { type Claims, isSelfScored } from './claims.ts'

/**
 * What stands against submitting: every leaf left unanswered, and every leaf that claims points with neither document nor explanation.
 * Unanswered leaves keep the sheet back unless the person says that they stay so (`acceptsMissing`): an honest gap is better than an invented
 * zero. Points without proof are a warning: the appraiser decides. In document order.
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
    .flatMap(({ id }): readonly Problem[] => {
      const claim = claims.get(id)
      if (!claim || claim.status === 'missing') return [unanswered('unanswered', id, {})]
      const isBare = claim.status === 'scored' && claim.points !== 0 && !claim.explanation?.trim() && evidenceCount(id) === 0
      return isBare ? [warningAt('missingEvidence', id, {})] : []
    })
}
