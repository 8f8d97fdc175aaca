import { type Fraction, fraction, multiplyFractions } from '../exact/fraction.ts'
import type { RankingPolicy } from '../framework/framework.ts'
import { comparedPercent } from './compared-percent.ts'
import { orderKeys } from './exact-tally.ts'
import { rankByKey } from './rank.ts'

/** A sum that is already there: points over applied maximum as `exact` of results prints it, and what its unit brings to a tie, in the order of the framework's tie-break list. */
export interface RankedTotal {
  readonly exact: string | null
  readonly ranked: boolean
  readonly tieKeys: readonly (Fraction | null)[]
}

const hundred = fraction(100n)

/** The percent of a printed `"n/d"`, exact. */
export const exactPercent = (exact: string | null): Fraction | null => {
  const [n, d] = exact?.split('/') ?? []
  return n === undefined || d === undefined ? null : multiplyFractions(fraction(BigInt(n), BigInt(d)), hundred)
}

const longest = 7

/**
 * Quotients of at most seven digits as doubles: two that differ do so by at least 10^-14, far more than doubles below 2 are apart, and equal
 * ones in lowest terms divide alike. `undefined` where one is longer.
 */
const doubleKeys = (totals: readonly RankedTotal[]): Float64Array | undefined => {
  const keys = new Float64Array(totals.length).fill(Number.NaN)
  for (const [index, { exact }] of totals.entries()) {
    if (exact === null) continue
    const slash = exact.indexOf('/')
    if (slash > longest || exact.length - slash - 1 > longest) return undefined
    const key = Number(exact.slice(0, slash)) / Number(exact.slice(slash + 1))
    if (!(key >= 0 && key < 2)) return undefined
    keys[index] = key
  }
  return keys
}

const keysOf = (totals: readonly RankedTotal[], { precision }: RankingPolicy): Float64Array =>
  (precision === 'full' ? doubleKeys(totals) : undefined) ??
  orderKeys(
    totals.map(({ exact }) => {
      const percent = exactPercent(exact)
      return percent && comparedPercent(percent, precision)
    }),
  )

/**
 * Ranks sums of one group that were added up before, by the same rule as whole results: on the exact percent, or as precisely as the framework prints.
 * `null` for who takes no place. Totals stand in unit order, which is what decides an ordinal ranking.
 */
export const rankTotals = (totals: readonly RankedTotal[], policy: RankingPolicy): readonly (number | null)[] => {
  // Plain loops: `from` with a function takes several times as long, and a ranking with its areas comes here nine times.
  const field = { order: new Int32Array(totals.length), groups: new Int32Array(totals.length), groupCount: 1 }
  for (let unit = 0; unit < totals.length; unit++) {
    field.order[unit] = unit
    field.groups[unit] = totals[unit]?.ranked ? 0 : -1
  }
  const ties = policy.tieBreak.map((_, index) => orderKeys(totals.map(({ tieKeys }) => tieKeys[index] ?? null)))
  const ranks: (number | null)[] = []
  for (const rank of rankByKey(field, keysOf(totals, policy), policy.method, ties)) ranks.push(rank || null)
  return ranks
}
