import type { NestedRule } from '../rules/common.ts'
import { type RuledLeaf, ruleOfLeaf } from '../rules/leaf-outcome.ts'
import { kindOf, type RuleOf } from '../rules/registry.ts'

const mayNotArise = (rule: NestedRule): boolean => {
  if (rule.notApplicable !== undefined) return true
  if (rule.kind === 'choice') return (rule as RuleOf<'choice'>).options.some(({ notApplicable }) => notApplicable)
  if (rule.kind === 'ratio') return (rule as RuleOf<'ratio'>).zeroDenominator === 'notApplicable'
  if (rule.kind === 'conditional') {
    const { then, else: otherwise } = rule as RuleOf<'conditional'>
    if (then.notApplicable !== undefined || otherwise.notApplicable !== undefined) return true
  }
  return (kindOf(rule).nested?.(rule) ?? []).some((each) => mayNotArise(each.rule))
}

/**
 * Whether a unit may say that a leaf does not arise with it. `foreseen`: the decision says so ("nếu có", or its rule has that case). `claimed`: the
 * decision is silent; then it is a claim of specific characteristics with its basis, which the appraiser decides. `refused`: the rule says that the
 * criterion applies to every unit. Source: domain notes, section 6 ("A unit may claim; the appraiser must decide, with reason").
 */
export const applicabilityOf = (leaf: RuledLeaf & { readonly ifAny?: boolean }): 'foreseen' | 'claimed' | 'refused' => {
  const rule = ruleOfLeaf(leaf)
  if (rule?.notApplicable === 'refused') return 'refused'
  return leaf.ifAny === true || (rule !== undefined && mayNotArise(rule)) ? 'foreseen' : 'claimed'
}
