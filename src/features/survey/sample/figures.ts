import { parseDecimal } from '../../../core/exact/decimal.ts'
import { type Fraction, fraction, multiplyFractions } from '../../../core/exact/fraction.ts'
import { roundFraction } from '../../../core/exact/round.ts'
import { formatFigure } from '../../../language/format.ts'

export const figure = (value: number): string => formatFigure(String(value))
export const percentText = (share: Fraction | undefined): string =>
  share ? formatFigure(roundFraction(multiplyFractions(share, fraction(100n)), 2)) : ''
export const shareOf = (percent: number): Fraction => {
  const { n, d } = parseDecimal(String(percent)) ?? fraction(0n)
  return fraction(n, d * 100n)
}
export const keyOf = ({ unitId, group }: { readonly unitId: string; readonly group: string }): string => `${unitId} ${group}`
