import type { Columns, Grid, GridCell, Layout, Line, PageRun, Picture, Piece, Rule } from '../layout.ts'
import { page, size } from '../measures.ts'
import { boldWidth } from '../text-width.ts'
import { describingString, spansCode, typstString } from './typst-text.ts'

const mm = (millimetres: number): string => `${Number(millimetres.toFixed(3))}mm`

/** Of the size, from the tables of Times New Roman: above and below the base line, and what Word leaves between two lines. */
const ascent = 0.891
const descent = 0.216
const lineGap = 0.0425
const lineHeight = ascent + descent + lineGap

/**
 * Set once for every paper. The functions have short names because a table calls them a thousand times.
 * `L` is a line: size, alignment, first indent, left indent, gaps, spacing, and whether it keeps to what follows.
 */
const preamble = `
#set text(font: "Tinos", lang: "vi", fallback: false, top-edge: ${ascent}em, bottom-edge: -${descent}em, hyphenate: false, overhang: false)
#set par(spacing: 0pt)
#let w(t) = text(t)
#let wb(t) = text(weight: "bold", t)
#let wi(t) = text(style: "italic", t)
#let wbi(t) = text(weight: "bold", style: "italic", t)
#let L(s, a, j, f, l, b, e, p, k, c) = block(width: 100%, above: 0pt, below: 0pt, sticky: k, inset: (left: l, top: b, bottom: e), {
  set text(size: s)
  align(a, par(justify: j, leading: p, first-line-indent: (amount: f, all: true), c))
})
#let F(s, b, c) = block(width: 100%, above: 0pt, below: 0pt, inset: (top: b), align(center, box(stroke: 0.75pt, inset: (x: 12pt, y: 3pt), text(size: s, c))))
#let R(n) = block(width: 100%, above: 0pt, below: 0pt, inset: (top: 3pt, bottom: 3pt), align(center, line(length: n, stroke: 0.75pt)))
#let G(s, widths, aligns, rows, ..cells) = {
  set text(size: s)
  set par(leading: ${lineGap}em, linebreaks: "simple")
  set table.cell(breakable: false)
  table(columns: widths, rows: rows, align: aligns, stroke: 0.5pt, inset: (x: 3.5pt, y: 2pt), ..cells)
}
#let H(c) = table.cell(align: center + horizon, breakable: false, c)
`

const lineCode = (line: Line): string => {
  const isEmpty = line.spans.every(({ text }) => text === '')
  if (isEmpty) return `#v(${line.size * lineHeight + line.before + line.after}pt)\n`
  if (line.framed) return `#F(${line.size}pt,${line.before}pt,${spansCode(line.spans)})\n`
  const leading = ((line.spacing - 1) * lineHeight + lineGap).toFixed(4)
  const align = line.align === 'justify' ? 'left' : line.align
  return `#L(${line.size}pt,${align},${line.align === 'justify'},${mm(line.firstIndent)},${mm(line.leftIndent)},${line.before}pt,${line.after}pt,${leading}em,${line.keepsNext},${spansCode(line.spans)})\n`
}

const ruleCode = ({ length }: Rule): string => `#R(${mm(length)})\n`

const columnsCode = ({ columns }: Columns): string => {
  const cells = columns.map(
    ({ pieces }) => `[${pieces.map((piece) => (piece.kind === 'line' ? lineCode(piece) : ruleCode(piece))).join('')}]`,
  )
  return `#block(breakable: false, above: 0pt, below: 0pt, grid(columns: (${columns.map(({ width }) => mm(width)).join(', ')},), ${cells.join(', ')}))\n`
}

const cellWords = ({ lines }: GridCell): string => (lines.length === 0 ? '[]' : lines.map(spansCode).join('+linebreak()+'))

const headCellCode = (cell: GridCell): string =>
  cell.columnSpan === 1 && cell.rowSpan === 1
    ? `H(${cellWords(cell)})`
    : `table.cell(align: center + horizon, colspan: ${cell.columnSpan}, rowspan: ${cell.rowSpan}, ${cellWords(cell)})`

const typstAlign = (cell: GridCell | undefined): string => (cell === undefined || cell.align === 'justify' ? 'left' : cell.align)

/** Most cells are plain words aligned as their column: a string is enough, and a table of thousands of rows compiles several times as fast. */
const bodyCellCode = (cell: GridCell, columnAlign: string): string => {
  const [line = [], ...more] = cell.lines
  const [span, ...others] = line
  const isPlain = more.length === 0 && others.length === 0 && !span?.bold && !span?.italic
  const words = isPlain ? (span === undefined ? '[]' : typstString(span.text)) : cellWords(cell)
  return typstAlign(cell) === columnAlign ? words : `table.cell(align: ${typstAlign(cell)}, ${words})`
}

