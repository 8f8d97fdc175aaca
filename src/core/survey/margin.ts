import {
  addFractions,
  divideFractions,
  type Fraction,
  fraction,
  multiplyFractions,
  subtractFractions,
  zeroFraction,
} from '../exact/fraction.ts'
import { type Confidence, quantileOf } from './confidence.ts'
import { squareRoot } from './square-root.ts'

const one = fraction(1n)
const whole = (count: number): Fraction => fraction(BigInt(count))

/** (N − n)/(N − 1): asking everybody leaves no margin. */
const correction = (answers: number, population: number | undefined): Fraction => {
  if (population === undefined) return one
  if (population <= 1 || answers >= population) return zeroFraction
  return fraction(BigInt(population - answers), BigInt(population - 1))
}

const timesQuantile = (variance: Fraction, confidence: Confidence): Fraction =>
  multiplyFractions(quantileOf(confidence), squareRoot(variance))

/**
 * The margin of error of a share p among n answers: z·√(p(1−p)/n · (N−n)/(N−1)); without population it is endless. `undefined` without answers.
 * Irrational, so cut after 18 decimals. Source: Cochran, Sampling Techniques, section 3.2.
 */
export const marginOfShare = (share: Fraction, answers: number, confidence: Confidence, population?: number): Fraction | undefined => {
  if (answers === 0) return undefined
  const variance = divideFractions(multiplyFractions(share, subtractFractions(one, share)), whole(answers))
  return timesQuantile(multiplyFractions(variance, correction(answers, population)), confidence)
}

/** One group of a weighted share. */
export interface WeightedPart {
  readonly share: Fraction
  readonly answers: number
  readonly weight: Fraction
  readonly population?: number
}

/**
 * The margin of a share that is weighted over groups: z·√(Σ w²·p(1−p)/n·(N−n)/(N−1)), the weights taken as shares of their sum.
 * `undefined` where a group with weight has no answers. Source: Cochran, section 5.3 (stratified sampling).
 */
export const marginOfWeighted = (parts: readonly WeightedPart[], confidence: Confidence): Fraction | undefined => {
  const counted = parts.filter(({ weight }) => weight.n > 0n)
  const sum = counted.reduce((total, { weight }) => addFractions(total, weight), zeroFraction)
  if (sum.n === 0n || counted.some(({ answers }) => answers === 0)) return undefined
  const variances = counted.map(({ share, answers, weight, population }) => {
    const part = divideFractions(weight, sum)
    const variance = divideFractions(multiplyFractions(share, subtractFractions(one, share)), whole(answers))
    return multiplyFractions(multiplyFractions(part, part), multiplyFractions(variance, correction(answers, population)))
  })
  return timesQuantile(variances.reduce(addFractions, zeroFraction), confidence)
}

/**
 * The margin of a mean: z·√(s²/n), s² with n − 1, from the count, the sum and the sum of squares of the answers. `undefined` below two answers.
 */
export const marginOfMean = (
  { valid, sum, squares }: { readonly valid: number; readonly sum: number; readonly squares: number },
  confidence: Confidence,
): Fraction | undefined => {
  if (valid < 2) return undefined
  const deviations = subtractFractions(whole(squares), fraction(BigInt(sum) * BigInt(sum), BigInt(valid)))
  return timesQuantile(divideFractions(deviations, whole(valid * (valid - 1))), confidence)
}
