import { memo } from 'react'
import { pointsText } from '../../../core/exact/points.ts'
import { formatFigure } from '../../../language/format.ts'
import { selfAssessmentTexts as texts } from '../../../language/pages/self-assessment.ts'
import classes from './grid.module.css'
import type { SheetRow } from './sheet-rows.ts'
import { useTotal } from './use-session.ts'

/** An area or a criterion with parts: its running total, and how many of its leaves are answered. Areas stay in sight. */
export const GroupRow = memo(({ row }: { readonly row: SheetRow }) => {
  const total = useTotal(row.id)
  return (
    <tr className={row.depth === 0 ? classes.area : classes.group}>
      <td className={classes.code}>{row.node.code}</td>
      <th scope="row" className={classes.name}>
        <span className={classes.groupName} title={row.node.name}>
          {row.node.name}
        </span>
      </th>
      <td className={classes.max}>
        {formatFigure(pointsText(row.node.maxPoints))}
        {row.target !== undefined && <span className={classes.target}>{texts.target(formatFigure(row.target))}</span>}
      </td>
      <td className={classes.sum}>{total && total.answered > 0 && total.appliedMax !== '0' ? formatFigure(total.points) : ''}</td>
      <td className={classes.answered} colSpan={3}>
        {total && (
          <span data-done={total.answered === total.leaves}>
            {texts.answered(total.answered, total.leaves)} {texts.criteria}
          </span>
        )}
      </td>
    </tr>
  )
})
