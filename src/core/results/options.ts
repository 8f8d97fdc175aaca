import type { RankingMethod, Treatment } from '../vocabulary.ts'
import type { Results } from './results.ts'

/** What whoever computes may choose; the rest stands in the framework. */
export interface ComputeOptions {
  /** Instead of the framework's own method. */
  readonly ranking?: RankingMethod
  /** Where neither line, node nor framework says what becomes of a leaf that does not apply. */
  readonly notApplicable?: Treatment
  /** Results of the cycle before: source of `change` and of carried blocks. */
  readonly previous?: Results
  readonly trace?: boolean
}
