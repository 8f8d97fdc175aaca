import { decimalText, parseDecimal } from '../exact/decimal.ts'
import { type Fraction, subtractFractions } from '../exact/fraction.ts'
import { roundFraction } from '../exact/round.ts'
import type { Change, SumResult } from './results.ts'

/** Against printed results of the cycle before; points and percent may fall while the rank rises, so all three stand side by side. */
export const changeFrom = (
  before: SumResult,
  now: { readonly points: Fraction | null; readonly percent: Fraction | null; readonly rank: number | null },
): Change => {
  const difference = (value: Fraction | null, text: string | null): Fraction | null => {
    const old = text === null ? undefined : parseDecimal(text)
    return value && old ? subtractFractions(value, old) : null
  }
  const [points, percent] = [difference(now.points, before.points), difference(now.percent, before.percent)]
  return {
    points: points && decimalText(points),
    percent: percent && roundFraction(percent, 6),
    rank: now.rank === null || before.rank === null ? null : before.rank - now.rank,
  }
}
