import type { Inputs } from './inputs.ts'
import { factsRuleOf, type RuledLeaf, scoreLeaf } from './leaf-outcome.ts'

/**
 * On what ground the facts of one leaf say that it does not arise, in the rule's own words (`0/0` and `nothingLeft` where it has none). Nothing where
 * the leaf takes no facts, or where they give something else. Source: domain notes 4.1, K5 and K10; section 6.
 */
export const basisOfFacts = (leaf: RuledLeaf, inputs: Inputs): string | undefined => {
  const rule = factsRuleOf(leaf)
  const outcome = rule && scoreLeaf(leaf, rule, inputs)
  return outcome?.status === 'notApplicable' ? outcome.basis : undefined
}
