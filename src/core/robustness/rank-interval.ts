import { accept, type Result } from '../result.ts'
import type { CompositeIndex } from './composite-index.ts'
import { type Method, prepareIndex, ranksOfUnit, replicateRanks } from './compute-robustness.ts'
import { rankStatistics } from './rank-statistics.ts'
import { nominalWeights } from './replication-weights.ts'

/** Where a unit stands and where it might as well stand; all null where it has no rank. */
export interface RankInterval {
  readonly unit: string
  readonly rank: number | null
  /** Nine tenths of the replications lie from `from` to `to`: whole ranks, rounded outward. */
  readonly from: number | null
  readonly to: number | null
}

const outward = (value: number | null, round: (value: number) => number): number | null => (value === null ? null : round(value))

/** The interval of one unit out of its ranks in all replications; a rank of 0 is none. */
export const rankInterval = (unit: string, rank: number, replicated: Int32Array): RankInterval => {
  const { p05, p95 } = rankStatistics(replicated)
  return { unit, rank: rank || null, from: outward(p05, Math.floor), to: outward(p95, Math.ceil) }
}

/** The rank of every unit under nominal weights, and the interval of its ranks under others. Refuses what `computeRobustness` refuses. */
export const rankIntervals = (
  index: CompositeIndex,
  method: Method,
  replications: readonly Float64Array[],
): Result<readonly RankInterval[]> => {
  const prepared = prepareIndex(index, method)
  if (!prepared.ok) return prepared
  const [nominal, ...replicated] = replicateRanks(index, prepared.value.aggregator, [nominalWeights(index.structure), ...replications])
  return accept(index.units.map((unit, at) => rankInterval(unit, nominal?.[at] ?? 0, ranksOfUnit(replicated, at))))
}
