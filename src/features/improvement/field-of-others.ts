import { type Fraction, fraction } from '../../core/exact/fraction.ts'
import { parsePoints, pointsScale, type Points } from '../../core/exact/points.ts'

/** The others' shares of the maximum, exact. */
export const sharesOf = (field: readonly string[]): readonly Fraction[] =>
  field.map((text) => {
    const [n = '0', d = '1'] = text.split('/')
    return fraction(BigInt(n), BigInt(d))
  })

/** The least points, in ten-thousandths, whose share of the maximum is at least this. */
export const pointsForShare = ({ n, d }: Fraction, max: Points): Points | undefined => {
  const whole = n * BigInt(max)
  const least = whole / d + (whole % d === 0n ? 0n : 1n)
  return parsePoints(decimal(Number(least)))
}

const decimal = (size: number): string => `${Math.floor(size / pointsScale)}.${String(size % pointsScale).padStart(4, '0')}`
