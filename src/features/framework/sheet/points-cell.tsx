import { formatFigure } from '../../../language/format.ts'
import { frameworkTexts } from '../../../language/pages/framework.ts'
import classes from './sheet.module.css'

interface Props {
  /** What the parts give. */
  readonly derived: string
  /** Only where the print differs. */
  readonly printed: string | undefined
  readonly settled: 'printed' | 'derived' | undefined
}

const { table } = frameworkTexts

/** The figure that holds for the eye, and beside it the other of print and sum where the two differ. */
export const PointsFigure = ({ derived, printed, settled }: Props) => {
  if (printed === undefined) return <span>{formatFigure(derived)}</span>
  const [shown, beside] =
    settled === 'derived' ? [derived, table.printed(formatFigure(printed))] : [printed, table.summed(formatFigure(derived))]
  return (
    <span className={classes.figures}>
      <span>{formatFigure(shown)}</span>
      <span className={classes.beside} data-open={settled === undefined}>
        {beside}
      </span>
    </span>
  )
}
