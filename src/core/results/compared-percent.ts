import { parseDecimal } from '../exact/decimal.ts'
import { divideFractions, type Fraction, fraction, multiplyFractions, zeroFraction } from '../exact/fraction.ts'
import { roundFraction } from '../exact/round.ts'
import type { RankingPolicy } from '../framework/framework.ts'

/** Percent of the maximum that applied, exact; `null` where nothing is known or nothing applies. */
export const percentOf = (points: Fraction | null, appliedMax: Fraction): Fraction | null =>
  points === null || appliedMax.n === 0n ? null : multiplyFractions(divideFractions(points, appliedMax), fraction(100n))

/** The percent that ranks and classes compare: the exact one, or rounded half up to as many decimals as the framework prints. */
export const comparedPercent = (percent: Fraction, precision: RankingPolicy['precision']): Fraction =>
  precision === 'full' ? percent : (parseDecimal(roundFraction(percent, precision)) ?? zeroFraction)
