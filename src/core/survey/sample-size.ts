import { addFractions, divideFractions, type Fraction, fraction, multiplyFractions, subtractFractions } from '../exact/fraction.ts'
import { roundFraction } from '../exact/round.ts'
import { type Confidence, quantileOf } from './confidence.ts'

const one = fraction(1n)

/** Rounded up: a sample that is a fraction of a person too small misses the margin. */
const ceiling = (value: Fraction): number => Number(roundFraction(value, 0, 'ceiling'))

export interface Precision {
  /** Half the width of the interval, as a share: 0.05. */
  readonly margin: Fraction
  readonly confidence: Confidence
  /** Share of positive answers to expect; one half is the safest. */
  readonly share: Fraction
}

/**
 * Answers needed for a share: n₀ = z²·p·(1−p)/e², and of a population of N: n = n₀ / (1 + (n₀ − 1)/N), rounded up and never above N.
 * Without population it is endless. Source: Cochran, Sampling Techniques, formulas 4.1 and 4.2.
 */
export const sampleSize = ({ margin, confidence, share }: Precision, population?: number): number => {
  const z = quantileOf(confidence)
  const spread = multiplyFractions(share, subtractFractions(one, share))
  const endless = divideFractions(multiplyFractions(multiplyFractions(z, z), spread), multiplyFractions(margin, margin))
  if (population === undefined) return ceiling(endless)
  const all = fraction(BigInt(population))
  const corrected = divideFractions(endless, addFractions(one, divideFractions(subtractFractions(endless, one), all)))
  return Math.min(population, ceiling(corrected))
}

/**
 * Yamane: n = N / (1 + N·e²), rounded up; it is {@link sampleSize} for p = ½ with z taken as 2, the size the ministry's guidance uses.
 * Source: Yamane, Statistics: an introductory analysis, 1967; section 7.2 of the domain notes.
 */
export const yamaneSize = (population: number, margin: Fraction): number => {
  const all = fraction(BigInt(population))
  return ceiling(divideFractions(all, addFractions(one, multiplyFractions(all, multiplyFractions(margin, margin)))))
}
