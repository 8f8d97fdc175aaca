import type { Fraction } from '../exact/fraction.ts'
import type { RankingPolicy } from '../framework/framework.ts'
import { comparedPercent } from './compared-percent.ts'
import { orderKeys } from './exact-tally.ts'
import { rankByKey } from './rank.ts'

/** A sum that is already there: its exact percent, and what its unit brings to a tie, in the order of the framework's tie-break list. */
export interface RankedTotal {
  readonly percent: Fraction | null
  readonly ranked: boolean
  readonly tieKeys: readonly (Fraction | null)[]
}

/**
 * Ranks sums of one group that were added up before, by the same rule as whole results: on the exact percent, or as precisely as the framework prints.
 * `null` for who takes no place. Totals stand in unit order, which is what decides an ordinal ranking.
 */
export const rankTotals = (totals: readonly RankedTotal[], policy: RankingPolicy): readonly (number | null)[] => {
  const field = {
    order: Int32Array.from(totals, (_, index) => index),
    groups: Int32Array.from(totals, ({ ranked }) => (ranked ? 0 : -1)),
    groupCount: 1,
  }
  const keys = orderKeys(totals.map(({ percent }) => percent && comparedPercent(percent, policy.precision)))
  const ties = policy.tieBreak.map((_, index) => orderKeys(totals.map(({ tieKeys }) => tieKeys[index] ?? null)))
  return Array.from(rankByKey(field, keys, policy.method, ties), (rank) => rank || null)
}
