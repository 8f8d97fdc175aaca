import { pointsText } from '../exact/points.ts'
import type { FrameworkNode } from '../framework/framework.ts'
import { errorAt, type Problem } from '../problem.ts'
import { factsRuleOf } from '../rules/leaf-outcome.ts'
import type { Inputs } from '../rules/inputs.ts'
import { claimOfFacts } from '../self-assessment/claim-of-facts.ts'
import type { Decision } from './appraised-leaf.ts'

/**
 * What keeps facts that an appraiser entered from standing: a leaf whose rule asks for none, facts that the rule refuses, points other than they give. An
 * appraiser may also give points without facts, with the reason that is due; then there is nothing to check here.
 */
export const checkFacts = (leaf: FrameworkNode, decision: Decision, inputs: Inputs | undefined): readonly Problem[] => {
  if (inputs === undefined || decision.status === 'missing') return []
  const rule = factsRuleOf(leaf)
  if (!rule) return [errorAt('factsNotAsked', leaf.id, {})]
  const { outcome, claim: own } = claimOfFacts(leaf, rule, inputs)
  if (outcome.status === 'refused') return outcome.problems.map((problem) => ({ ...problem, at: leaf.id }))
  if (own?.status === decision.status && own.points === decision.points) return []
  const shown = ({ points, status }: Pick<Decision, 'points' | 'status'>): string => (points === undefined ? status : pointsText(points))
  return [errorAt('pointsDifferFromRule', leaf.id, { given: shown(decision), rule: own ? shown(own) : '' })]
}
