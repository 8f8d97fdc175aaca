import { parseDecimal } from '../../core/exact/decimal.ts'
import { addFractions, divideFractions, type Fraction, fraction, zeroFraction } from '../../core/exact/fraction.ts'
import { roundFraction } from '../../core/exact/round.ts'

/** Plain means of the percents of units by area, two decimals; an area that a unit has no percent in does not count for that unit. */
export const meanPercents = (
  units: readonly (readonly (readonly [area: string, percent: Fraction | undefined])[])[],
): Record<string, string> => {
  const sums = new Map<string, { readonly total: Fraction; readonly count: bigint }>()
  for (const [area, percent] of units.flat()) {
    const { total, count } = sums.get(area) ?? { total: zeroFraction, count: 0n }
    if (percent) sums.set(area, { total: addFractions(total, percent), count: count + 1n })
  }
  return Object.fromEntries([...sums].map(([area, { total, count }]) => [area, roundFraction(divideFractions(total, fraction(count)), 2)]))
}

/** The plain mean of one unit's areas, two decimals; an area without a percent does not count, and none has no mean. */
export const meanOfAreas = (percents: readonly (string | null | undefined)[]): string | undefined =>
  meanPercents([percents.flatMap((percent) => (percent ? [['', parseDecimal(percent)] as const] : []))])['']
