import { compareFractions, type Fraction } from '../exact/fraction.ts'

/**
 * The least percent with which a unit would have stood at `rank` or better among the others of last year's field, exact; `null` where any percent does.
 * Equal percents share a rank, so the percent of the unit that stands there is enough. `others` leaves the unit itself out.
 */
export const percentForRank = (others: readonly Fraction[], rank: number): Fraction | null => {
  const sorted = [...others].sort((a, b) => compareFractions(b, a))
  return sorted[rank - 1] ?? null
}

/** The rank a percent would have had among the others: one more than there are above it. */
export const rankAmong = (others: readonly Fraction[], percent: Fraction): number =>
  1 + others.filter((other) => compareFractions(other, percent) > 0).length
