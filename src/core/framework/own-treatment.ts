import { type Treatment, treatments } from '../vocabulary.ts'
import type { FrameworkNode } from './framework.ts'

/**
 * What a node says becomes of its maximum where it does not apply: the rule at it, else the node itself; nothing where both are silent. The rule speaks
 * for facts, and a claim without facts at the same leaf is treated no other way. `refused` is no treatment.
 */
export const ownTreatment = ({ rule, notApplicable }: Pick<FrameworkNode, 'rule' | 'notApplicable'>): Treatment | undefined => {
  const said = (rule as { readonly notApplicable?: unknown } | undefined)?.notApplicable
  return treatments.find((each) => each === said) ?? notApplicable
}
