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
  return g === 0n ? { n: 0n, d: 1n } : { n: n / g, d: d / g }
}

export const zeroFraction = fraction(0n)
export const fractionOfPoints = (points: Points): Fraction => fraction(BigInt(points), BigInt(pointsScale))
export const addFractions = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.d + b.n * a.d, a.d * b.d)
export const subtractFractions = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.d - b.n * a.d, a.d * b.d)
export const multiplyFractions = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.n, a.d * b.d)
export const divideFractions = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.d, a.d * b.n)

/** Negative, zero or positive as a is less than, equal to or greater than b. */
export const compareFractions = (a: Fraction, b: Fraction): number => {
  const difference = a.n * b.d - b.n * a.d
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** `"n/d"`, the form of `exact` in results. */
export const fractionText = (value: Fraction): string => `${value.n}/${value.d}`
