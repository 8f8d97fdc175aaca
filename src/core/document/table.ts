import { cleanLines } from './clean-text.ts'
import type { RawGrid, RawLine } from './raw-document.ts'

/** A cell at its place. `isSpanned`: the cell above reaches down to here, and `text` is its text. */
export interface TableCell {
  readonly text: string
  readonly columnSpan: number
  readonly isSpanned: boolean
  readonly isNumber: boolean
  readonly isBold: boolean
}

/** A row by columns; a hole where the row has no cell or the cell to the left reaches over it. */
export interface TableRow {
  readonly line: number
  readonly cells: readonly (TableCell | undefined)[]
}

/** Rows of one table with the running text before and after it. */
export interface Table {
  readonly name?: string
  readonly rows: readonly TableRow[]
  readonly above: readonly RawLine[]
  readonly below: readonly RawLine[]
  /** The text before the first table of the document, where this one is a later one: it says what decision they all belong to. */
  readonly front?: readonly RawLine[]
  /** Lines of which it was guessed what column they belong to. */
  readonly guessed?: readonly RawLine[]
  /** Lines of cells whose row is lost. */
  readonly unplaced?: readonly RawLine[]
}

export const cellText = (row: TableRow, column: number): string => row.cells[column]?.text ?? ''

/** The text that stands in the row itself, not the one that reaches down from above. */
export const ownText = (row: TableRow, column: number): string => {
  const cell = row.cells[column]
  return cell && !cell.isSpanned ? cell.text : ''
}

export const textCell = (text: string, marks: Partial<TableCell> = {}): TableCell => ({
  text,
  columnSpan: 1,
  isSpanned: false,
  isNumber: false,
  isBold: false,
  ...marks,
})

/** Puts merged cells where they are seen: downward as spanned cells, to the right as holes. Empty rows stay out. */
export const rowsOfGrid = (grid: RawGrid): readonly TableRow[] => {
  const reaching = new Map<number, { readonly cell: TableCell; rows: number }>()
  const rows: TableRow[] = []
  for (const row of grid.rows) {
    const cells: (TableCell | undefined)[] = []
    for (const [column, reach] of reaching) {
      cells[column] = reach.cell
      reach.rows -= 1
      if (reach.rows === 0) reaching.delete(column)
    }
    for (const raw of row.cells) {
      const cell = textCell(cleanLines(raw.text), {
        columnSpan: raw.columnSpan ?? 1,
        isNumber: raw.isNumber ?? false,
        isBold: raw.isBold ?? false,
      })
      cells[raw.column] = cell
      if ((raw.rowSpan ?? 1) > 1) reaching.set(raw.column, { cell: { ...cell, isSpanned: true }, rows: (raw.rowSpan ?? 1) - 1 })
    }
    if (cells.some((cell) => cell && cell.text !== '' && !cell.isSpanned)) rows.push({ line: row.line, cells: [...cells] })
  }
  return rows
}
