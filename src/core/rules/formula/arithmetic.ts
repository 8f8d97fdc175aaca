import { addFractions, compareFractions, divideFractions, type Fraction, fraction, multiplyFractions } from '../../exact/fraction.ts'
import { roundFraction, type RoundingMode } from '../../exact/round.ts'
import { parseDecimal } from '../../exact/decimal.ts'
import { formulaLimits } from './tree.ts'

const largest = 1n << BigInt(formulaLimits.bits)

/** Beyond any figure of a decision: whoever multiplies on and on is stopped here, before the numbers take long. */
export const isTooLarge = ({ n, d }: Fraction): boolean => n > largest || n < -largest || d > largest

export const negate = (value: Fraction): Fraction => ({ n: -value.n, d: value.d })
export const absolute = (value: Fraction): Fraction => (value.n < 0n ? negate(value) : value)
export const smaller = (a: Fraction, b: Fraction): Fraction => (compareFractions(b, a) < 0 ? b : a)
export const larger = (a: Fraction, b: Fraction): Fraction => (compareFractions(b, a) > 0 ? b : a)
export const sumFractions = (list: readonly Fraction[]): Fraction => list.reduce(addFractions, fraction(0n))
export const meanFraction = (list: readonly Fraction[]): Fraction => divideFractions(sumFractions(list), fraction(BigInt(list.length)))

/** Rounded to so many decimals, as a fraction again. */
export const roundTo = (value: Fraction, digits: number, mode: RoundingMode = 'halfUp'): Fraction =>
  parseDecimal(roundFraction(value, digits, mode)) ?? value

/** The multiple of a step that a value goes to. */
export const roundToStep = (value: Fraction, step: Fraction, mode: RoundingMode = 'halfUp'): Fraction =>
  multiplyFractions(roundTo(divideFractions(value, step), 0, mode), step)
