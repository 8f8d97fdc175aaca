import { pointsText } from '../exact/points.ts'
import type { FrameworkNode } from '../framework/framework.ts'
import { errorAt, type Problem } from '../problem.ts'
import type { Claim } from './claims.ts'
import { checkBounds } from './read-entry.ts'

/** Why a claim cannot stand at its node: no leaf, not the unit's to score, points beyond its bounds, no basis. */
const checkClaim = (node: FrameworkNode, claim: Claim): readonly Problem[] => {
  if (node.children.length) return [errorAt('notALeaf', node.id, { node: node.id })]
  if (node.source !== 'appraised') return [errorAt('notSelfScored', node.id, { source: node.source })]
  if (claim.status === 'notApplicable' && !claim.explanation?.trim()) return [errorAt('missingBasis', node.id, {})]
  if (claim.status !== 'scored')
    return claim.points === undefined ? [] : [errorAt('invalidPoints', node.id, { value: pointsText(claim.points) })]
  if (claim.points === undefined) return [errorAt('invalidPoints', node.id, { value: '' })]
  return checkBounds(node, claim.points)
}

/** Every reason why these claims cannot be saved, in the order in which they came. `nodes` are all nodes of the framework by id. */
export const checkClaims = (
  nodes: ReadonlyMap<string, FrameworkNode>,
  claims: readonly { readonly nodeId: string; readonly claim: Claim }[],
): readonly Problem[] =>
  claims.flatMap(({ nodeId, claim }, index) => {
    const node = nodes.get(nodeId)
    if (!node) return [errorAt('unknownNode', nodeId, { node: nodeId })]
    const first = claims.findIndex((each) => each.nodeId === nodeId)
    if (first < index) return [errorAt('duplicateLine', nodeId, { unit: '', node: nodeId, first: first + 1 })]
    return checkClaim(node, claim)
  })
