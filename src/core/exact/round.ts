import type { Fraction } from './fraction.ts'

/** Named rules of rounding. `halfUp` takes 0.5 away from zero; `floor` and `ceiling` go toward −∞ and +∞. */
export type RoundingMode = 'halfUp' | 'halfEven' | 'floor' | 'ceiling'

const divide = (n: bigint, d: bigint, mode: RoundingMode): bigint => {
  const floor = n >= 0n ? n / d : -((-n + d - 1n) / d)
  const twice = 2n * (n - floor * d)
  if (twice === 0n) return floor
  if (mode === 'floor') return floor
  if (mode === 'ceiling') return floor + 1n
  if (twice > d) return floor + 1n
  if (twice < d) return floor
  if (mode === 'halfEven') return floor % 2n === 0n ? floor : floor + 1n
  return n >= 0n ? floor + 1n : floor
}

/** Rounds once, at the end, to `digits` decimals: `"81.333333"` with a decimal point and all digits printed. */
export const roundFraction = (value: Fraction, digits: number, mode: RoundingMode = 'halfUp'): string => {
  const scaled = divide(value.n * 10n ** BigInt(digits), value.d, mode)
  const text = (scaled < 0n ? -scaled : scaled).toString().padStart(digits + 1, '0')
  const sign = scaled < 0n ? '-' : ''
  return digits === 0 ? `${sign}${text}` : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`
}
