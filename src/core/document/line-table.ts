import { findLineHeading, type LineColumn } from './line-heading.ts'
import { blocksOf, haveBlocks, piecesOf } from './line-pieces.ts'
import { shareOut } from './line-cells.ts'
import { type LineRow, lineRows } from './line-rows.ts'
import type { RawLine } from './raw-document.ts'
import { type Table, type TableRow, textCell } from './table.ts'
import { unitCells } from './flow-units.ts'
import { beginsUnit } from './unit-names.ts'

const headingOf: Readonly<Record<LineColumn, string>> = {
  code: 'STT',
  name: 'Tiêu chí',
  max: 'Điểm tối đa',
  lead: 'Chủ trì',
  coordinating: 'Phối hợp',
  note: 'Ghi chú',
  claimed: 'Tự đánh giá',
  appraised: 'Điểm thẩm định',
  survey: 'Điều tra XHH',
  calculation: 'Cách tính điểm',
  evidence: 'Tài liệu kiểm chứng',
  deadline: 'Thời gian hoàn thành',
}

/** Columns that hold figures, in the order in which a row prints them. */
const figureColumns: readonly LineColumn[] = ['max', 'claimed', 'appraised', 'survey']

/**
 * Rebuilds a table from text copied out of a page, row by row: `pdftotext -raw` prints the cells of a line together, plain `pdftotext` parts all cells by
 * blank lines. What stands right of the points is shared out by what such columns hold; where that is a guess the line is named.
 */
export const tableOfLines = (all: readonly RawLine[]): Table | undefined => {
  const pieces = piecesOf(all)
  const heading = findLineHeading(pieces)
  if (!heading) return undefined
  const { rows, unplaced } = lineRows(pieces, heading)
  const columns: readonly LineColumn[] = heading.columns.includes('code') ? heading.columns : ['code', ...heading.columns]
  if (unitsComeFirst(rows, heading.columns)) return undefined
  const read = settleKnown(
    rows.map((row) => cellsOf(row, columns, haveBlocks(pieces))),
    columns,
  )
  const headRow: TableRow = { line: pieces[heading.start]?.line ?? 1, cells: columns.map((column) => textCell(headingOf[column])) }
  return {
    rows: [
      headRow,
      ...read.map(({ cells }, index) => ({ line: rows[index]?.line ?? 0, cells: columns.map((column) => textCell(cells[column] ?? '')) })),
    ],
    above: pieces.slice(0, heading.start),
    below: [],
    unplaced,
    guessed: read.flatMap(({ isSure, text }, index) => (isSure ? [] : [{ text, line: rows[index]?.line ?? 0 }])),
  }
}

/**
 * A lead that other rows have alone, run together with the cell beside it: parted where that cell is empty. Only in the order in which the columns
 * are printed, and only where one name fits.
 */
const settleKnown = (rows: readonly RowCells[], columns: readonly LineColumn[]): readonly RowCells[] => {
  const at = columns.indexOf('lead')
  const known = [...new Set(rows.flatMap(({ cells, isSure }) => (isSure && cells.lead && beginsUnit(cells.lead) ? [cells.lead] : [])))]
  const texts = columns.filter((column) => !figureColumns.includes(column) && column !== 'code' && column !== 'name')
  const [next, before] = [texts[texts.indexOf('lead') + 1], texts[texts.indexOf('lead') - 1]]
  if (at < 0) return rows
  return rows.map((row) => {
    const { cells } = row
    const head = known.filter((unit) => cells.lead?.startsWith(`${unit} `)).sort((one, other) => one.length - other.length)[0]
    if (head !== undefined && next !== undefined && !cells[next])
      return { ...row, cells: { ...cells, lead: head, [next]: cells.lead?.slice(head.length + 1) } }
    const tail = known.filter((unit) => before && cells[before]?.endsWith(` ${unit}`))[0]
    if (tail === undefined || before === undefined || cells.lead) return row
    return { ...row, cells: { ...cells, lead: tail, [before]: cells[before]?.slice(0, -tail.length - 1) } }
  })
}

/** Units left of the points would be read as part of the names. */
const unitsComeFirst = (rows: readonly LineRow[], columns: readonly LineColumn[]): boolean => {
  const lead = columns.indexOf('lead')
  if (lead < 0 || lead > columns.indexOf('max')) return false
  const before = rows.filter(({ name }) => name.slice(1).some(beginsUnit)).length
  return before >= rows.filter(({ rest }) => beginsUnit(rest[0]?.text ?? '')).length
}

interface RowCells {
  readonly cells: Readonly<Partial<Record<LineColumn, string>>>
  readonly isSure: boolean
  readonly text: string
}

const cellsOf = (row: LineRow, columns: readonly LineColumn[], hasBlocks: boolean): RowCells => {
  const figures = figureColumns.filter((column) => columns.includes(column))
  const own = { code: row.code, name: row.name.join(' '), ...sharedFigures(row.figures, figures) }
  const isCounted = row.figures.length <= 1 || row.figures.length === figures.length
  const texts = columns.filter(
    (column) =>
      column !== 'code' && column !== 'name' && (!figureColumns.includes(column) || (column === 'survey' && row.figures.length < 2)),
  )
  const blocks = hasBlocks ? blocksOf(row.rest) : row.rest
  const shared = hasBlocks ? shareOut(blocks, texts) : shareLines(row, texts)
  return {
    cells: { ...shared.cells, ...own },
    isSure: shared.isSure && isCounted && !row.isGuessed,
    text: row.rest.map(({ text }) => text).join(' '),
  }
}

/** The first figure is the maximum; as many as there are columns fill them. */
const sharedFigures = (figures: readonly string[], columns: readonly LineColumn[]): Readonly<Partial<Record<LineColumn, string>>> =>
  figures.length === columns.length
    ? Object.fromEntries(columns.map((column, index) => [column, figures[index] ?? '']))
    : { max: figures[0] ?? '' }

const emptyRow: LineRow = { line: 0, code: '', name: [], figures: [], rest: [], isGuessed: false }

const isUnits = (column: LineColumn): column is 'lead' | 'coordinating' => column === 'lead' || column === 'coordinating'

/** Lines hold the cells of a row side by side: units part by their names; of other columns a line is a cell only where each has one. */
const shareLines = ({ rest }: LineRow, columns: readonly LineColumn[]): ReturnType<typeof shareOut> => {
  const [, manner, left] =
    /^(x|Thẩm định|Điều tra(?: XHH| xã hội học)?|Khảo sát|XHH)(?:\s+(.*))?$/su.exec(rest.map((piece) => piece.text).join(' ')) ?? []
  if (columns.includes('survey') && manner !== undefined) {
    const below = shareLines(
      { ...emptyRow, rest: left === undefined ? [] : [{ text: left, line: 0, block: 0 }] },
      columns.filter((column) => column !== 'survey'),
    )
    return { ...below, cells: { ...below.cells, survey: manner } }
  }
  const text = rest.map((piece) => piece.text).join(' ')
  const units = columns.filter(isUnits)
  const others = columns.filter((column) => !isUnits(column) && column !== 'survey')
  if (text === '') return { cells: {}, isSure: true }
  if (others.length === 0) return { cells: unitCells(text, units), isSure: true }
  return shareOut(rest, columns)
}
