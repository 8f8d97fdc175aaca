import { appraisalTexts } from '../../../language/pages/appraisal.ts'
import { pointsText } from '../../../core/exact/points.ts'
import { Points } from '../../../web/widgets/figures.tsx'
import { LeafRow, type RowActs } from './leaf-row.tsx'
import type { OfferedReason } from './reason-field.tsx'
import type { SheetRow } from './sheet-rows.ts'
import type { Sheet } from './use-sheet.ts'
import classes from './sheet.module.css'

interface Props {
  readonly sheet: Sheet
  readonly rows: readonly SheetRow[]
  readonly chosen: string | undefined
  readonly canChange: boolean
  readonly used: readonly OfferedReason[]
  readonly acts: RowActs
}

const { columns } = appraisalTexts

/** The table of the decision with claimed and given side by side, in the order of the paper. */
export const SheetTable = ({ sheet, rows, chosen, canChange, used, acts }: Props) => (
  <table className={classes.table}>
    <caption className={classes.caption}>{appraisalTexts.tableCaption}</caption>
    <colgroup>
      <col className={classes.colCode} />
      <col />
      <col className={classes.colMax} />
      <col className={classes.colClaimed} />
      <col className={classes.colGiven} />
      <col className={classes.colDifference} />
      <col className={classes.colReason} />
    </colgroup>
    <thead>
      <tr>
        <th scope="col">{columns.code}</th>
        <th scope="col">{columns.name}</th>
        <th scope="col">{columns.max}</th>
        <th scope="col">{columns.claimed}</th>
        <th scope="col">{columns.given}</th>
        <th scope="col">{columns.difference}</th>
        <th scope="col">{columns.reason}</th>
      </tr>
    </thead>
    <tbody>
      {rows.map((row) => {
        const entry = sheet.view.entries.get(row.node.id)
        return row.leaf && entry ? (
          <LeafRow
            key={row.node.id}
            row={row as SheetRow & { leaf: NonNullable<SheetRow['leaf']> }}
            entry={entry}
            isChosen={chosen === row.node.id}
            canChange={canChange}
            used={used}
            acts={acts}
          />
        ) : (
          <GroupRow key={row.node.id} row={row} sheet={sheet} />
        )
      })}
    </tbody>
    <tfoot>
      <SumRow name={appraisalTexts.total} id="" sheet={sheet} />
    </tfoot>
  </table>
)

/** A row with parts, with its running sums. */
const GroupRow = ({ row, sheet }: { readonly row: SheetRow; readonly sheet: Sheet }) => {
  const [claimed, given] = [sheet.totals.claimedGroups.get(row.node.id), sheet.totals.givenGroups.get(row.node.id)]
  return (
    <tr className={row.depth === 0 ? classes.area : classes.group}>
      <td className={classes.code}>{row.node.code}</td>
      <th scope="row" className={classes.name} style={{ paddingInlineStart: 8 + row.depth * 10 }}>
        {row.node.name}
      </th>
      <td className={classes.figure}>
        <Points value={pointsText(row.node.maxPoints)} />
      </td>
      <td className={classes.figure}>{claimed && <Points value={claimed} />}</td>
      <td className={classes.figure}>{given && <Points value={given} />}</td>
      <td />
      <td />
    </tr>
  )
}

const SumRow = ({ name, id, sheet }: { readonly name: string; readonly id: string; readonly sheet: Sheet }) => {
  const [claimed, given] = [sheet.totals.claimed, sheet.totals.given].map((list) => list.find(({ nodeId }) => nodeId === id))
  return (
    <tr className={classes.area}>
      <td />
      <th scope="row" className={classes.name}>
        {name}
      </th>
      <td className={classes.figure}>
        <Points value={given?.appliedMax} />
      </td>
      <td className={classes.figure}>
        <Points value={claimed?.points} />
      </td>
      <td className={classes.figure}>
        <Points value={given?.points} />
      </td>
      <td />
      <td />
    </tr>
  )
}
