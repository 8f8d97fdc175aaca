import type { Treatment } from '../vocabulary.ts'
import type { ComputeOptions } from './options.ts'
import type { Plan, PlannedLeaf } from './plan.ts'
import type { LeafScore } from './scores.ts'

/** Who decided what becomes of a leaf that does not apply. */
export type TreatmentBasis = 'line' | 'node' | 'framework' | 'option' | 'default'

/**
 * What becomes of the maximum of a leaf that does not apply: the line beats the node, the node the framework, the framework the option;
 * where all are silent the leaf is taken out. See docs/decisions/0010-not-applicable-precedence.md.
 */
export const treatmentOf = (
  plan: Plan,
  leaf: PlannedLeaf,
  score: LeafScore,
  options: ComputeOptions,
): { readonly treatment: Treatment; readonly basis: TreatmentBasis } => {
  if (score.status === 'notApplicable' && score.treatment) return { treatment: score.treatment, basis: 'line' }
  if (leaf.treatment) return { treatment: leaf.treatment, basis: 'node' }
  if (plan.framework.notApplicable) return { treatment: plan.framework.notApplicable, basis: 'framework' }
  if (options.notApplicable) return { treatment: options.notApplicable, basis: 'option' }
  return { treatment: 'excluded', basis: 'default' }
}
