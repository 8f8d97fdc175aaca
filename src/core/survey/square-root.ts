import { type Fraction, fraction } from '../exact/fraction.ts'

/** The whole part of the square root, by Newton's iteration from above. */
const wholeRoot = (value: bigint): bigint => {
  if (value < 2n) return value
  let root = 1n << BigInt((value.toString(2).length + 1) >> 1)
  for (;;) {
    const next = (root + value / root) >> 1n
    if (next >= root) return root
    root = next
  }
}

/**
 * The square root of a quotient that is not negative, cut after `digits` decimals: never above the true root, and less than one unit of the last
 * decimal below it. Throws a RangeError below zero.
 */
export const squareRoot = ({ n, d }: Fraction, digits = 18): Fraction => {
  if (n < 0n) throw new RangeError('square root of a negative quotient')
  const scale = 10n ** BigInt(digits)
  return fraction(wholeRoot((n * scale * scale) / d), scale)
}
