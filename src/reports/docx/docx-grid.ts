import type { Align, Grid, GridCell } from '../layout.ts'
import type { Span } from '../report.ts'
import { justificationXml, runXml, twips } from './docx-xml.ts'

/** A cell without words would take the height of the text of the body. */
const isEmpty = (spans: readonly Span[]): boolean => spans.every(({ text }) => text === '')

const paragraphXml = (spans: readonly Span[], points: number, align: Align, isHead: boolean): string =>
  `<w:p><w:pPr>${isHead ? '<w:keepNext/>' : ''}<w:spacing w:before="20" w:after="20"/>${justificationXml(align)}${isEmpty(spans) ? `<w:rPr><w:sz w:val="${points * 2}"/></w:rPr>` : ''}</w:pPr>${spans.map((span) => runXml(span, points)).join('')}</w:p>`

/** A cell, or the continuation of one that began a row above. */
interface Placed {
  readonly cell: GridCell
  readonly column: number
  readonly merge?: 'restart' | 'continue'
}

/** Word writes a cell that goes down over rows once in each of them. */
const placeCells = (rows: readonly (readonly GridCell[])[]): readonly (readonly Placed[])[] => {
  const open = new Map<number, { readonly cell: GridCell; left: number }>()
  return rows.map((row) => {
    const placed: Placed[] = []
    let column = 0
    const continueDown = (): void => {
      for (let above = open.get(column); above !== undefined && above.left > 0; above = open.get(column)) {
        above.left -= 1
        placed.push({ cell: { ...above.cell, lines: [] }, column, merge: 'continue' })
        column += above.cell.columnSpan
      }
    }
    for (const cell of row) {
      continueDown()
      placed.push({ cell, column, ...(cell.rowSpan > 1 && { merge: 'restart' as const }) })
      if (cell.rowSpan > 1) open.set(column, { cell, left: cell.rowSpan - 1 })
      column += cell.columnSpan
    }
    continueDown()
    return placed
  })
}

const cellXml = ({ cell, column, merge }: Placed, widths: readonly number[], points: number, isHead: boolean): string => {
  const width = widths.slice(column, column + cell.columnSpan).reduce((sum, each) => sum + each, 0)
  const span = cell.columnSpan > 1 ? `<w:gridSpan w:val="${cell.columnSpan}"/>` : ''
  const down = merge === undefined ? '' : `<w:vMerge${merge === 'restart' ? ' w:val="restart"' : ''}/>`
  const lines = cell.lines.length === 0 ? [[]] : cell.lines
  const words = lines.map((spans) => paragraphXml(spans, points, cell.align, isHead)).join('')
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${span}${down}${isHead ? '<w:vAlign w:val="center"/>' : ''}</w:tcPr>${words}</w:tc>`
}

const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`)
  .join('')
const margins = [
  ['top', 20],
  ['left', 70],
  ['bottom', 20],
  ['right', 70],
]
  .map(([side, width]) => `<w:${side} w:w="${width}" w:type="dxa"/>`)
  .join('')

/** A table of WordprocessingML. Source: ECMA-376, part 1, 17.4. */
export const gridXml = ({ widths, head, body, size }: Grid): string => {
  const columns = widths.map(twips)
  const rowXml = (cells: readonly Placed[], isHead: boolean): string =>
    `<w:tr><w:trPr><w:cantSplit/>${isHead ? '<w:tblHeader/>' : ''}</w:trPr>${cells.map((cell) => cellXml(cell, columns, size, isHead)).join('')}</w:tr>`
  return `<w:tbl><w:tblPr><w:tblW w:w="${columns.reduce((sum, width) => sum + width, 0)}" w:type="dxa"/><w:tblBorders>${borders}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>${margins}</w:tblCellMar></w:tblPr><w:tblGrid>${columns.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>${placeCells(
    head,
  )
    .map((row) => rowXml(row, true))
    .join('')}${placeCells(body)
    .map((row) => rowXml(row, false))
    .join('')}</w:tbl>`
}
