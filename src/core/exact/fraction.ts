import { type Points, pointsScale } from './points.ts'

/** An exact quotient n/d in lowest terms with d > 0. What does not end in decimals (a/b, redistribution, percent) lives here. */
export interface Fraction {
  readonly n: bigint
  readonly d: bigint
}

const gcd = (a: bigint, b: bigint): bigint => {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b]
  while (y) [x, y] = [y, x % y]
  return x
}

/** Throws on a zero denominator: whoever divides has to ask first. */
export const fraction = (n: bigint, d: bigint = 1n): Fraction => {
  if (d === 0n) throw new RangeError('fraction with denominator zero')
  const g = gcd(n, d) * (d < 0n ? -1n : 1n)
  return { n: n / g, d: d / g }
}

/** Zero as a quotient: 0/1. */
export const zeroFraction = fraction(0n)
/** Points as a quotient of whole points: 7500 ten-thousandths are 3/4. */
export const fractionOfPoints = (points: Points): Fraction => fraction(BigInt(points), BigInt(pointsScale))
/** a + b, exact and in lowest terms. */
export const addFractions = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.d + b.n * a.d, a.d * b.d)
/** a − b, exact and in lowest terms; may be negative. */
export const subtractFractions = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.d - b.n * a.d, a.d * b.d)
/** a · b, exact and in lowest terms. */
export const multiplyFractions = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.n, a.d * b.d)
/** a / b, exact and in lowest terms. Throws a RangeError where b is zero: whoever divides asks first whether anything applies. */
export const divideFractions = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.d, a.d * b.n)

/** Negative, zero or positive as a is less than, equal to or greater than b. */
export const compareFractions = (a: Fraction, b: Fraction): number => {
  const difference = a.n * b.d - b.n * a.d
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** `"n/d"`, the form of `exact` in results. */
export const fractionText = (value: Fraction): string => `${value.n}/${value.d}`