/** From so many cells on it pays to look whether every row fits one line. */
const manyCells = 2000
/** Of an inset of 3.5 pt on either side. */
const sideRoom = (2 * 3.5 * 25.4) / 72
/** What one line needs: a row of this height looks like one that is measured, and is laid out once instead of twice. */
const rowHeight = (points: number): number => points * (ascent + descent) + 4

const fitsOneLine = ({ lines, columnSpan, rowSpan }: GridCell, width: number, points: number): boolean =>
  columnSpan === 1 &&
  rowSpan === 1 &&
  lines.length <= 1 &&
  boldWidth((lines[0] ?? []).map(({ text }) => text).join(''), points) <= width - sideRoom

const rowsCode = ({ size: points, widths, head, body }: Grid): string => {
  const isOneLine =
    body.length * widths.length > manyCells &&
    body.every((row) => row.every((cell, column) => fitsOneLine(cell, widths[column] ?? 0, points)))
  return isOneLine ? `(${head.map(() => 'auto,').join('')}${rowHeight(points).toFixed(3)}pt)` : 'auto'
}

const gridCode = (grid: Grid): string => {
  const { size: points, widths, head, body } = grid
  const header = `table.header(${head.flat().map(headCellCode).join(',')})`
  const aligns = widths.map((_, column) => typstAlign(body[0]?.[column]))
  const rows = body.map((row) => row.map((cell, column) => bodyCellCode(cell, aligns[column] ?? 'left')).join(','))
  return `#G(${points}pt,(${widths.map(mm).join(',')},),(${aligns.join(',')},),${rowsCode(grid)},${[header, ...rows].join(',\n')})\n`
}

/** Pictures stand in the compiler's memory under the names that {@link typstPictures} gives them. */
const pictureCode = ({ width, height, caption }: Picture, name: string): string =>
  `#align(center, image(${typstString(name)}, width: ${mm(width)}, height: ${mm(height)}, alt: ${describingString(caption)}))\n`

const pieceCode = (piece: Piece, pictureName: (picture: Picture) => string): string => {
  switch (piece.kind) {
    case 'line':
      return lineCode(piece)
    case 'rule':
      return ruleCode(piece)
    case 'columns':
      return columnsCode(piece)
    case 'grid':
      return gridCode(piece)
    case 'picture':
      return pictureCode(piece, pictureName(piece))
    case 'pageBreak':
      return '#pagebreak()\n'
  }
}

/** The number of a page within its run, from the second on. A counter would turn one page late: the header comes before what sets it. */
const pageNumber = (run: string): string =>
  `context { let n = here().page() - locate(<${run}>).page() + 1; if n > 1 { text(size: ${size.pageNumber}pt, str(n)) } }`

/** Across the page, behind the words and light enough to read them. */
const markCode = (mark: string | undefined): string =>
  mark === undefined ? '' : `, background: rotate(-45deg, text(size: 40pt, weight: "bold", fill: luma(215), ${typstString(mark)}))`

const pageSetup = ({ orientation }: PageRun, run: string, mark: string | undefined): string => {
  const margins = (['top', 'bottom', 'left', 'right'] as const).map((side) => `${side}: ${mm(page[side])}`)
  const ascentOfHeader = `${mm(page.top - page.header)} - ${(size.pageNumber * (ascent + descent)).toFixed(2)}pt`
  return `width: ${mm(page.width)}, height: ${mm(page.height)}, flipped: ${orientation === 'landscape'}, margin: (${margins.join(', ')}), header-ascent: ${ascentOfHeader}, header: align(center, ${pageNumber(run)})${markCode(mark)}`
}

const runCode = (run: PageRun, at: number, pictureName: (picture: Picture) => string, mark: string | undefined): string =>
  `#page(${pageSetup(run, `run-${at}`, mark)})[
#metadata(none)<run-${at}>
${run.pieces.map((piece) => pieceCode(piece, pictureName)).join('')}]
`

/** Every picture of a paper with its name. */
export const typstPictures = ({ runs }: Layout): ReadonlyMap<Picture, string> =>
  new Map(
    runs
      .flatMap(({ pieces }) => pieces.filter((piece) => piece.kind === 'picture'))
      .map((picture, at) => [picture, `picture-${at}.${picture.svg === undefined ? 'png' : 'svg'}`]),
  )

/** A paper of a frozen version has no moment of its making: printed again, it is the same file. The standard asks for some day. */
const frozenCode = ({ frozen }: Layout): string =>
  frozen === undefined
    ? ''
    : `, date: datetime(year: ${frozen.year}, month: 1, day: 1, hour: 0, minute: 0, second: 0), keywords: (${describingString(frozen.keyword)},)`

/** The paper in the language of Typst. */
export const typstSource = (layout: Layout, pictures: ReadonlyMap<Picture, string>): string =>
  `#set document(title: ${describingString(layout.title)}, author: ${describingString(layout.author)}${frozenCode(layout)})
${preamble}${layout.runs.map((run, at) => runCode(run, at, (picture) => pictures.get(picture) ?? '', layout.mark)).join('')}`
