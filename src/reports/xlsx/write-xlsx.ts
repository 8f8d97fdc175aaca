import type { Cell, CellStyle, CellValue, MergeRange, WriteSheet } from 'hucre'
import type { Grid, GridCell, Layout } from '../layout.ts'
import { workbookBytes } from './workbook-bytes.ts'

const font = { name: 'Times New Roman', size: 12 } as const
const border = { style: 'thin' } as const
const borders = { top: border, bottom: border, left: border, right: border } as const

/** A column of Excel is as wide as so many digits of its font; this many go into a millimetre. */
const digitsPerMillimetre = 0.5

const wordsOf = ({ lines }: GridCell): string => lines.map((spans) => spans.map(({ text }) => text).join('')).join('\n')

const styleOf = (cell: GridCell, isHead: boolean): CellStyle => {
  const first = cell.lines[0]?.[0]
  return {
    font: { ...font, ...(first?.bold && { bold: true }), ...(first?.italic && { italic: true }) },
    border: borders,
    alignment: { horizontal: cell.align, vertical: isHead ? 'center' : 'top', wrapText: true },
  }
}

interface Placed {
  readonly cell: GridCell
  readonly row: number
  readonly column: number
}

/** Each cell with its place; places under a cell that goes down are passed over. */
const placeCells = (rows: readonly (readonly GridCell[])[]): readonly Placed[] => {
  const taken = new Set<string>()
  return rows.flatMap((cells, row) => {
    let column = 0
    return cells.map((cell) => {
      while (taken.has(`${row},${column}`)) column += 1
      const placed = { cell, row, column }
      if (cell.rowSpan > 1)
        for (let below = 1; below < cell.rowSpan; below++)
          for (let side = 0; side < cell.columnSpan; side++) taken.add(`${row + below},${column + side}`)
      column += cell.columnSpan
      return placed
    })
  })
}

const mergeOf = ({ cell, row, column }: Placed): readonly MergeRange[] =>
  cell.columnSpan === 1 && cell.rowSpan === 1
    ? []
    : [{ startRow: row, startCol: column, endRow: row + cell.rowSpan - 1, endCol: column + cell.columnSpan - 1 }]

const gridSheet = (grid: Grid, name: string): WriteSheet => {
  const placed = placeCells([...grid.head, ...grid.body])
  const rows: CellValue[][] = [...grid.head, ...grid.body].map(() => grid.widths.map(() => null))
  const cells = new Map<string, Partial<Cell>>()
  for (const { cell, row, column } of placed) {
    const line = rows[row]
    if (line) line[column] = cell.value ?? wordsOf(cell)
    cells.set(`${row},${column}`, { style: styleOf(cell, row < grid.head.length) })
  }
  return {
    name,
    rows,
    cells,
    columns: grid.widths.map((width) => ({ width: Math.max(6, width * digitsPerMillimetre) })),
    merges: placed.flatMap(mergeOf),
    freezePane: { rows: grid.head.length },
    pageSetup: { paperSize: 'a4', orientation: grid.widths.length > 6 ? 'landscape' : 'portrait', fitToWidth: 1, fitToHeight: 0 },
  }
}

/** Excel takes 31 characters and none of these in the name of a sheet. */
const sheetName = (grid: Grid, at: number): string => (grid.caption ?? String(at + 1)).replace(/[\\/?*[\]:]/g, ' ').slice(0, 31)

/** Every table of a paper on a sheet of its own, figures as numbers. A paper without tables gives an empty list: there is nothing to write. */
export const tablesOf = ({ runs }: Layout): readonly Grid[] => runs.flatMap(({ pieces }) => pieces.filter((piece) => piece.kind === 'grid'))

/** A workbook of tables. */
export const writeXlsx = async (layout: Layout): Promise<Uint8Array> => {
  const names = new Map<string, number>()
  const sheets = tablesOf(layout).map((grid, at) => {
    const name = sheetName(grid, at)
    const times = (names.get(name) ?? 0) + 1
    names.set(name, times)
    return gridSheet(grid, times === 1 ? name : `${name.slice(0, 27)} (${times})`)
  })
  const marked = layout.mark === undefined ? sheets : [{ name: layout.mark.slice(0, 31), rows: [[layout.mark]] }, ...sheets]
  return workbookBytes({ sheets: marked, properties: { title: layout.title, creator: layout.author } })
}
