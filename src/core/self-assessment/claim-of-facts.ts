import type { Inputs } from '../rules/inputs.ts'
import { type LeafOutcome, type RuledLeaf, scoreLeaf } from '../rules/leaf-outcome.ts'
import type { Rule } from '../rules/registry.ts'
import type { Claim } from './claims.ts'

/** A claim as the facts make it, and how they came to it. Refused facts make no claim. */
export interface ClaimOfFacts {
  readonly outcome: LeafOutcome
  readonly claim?: Claim
}

/**
 * What a unit claims by entering facts: the points of the rule, or that the leaf does not arise, or nothing yet while a question is open. No facts
 * at all are a cleared leaf. The page and the server ask the same.
 */
export const claimOfFacts = (leaf: RuledLeaf, rule: Rule, inputs: Inputs): ClaimOfFacts => {
  const outcome = scoreLeaf(leaf, rule, inputs)
  if (Object.keys(inputs).length === 0) return { outcome, claim: { status: 'missing' } }
  if (outcome.status === 'refused') return { outcome }
  if (outcome.status === 'scored') return { outcome, claim: { status: 'scored', points: outcome.points, inputs } }
  return { outcome, claim: { status: outcome.status, inputs } }
}
