import { pointsText } from '../exact/points.ts'
import type { FrameworkNode } from '../framework/framework.ts'
import { errorAt, type Problem } from '../problem.ts'
import { factsRuleOf, ruleOfLeaf } from '../rules/leaf-outcome.ts'
import type { Rule, RuleOf } from '../rules/registry.ts'
import { scoreRule } from '../rules/score-rule.ts'
import { applicabilityOf } from './applicability.ts'
import { claimOfFacts } from './claim-of-facts.ts'
import type { Claim } from './claims.ts'
import { checkBounds } from './read-entry.ts'

const shownPoints = ({ points, status }: Pick<Claim, 'points' | 'status'>): string => (points === undefined ? status : pointsText(points))

/** Points that are typed under a rule of their own still stand on its grid and between its bounds. */
const checkManual = (node: FrameworkNode, rule: RuleOf<'manual'>, claim: Claim): readonly Problem[] => {
  if (claim.points === undefined) return []
  const result = scoreRule(rule, { [rule.input]: pointsText(claim.points), reason: '–' }, node.maxPoints)
  return result.status === 'refused' ? result.problems.map((problem) => ({ ...problem, at: node.id })) : []
}

/** The facts are scored again; what the claim says has to be what they give. */
const checkFacts = (node: FrameworkNode, rule: Rule, claim: Claim): readonly Problem[] => {
  const { outcome, claim: own } = claimOfFacts(node, rule, claim.inputs ?? {})
  if (outcome.status === 'refused') return outcome.problems.map((problem) => ({ ...problem, at: node.id }))
  if (own?.status === claim.status && own.points === claim.points) return []
  return [errorAt('pointsDifferFromRule', node.id, { given: shownPoints(claim), rule: own ? shownPoints(own) : '' })]
}

const checkNotApplicable = (node: FrameworkNode, claim: Claim): readonly Problem[] => {
  if (applicabilityOf(node) === 'refused') return [errorAt('applicabilityNotOffered', node.id, {})]
  return claim.explanation?.trim() ? [] : [errorAt('missingBasis', node.id, {})]
}

const checkTyped = (node: FrameworkNode, claim: Claim): readonly Problem[] => {
  const rule = ruleOfLeaf(node)
  if (factsRuleOf(node)) return [errorAt('factsAsked', node.id, {})]
  if (claim.points === undefined) return [errorAt('invalidPoints', node.id, { value: '' })]
  const bounds = checkBounds(node, claim.points)
  return bounds.length || rule?.kind !== 'manual' ? bounds : checkManual(node, rule, claim)
}

/** Why a claim cannot stand at its node: no leaf, not the unit's to score, points beyond its bounds or other than its rule gives, no basis. */
const checkClaim = (node: FrameworkNode, claim: Claim): readonly Problem[] => {
  if (node.children.length) return [errorAt('notALeaf', node.id, { node: node.id })]
  if (node.source !== 'appraised') return [errorAt('notSelfScored', node.id, { source: node.source })]
  if (claim.inputs) {
    const rule = factsRuleOf(node)
    return rule ? checkFacts(node, rule, claim) : [errorAt('factsNotAsked', node.id, {})]
  }
  if (claim.status === 'scored') return checkTyped(node, claim)
  if (claim.points !== undefined) return [errorAt('invalidPoints', node.id, { value: pointsText(claim.points) })]
  return claim.status === 'notApplicable' ? checkNotApplicable(node, claim) : []
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
