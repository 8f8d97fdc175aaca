import { compensatedSum } from './compensated-sum.ts'

/**
 * Pearson's correlation of two columns over units that have both; null with fewer than three of them or where either does not vary.
 * Source: OECD/JRC Handbook (2008), step 4, multivariate analysis.
 */
export const correlation = (first: Float64Array, second: Float64Array): number | null => {
  const both = Array.from(first, (_, unit) => unit).filter((unit) => !Number.isNaN((first[unit] as number) + (second[unit] as number)))
  if (both.length < 3) return null
  const centred = (column: Float64Array): readonly number[] => {
    const values = both.map((unit) => column[unit] as number)
    const mean = compensatedSum(values) / values.length
    return values.map((value) => value - mean)
  }
  const [x, y] = [centred(first), centred(second)]
  const product = (a: readonly number[], b: readonly number[]): number => compensatedSum(a.map((value, at) => value * (b[at] ?? 0)))
  const spread = Math.sqrt(product(x, x)) * Math.sqrt(product(y, y))
  return spread === 0 ? null : Math.max(-1, Math.min(1, product(x, y) / spread))
}

/** Correlations of each column with each; 1 on the diagonal of columns that vary. */
export const correlationMatrix = (columns: readonly Float64Array[]): readonly (readonly (number | null)[])[] => {
  const half = columns.map((first, row) => columns.slice(0, row + 1).map((second) => correlation(first, second)))
  return columns.map((_, row) => columns.map((__, column) => half[Math.max(row, column)]?.[Math.min(row, column)] ?? null))
}
