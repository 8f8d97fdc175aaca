import { compensatedSum } from './compensated-sum.ts'

/**
 * How indicators come onto one scale, as COINr names and documents it (`n_minmax`, `n_goalposts`, `n_zscore`).
 * Goalposts are in the unit of the data, before the direction; what lies beyond them is cut off.
 */
export type Normalisation =
  | { readonly kind: 'minmax'; readonly low: number; readonly high: number }
  | { readonly kind: 'goalposts'; readonly low: number; readonly high: number; readonly scale: number }
  | { readonly kind: 'zscore'; readonly mean: number; readonly deviation: number }
  | { readonly kind: 'none' }

export const normalisations = ['minmax', 'goalposts', 'zscore', 'none'] as const

const present = (column: Float64Array): Float64Array => column.filter((value) => !Number.isNaN(value))

const minmax = (column: Float64Array, low: number, high: number): Float64Array => {
  let [least, greatest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const value of column) {
    if (value < least) least = value
    if (value > greatest) greatest = value
  }
  return column.map((value) => ((value - least) / (greatest - least)) * (high - low) + low)
}

/** Direction turns the posts with the data: of a criterion where less is better, the upper post is the worst. */
const goalposts = (column: Float64Array, direction: 1 | -1, low: number, high: number, scale: number): Float64Array => {
  const [worst, best] = direction === 1 ? [low, high] : [-high, -low]
  return column.map((value) => Math.min(1, Math.max(0, (value - worst) / (best - worst))) * scale)
}

const zscore = (column: Float64Array, mean: number, deviation: number): Float64Array => {
  const known = present(column)
  const own = compensatedSum(known) / known.length
  const variance = compensatedSum(known.map((value) => (value - own) ** 2)) / (known.length - 1)
  const spread = Math.sqrt(variance)
  return column.map((value) => ((value - own) / spread) * deviation + mean)
}

/** Whether every known value is the same, so that min–max and z-score have nothing to tell units apart by. */
export const isConstant = (column: Float64Array): boolean => {
  const known = present(column)
  return known.every((value) => value === known[0])
}

/**
 * A column on its new scale: data times direction, then normalised. NaN stays NaN. A constant column under `minmax` or `zscore` becomes NaN
 * throughout, that is missing, as in COINr; `zscore` divides by n−1.
 */
export const normalise = (column: Float64Array, direction: 1 | -1, by: Normalisation): Float64Array => {
  const directed = column.map((value) => value * direction)
  if ((by.kind === 'minmax' || by.kind === 'zscore') && isConstant(column)) return directed.fill(Number.NaN)
  if (by.kind === 'minmax') return minmax(directed, by.low, by.high)
  if (by.kind === 'goalposts') return goalposts(directed, direction, by.low, by.high, by.scale)
  if (by.kind === 'zscore') return zscore(directed, by.mean, by.deviation)
  return directed
}
