import { addFractions, divideFractions, type Fraction, fraction, zeroFraction } from '../exact/fraction.ts'
import type { Tabulation } from './tabulate.ts'
import type { Withheld } from './withheld.ts'

/**
 * The mean of the positive shares of all scaled questions, each question alike, between 0 and 1; of one unit or of all. Yes/no questions are no scale of
 * satisfaction and stay out. `undefined` where nobody answered, or one of the shares is withheld. Source: section 7.5 of the domain notes (SIPAS).
 */
export const satisfactionIndex = ({ columns }: Pick<Tabulation, 'columns'>, withheld: Withheld, unit?: string): Fraction | undefined => {
  const scaled = columns.filter(({ column }) => column.question.kind === 'scale' || column.question.kind === 'matrix')
  const shares = scaled.map(({ column, total, units }) => ({
    isWithheld: withheld.isCellWithheld(column.id, unit, undefined),
    share: (unit === undefined ? total : units.get(unit))?.all.positiveShare,
  }))
  const said = shares.flatMap(({ share }) => (share ? [share] : []))
  if (said.length === 0 || shares.some(({ isWithheld }) => isWithheld)) return undefined
  return divideFractions(said.reduce(addFractions, zeroFraction), fraction(BigInt(said.length)))
}

/**
 * A margin of error of that index that is never too small: the mean of the margins of its questions, since the deviation of a sum is at most the sum of the
 * deviations, however alike one person answers two questions. `undefined` where the index is. Source: Cochran, section 3.2, and the triangle inequality.
 */
export const satisfactionMargin = ({ columns }: Pick<Tabulation, 'columns'>): Fraction | undefined => {
  const margins = columns
    .filter(({ column }) => column.question.kind === 'scale' || column.question.kind === 'matrix')
    .flatMap(({ total }) => (total.all.shareMargin ? [total.all.shareMargin] : []))
  return margins.length === 0 ? undefined : divideFractions(margins.reduce(addFractions, zeroFraction), fraction(BigInt(margins.length)))
}
