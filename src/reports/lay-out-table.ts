import { formatFigure } from '../language/format.ts'
import type { Align, Grid, GridCell, Line, Piece } from './layout.ts'
import { centred, spansOf, wordsLine } from './line.ts'
import { type Orientation, paragraphGap, size, textWidth } from './measures.ts'
import type { Cell, Column, Row, Span, Table } from './report.ts'

const cellOf = (lines: readonly (readonly Span[])[], align: Align, look: Partial<GridCell> = {}): GridCell => ({
  lines,
  align,
  columnSpan: 1,
  rowSpan: 1,
  ...look,
})

const headCell = (heading: string, look: Partial<GridCell> = {}): GridCell => cellOf([spansOf(heading, { bold: true })], centred, look)

/** One row of headings, or two where some columns stand under a common one. */
const headRows = ({ columns, groups = [] }: Table): readonly (readonly GridCell[])[] => {
  if (groups.length === 0) return [columns.map(({ heading }) => headCell(heading))]
  const groupOf = (at: number) => groups.find(({ from, span }) => at >= from && at < from + span)
  const above = columns.flatMap(({ heading }, at) => {
    const group = groupOf(at)
    if (group === undefined) return [headCell(heading, { rowSpan: 2 })]
    return group.from === at ? [headCell(group.heading, { columnSpan: group.span })] : []
  })
  const below = columns.flatMap(({ heading }, at) => (groupOf(at) === undefined ? [] : [headCell(heading)]))
  return [above, below]
}

const hands = { bold: { bold: true }, italic: { italic: true } } as const

const bodyCell = (cell: Cell, { align }: Column, hand: Omit<Span, 'text'>): GridCell => {
  if ('lines' in cell)
    return cellOf(
      cell.lines.map((line) => spansOf(line, hand)),
      align,
    )
  if ('text' in cell) return cellOf([spansOf(cell.text, hand)], align)
  if ('count' in cell)
    return cellOf(
      [spansOf(cell.count === null ? '' : formatFigure(String(cell.count)), hand)],
      align,
      cell.count === null ? {} : { value: cell.count },
    )
  const { figure } = cell
  return cellOf([spansOf(figure === null ? '' : formatFigure(figure), hand)], align, figure === null ? {} : { value: Number(figure) })
}

const bodyRow = ({ cells, hand }: Row, columns: readonly Column[]): readonly GridCell[] =>
  columns.map((column, at) => bodyCell(cells[at] ?? { text: '' }, column, hand === undefined ? {} : hands[hand]))

/** A table across the whole width between the margins. */
export const layOutGrid = (table: Table, orientation: Orientation): Grid => {
  const shares = table.columns.reduce((sum, { width }) => sum + width, 0)
  return {
    kind: 'grid',
    ...(table.caption !== undefined && { caption: table.caption }),
    size: size.table,
    widths: table.columns.map(({ width }) => (width / shares) * textWidth(orientation)),
    head: headRows(table),
    body: table.rows.map((row) => bodyRow(row, table.columns)),
  }
}

const captionLines = (caption: string | undefined): readonly Line[] =>
  caption === undefined ? [] : [wordsLine(caption, { size: size.body, bold: true, align: centred, after: 4, keepsNext: true })]

export const layOutTable = (table: Table, orientation: Orientation): readonly Piece[] => [
  ...captionLines(table.caption),
  layOutGrid(table, orientation),
  wordsLine('', { size: paragraphGap }),
]
