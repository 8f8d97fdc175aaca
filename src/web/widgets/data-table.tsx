import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useState } from 'react'
import { widgetTexts } from '../../language/pages/widgets.ts'
import classes from './data-table.module.css'

export interface Column<Row> {
  readonly key: string
  readonly title: ReactNode
  readonly cell: (row: Row, index: number) => ReactNode
  /** Figures stand to the right, digits under digits. */
  readonly isFigure?: boolean
  readonly width?: number | string
  /** Anything more of the cell: `data-heat`, for one. */
  readonly mark?: (row: Row) => string | undefined
  /** Left out on paper: buttons and the like. */
  readonly isScreenOnly?: boolean
  /** The cell that names the row, for readers. */
  readonly isRowHeader?: boolean
}

interface Props<Row> {
  /** What the table shows; read out, and printed above it. */
  readonly caption: string
  readonly isCaptionHidden?: boolean
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly keyOf: (row: Row) => string
  /** Rows are drawn only where they are seen; for hundreds and thousands. */
  readonly isLong?: boolean
  readonly empty?: ReactNode
  readonly rowClass?: (row: Row) => string | undefined
  /** Stays a table on a phone too, where others turn every row into a card: for two or three columns, and for heat maps. */
  readonly isTableOnPhone?: boolean
}

const rowHeight = 37

/** A plain table that reads like a printed one: lined, head always in sight. */
export const DataTable = <Row,>(props: Props<Row>) => {
  const { caption, isCaptionHidden, columns, rows, isLong, isTableOnPhone, empty } = props
  // As state, not as a ref: the long body measures it only once it is there.
  const [box, setBox] = useState<HTMLDivElement | null>(null)
  return (
    // A table that can scroll must be reachable by keyboard.
    <div
      ref={setBox}
      className={classes.box}
      data-long={isLong}
      data-cards={!isTableOnPhone}
      tabIndex={0}
      role="region"
      aria-label={caption}
    >
      <table className={classes.table} aria-rowcount={rows.length + 1}>
        <caption className={isCaptionHidden ? classes.hidden : classes.caption}>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ key, title, isFigure, isScreenOnly, width }) => (
              <th key={key} scope="col" data-figure={isFigure} className={isScreenOnly ? 'no-print' : undefined} style={{ width }}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        {rows.length === 0 ? (
          <tbody>
            <tr>
              <td colSpan={columns.length} className={classes.empty}>
                {empty ?? widgetTexts.noRows}
              </td>
            </tr>
          </tbody>
        ) : isLong ? (
          <LongBody {...props} box={box} />
        ) : (
          <tbody>
            {rows.map((row, index) => (
              <TableRow key={props.keyOf(row)} {...props} row={row} index={index} />
            ))}
          </tbody>
        )}
      </table>
    </div>
  )
}

interface RowProps<Row> extends Props<Row> {
  readonly row: Row
  readonly index: number
  readonly measure?: (line: HTMLTableRowElement | null) => void
}

const TableRow = <Row,>({ columns, row, index, rowClass, measure }: RowProps<Row>) => (
  <tr ref={measure} data-index={index} className={rowClass?.(row)} aria-rowindex={index + 2}>
    {columns.map(({ key, title, cell, isFigure, isScreenOnly, isRowHeader, mark }) =>
      isRowHeader ? (
        <th key={key} scope="row" data-figure={isFigure}>
          {cell(row, index)}
        </th>
      ) : (
        <td
          key={key}
          data-figure={isFigure}
          data-label={typeof title === 'string' ? title : undefined}
          data-mark={mark?.(row)}
          className={isScreenOnly ? 'no-print' : undefined}
        >
          {cell(row, index)}
        </td>
      ),
    )}
  </tr>
)

/** Empty rows of the right height above and below stand for those out of sight. */
const LongBody = <Row,>(props: Props<Row> & { readonly box: HTMLDivElement | null }) => {
  const { rows, columns, keyOf, box } = props
  const virtual = useVirtualizer({ count: rows.length, getScrollElement: () => box, estimateSize: () => rowHeight, overscan: 15 })
  const seen = virtual.getVirtualItems()
  const above = seen[0]?.start ?? 0
  const below = virtual.getTotalSize() - (seen.at(-1)?.end ?? 0)
  return (
    <tbody>
      <Space height={above} columns={columns.length} />
      {seen.map(({ index }) => {
        const row = rows[index] as Row
        return <TableRow key={keyOf(row)} {...props} row={row} index={index} measure={virtual.measureElement} />
      })}
      <Space height={below} columns={columns.length} />
    </tbody>
  )
}

const Space = ({ height, columns }: { readonly height: number; readonly columns: number }) =>
  height > 0 ? (
    <tr aria-hidden="true" className={classes.space}>
      <td colSpan={columns} style={{ height }} />
    </tr>
  ) : null
