import { compensatedSum } from './compensated-sum.ts'

/** What a unit's ranks over all replications come to; null where it never had one. */
export interface RankStatistics {
  readonly mean: number | null
  readonly median: number | null
  readonly p05: number | null
  readonly p95: number | null
}

/** The quantile of type 7 (Hyndman and Fan 1996; R's default) of ascending values: linear between the two nearest. */
export const quantile = (ascending: ArrayLike<number>, share: number): number => {
  const place = (ascending.length - 1) * share
  const below = Math.floor(place)
  const part = place - below
  const low = ascending[below] as number
  return part === 0 ? low : (1 - part) * low + part * (ascending[below + 1] as number)
}

/** Mean, median and the interval that holds nine tenths of the ranks; 0 stands for no rank and is left out. */
export const rankStatistics = (ranks: Int32Array): RankStatistics => {
  const placed = ranks.filter((rank) => rank > 0).sort()
  if (placed.length === 0) return { mean: null, median: null, p05: null, p95: null }
  return {
    mean: compensatedSum(placed) / placed.length,
    median: quantile(placed, 0.5),
    p05: quantile(placed, 0.05),
    p95: quantile(placed, 0.95),
  }
}
