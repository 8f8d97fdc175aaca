import type { RawCell, RawGrid, RawRow } from '../../core/document/raw-document.ts'
import { attribute, child, children, setting } from './xml-tree.ts'

/** What a cell holds, its tables within included. */
export interface CellContent {
  readonly text: string
  readonly isBold: boolean
}

interface OpenCell extends RawCell {
  rowSpan?: number
}

/** A table of Word. Cells merged downward stand once, at their top; cells before the first and after the last column are left out. */
export const readDocxTable = (table: Element, contentOf: (cell: Element) => CellContent): RawGrid => {
  const rows: RawRow[] = []
  const open = new Map<number, OpenCell>()
  for (const [at, row] of [...rowsOf(table)].entries()) {
    const cells: OpenCell[] = []
    let column = Number(setting(child(row, 'trPr'), 'gridBefore') ?? '0')
    for (const cell of within(row, 'tc')) {
      const span = Math.max(1, Math.min(Number(setting(child(cell, 'tcPr'), 'gridSpan') ?? '1') || 1, maxColumns))
      if (isContinued(cell)) extend(open.get(column))
      else cells.push(openCell(open, column, span, contentOf(cell)))
      column += span
    }
    rows.push({ line: at + 1, cells })
  }
  return { kind: 'grid', rows: rows.map(seenCells).filter((row) => row.cells.length > 0) }
}

/** Word itself allows 63 columns. */
const maxColumns = 1000

const seenCells = (row: RawRow): RawRow => ({ line: row.line, cells: row.cells.filter((cell) => cell.text !== '') })

const openCell = (open: Map<number, OpenCell>, column: number, span: number, { text, isBold }: CellContent): OpenCell => {
  const cell: OpenCell = { column, text, ...(span > 1 ? { columnSpan: span } : {}), ...(isBold ? { isBold } : {}) }
  for (let at = column; at < column + span; at++) open.set(at, cell)
  return cell
}

const extend = (cell: OpenCell | undefined): void => {
  if (cell) cell.rowSpan = (cell.rowSpan ?? 1) + 1
}

/** `<w:vMerge/>` without value continues the cell above; `restart` begins a new one. */
const isContinued = (cell: Element): boolean => {
  const merge = child(child(cell, 'tcPr'), 'vMerge')
  return merge !== undefined && attribute(merge, 'val') !== 'restart'
}

function* rowsOf(table: Element): Generator<Element> {
  for (const row of within(table, 'tr')) if (!child(child(row, 'trPr'), 'del')) yield row
}

/** Rows and cells may stand inside content controls and marked changes. */
function* within(parent: Element, name: 'tr' | 'tc'): Generator<Element> {
  for (const element of children(parent)) {
    if (element.localName === name) yield element
    else if (/^(?:sdt|sdtContent|customXml|ins|moveTo|smartTag)$/.test(element.localName)) yield* within(element, name)
  }
}
