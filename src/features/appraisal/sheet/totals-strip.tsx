import type { ReactNode } from 'react'
import { formatFigure, formatPercent } from '../../../language/format.ts'
import { appraisalTexts } from '../../../language/pages/appraisal.ts'
import type { AreaTotal } from '../../../core/results/area-totals.ts'
import classes from './sheet.module.css'
import type { Totals } from './use-sheet.ts'

const sumText = (total: AreaTotal | undefined): string => {
  if (!total?.points) return '–'
  const sum = appraisalTexts.totalOf(formatFigure(total.points), formatFigure(total.appliedMax))
  return total.percent ? `${sum} (${formatPercent(total.percent)})` : sum
}

/** Running totals of both sides, always in sight, and what is left to do. */
export const TotalsStrip = ({
  totals,
  left,
  of,
  children,
}: {
  readonly totals: Totals
  readonly left: number
  readonly of: number
  readonly children: ReactNode
}) => (
  <section className={classes.strip} aria-label={appraisalTexts.totalsLabel}>
    <span>
      {appraisalTexts.columns.claimed}: <strong>{sumText(totals.claimed[0])}</strong>
    </span>
    <span>
      {appraisalTexts.columns.given}: <strong>{sumText(totals.given[0])}</strong>
    </span>
    <span>{appraisalTexts.leftOver(left, of)}</span>
    {children}
  </section>
)
