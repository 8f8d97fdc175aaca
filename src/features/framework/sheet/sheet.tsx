import { useRef } from 'react'
import { frameworkTexts } from '../../../language/pages/framework.ts'
import type { DraftProblemView, FrameworkRow } from '../framework-shapes.ts'
import { useDraft } from '../use-draft.ts'
import { placeId } from './place-id.ts'
import { PlaceProblems } from './place-problems.tsx'
import { PointsFigure } from './points-cell.tsx'
import { SheetRow } from './sheet-row.tsx'
import classes from './sheet.module.css'
import { useGridKeys } from './use-grid-keys.ts'

interface Props {
  readonly rows: readonly FrameworkRow[]
  readonly places: ReadonlyMap<string, readonly DraftProblemView[]>
  readonly onOpen: (row: FrameworkRow) => void
}

const { table } = frameworkTexts
const none: readonly DraftProblemView[] = []

/** The table of the decision, with each doubt beside its row and the total at the end. */
export const Sheet = ({ rows, places, onOpen }: Props) => {
  const { view } = useDraft()
  const grid = useRef<HTMLTableElement>(null)
  const onKeyDown = useGridKeys(grid)
  return (
    <div className={classes.box} data-fixed={!view.canChange}>
      <table ref={grid} role="grid" className={classes.sheet} onKeyDown={onKeyDown} aria-readonly={!view.canChange}>
        <caption className={classes.hidden}>{table.caption}</caption>
        <thead>
          <tr>
            <th scope="col" className={classes.codeHead}>
              {table.code}
            </th>
            <th scope="col">{table.name}</th>
            <th scope="col" className={classes.pointsHead}>
              {table.points}
            </th>
            <th scope="col" className={classes.unitsHead}>
              {table.lead}
            </th>
            <th scope="col" className={classes.unitsHead}>
              {table.coordinating}
            </th>
            <th scope="col" className={classes.noteHead}>
              {table.note}
            </th>
            <th scope="col" className={`${classes.moreHead} no-print`}>
              <span className={classes.hidden}>{table.more}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <SheetRow key={row.id} row={row} problems={places.get(row.id) ?? none} onOpen={onOpen} />
          ))}
        </tbody>
        <Total problems={places.get('total') ?? none} />
      </table>
    </div>
  )
}

const Total = ({ problems }: { readonly problems: readonly DraftProblemView[] }) => {
  const { view } = useDraft()
  const print = view.printedTotal ?? view.scaleTotal
  const printed = print === view.derivedTotal ? undefined : print
  return (
    <tfoot id={placeId('total')} tabIndex={-1}>
      <tr>
        <td />
        <th scope="row">{table.total}</th>
        <td className={classes.totalPoints}>
          <PointsFigure derived={view.derivedTotal} printed={printed} settled={view.settledTotal} />
        </td>
        <td colSpan={4} />
      </tr>
      {problems.length > 0 && (
        <tr className={classes.problemRow}>
          <td />
          <td colSpan={6}>
            <PlaceProblems problems={problems} figures={{ printed: print, derived: view.derivedTotal, settled: view.settledTotal }} />
          </td>
        </tr>
      )}
    </tfoot>
  )
}
