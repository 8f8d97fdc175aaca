import type { Points } from '../exact/points.ts'
import type { Inputs } from '../rules/inputs.ts'
import { appliedMaximum, type RuledLeaf } from '../rules/leaf-outcome.ts'
import type { LeafScore } from './scores.ts'

/** Points at a leaf, measured against what the facts behind them leave of its maximum. */
export const scoredLeaf = (leaf: RuledLeaf | undefined, points: Points, inputs: Inputs | undefined): LeafScore => {
  const appliedMax = leaf && inputs ? appliedMaximum(leaf, points, inputs) : undefined
  return { status: 'scored', points, ...(appliedMax !== undefined && { appliedMax }) }
}
