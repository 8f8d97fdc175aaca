import type { Points } from '../exact/points.ts'
import type { FrameworkNode } from '../framework/framework.ts'
import type { Inputs } from '../rules/inputs.ts'

/** What a unit claims for one leaf. Cleared is `missing`: that is not zero. Of `notApplicable` the explanation is the basis. */
export interface Claim {
  readonly status: 'scored' | 'notApplicable' | 'missing'
  readonly points?: Points
  readonly explanation?: string
  /** The facts that the points come from, where the leaf has a rule for them; while some lack, the claim is `missing`. */
  readonly inputs?: Inputs
  /** Points as they were typed before the leaf changed, which it takes no more; then the claim is `missing`. */
  readonly typedPoints?: Points
}

/** Longest explanation of one leaf, in UTF-16 units; the interface takes no longer one. */
export const longestExplanation = 4000

/** Claims by id of the leaf; a leaf without one is missing. */
export type Claims = ReadonlyMap<string, Claim>

/** Units score what an appraiser will look at; what a survey, an external index or a panel measures is not theirs to claim. */
export const isSelfScored = ({ source, children }: Pick<FrameworkNode, 'source' | 'children'>): boolean =>
  source === 'appraised' && children.length === 0
