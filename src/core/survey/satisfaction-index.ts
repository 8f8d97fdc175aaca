import { addFractions, divideFractions, type Fraction, fraction, zeroFraction } from '../exact/fraction.ts'
import type { Tabulation } from './tabulate.ts'
import type { Withheld } from './withheld.ts'

/**
 * The mean of the positive shares of all scaled questions, each question alike, between 0 and 1; of one unit or of all. Yes/no questions are no scale of
 * satisfaction and stay out. `undefined` where nobody answered, or one of the shares is withheld. Source: section 7.5 of the domain notes (SIPAS).
 */
export const satisfactionIndex = ({ columns }: Tabulation, withheld: Withheld, unit?: string): Fraction | undefined => {
  const scaled = columns.filter(({ column }) => column.question.kind === 'scale' || column.question.kind === 'matrix')
  const shares = scaled.map(({ column, total, units }) => ({
    isWithheld: withheld.isCellWithheld(column.id, unit, undefined),
    share: (unit === undefined ? total : units.get(unit))?.all.positiveShare,
  }))
  const said = shares.flatMap(({ share }) => (share ? [share] : []))
  if (said.length === 0 || shares.some(({ isWithheld }) => isWithheld)) return undefined
  return divideFractions(said.reduce(addFractions, zeroFraction), fraction(BigInt(said.length)))
}
