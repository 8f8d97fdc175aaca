import { cleanText } from './clean-text.ts'
import { type FlowColumn, findFlowHeading, headingLines } from './flow-heading.ts'
import { figureAtLineEnd, figureBeforeText, findFigures, usualStarts } from './flow-figures.ts'
import { type FlowRow, flowRows, pageBreak } from './flow-rows.ts'
import type { RawLine } from './raw-document.ts'
import { type Table, type TableRow, textCell } from './table.ts'
import { completedUnits, type FlowCells, settleUnits, unitCells, unitStart } from './flow-units.ts'
import { unitRun } from './unit-run.ts'

/** What headings a rebuilt table is given, so that it is read like any other. */
const headingOf: Readonly<Record<FlowColumn, string>> = {
  code: 'STT',
  name: 'Tiêu chí',
  max: 'Điểm tối đa',
  lead: 'Chủ trì',
  coordinating: 'Phối hợp',
  note: 'Ghi chú',
  claimed: 'Tự đánh giá',
  appraised: 'Thẩm định',
  survey: 'Điều tra XHH',
  calculation: 'Cách tính điểm',
  evidence: 'Tài liệu kiểm chứng',
}

/** Columns of words that may stand after the points. */
const textColumns: readonly FlowColumn[] = ['lead', 'coordinating', 'note', 'calculation', 'evidence']
const freeColumns: readonly FlowColumn[] = ['calculation', 'evidence', 'note']

/**
 * Rebuilds a table from text copied out of a page, where nothing parts the columns and rows run over lines: a row begins with a code, its points are
 * the last figure that is followed by nothing but names of units, and the units part where no comma ties them.
 */
export const tableOfFlow = (all: readonly RawLine[]): Table | undefined => {
  const lines = all.filter(({ text }) => text.trim() !== '')
  const heading = findFlowHeading(lines)
  if (!heading) return undefined
  const { rows, rest } = flowRows(
    lines.slice(heading.end),
    headingLines(lines, heading),
    !heading.columns.some((column) => textColumns.includes(column)),
  )
  const columns: readonly FlowColumn[] = heading.columns.includes('code') ? heading.columns : ['code', ...heading.columns]
  const starts = usualStarts(rows)
  const known = unitsOfWholeRows(rows, starts)
  const headRow: TableRow = { line: lines[heading.start]?.line ?? 1, cells: columns.map((column) => textCell(headingOf[column])) }
  const body = rows.map((row) => tableRow(row, columns, cellsOf(row, columns, starts, known)))
  const guessed = freeColumns.filter((column) => columns.includes(column)).length > 1 ? guessesOf(body, columns) : []
  return { rows: [headRow, ...settleUnits(body, columns)], above: lines.slice(0, heading.start), below: rest, guessed }
}

/** Rows with words in one of several columns of free text: nothing says where the one ends and the next begins. */
const guessesOf = (body: readonly TableRow[], columns: readonly FlowColumn[]): readonly RawLine[] =>
  body.flatMap(({ line, cells }) => {
    const text = columns
      .flatMap((column, at) => (freeColumns.includes(column) ? [cells[at]?.text ?? ''] : []))
      .join(' ')
      .trim()
    return text === '' ? [] : [{ text, line }]
  })

const tableRow = (row: FlowRow, columns: readonly FlowColumn[], cells: FlowCells): TableRow => ({
  line: row.line,
  cells: columns.map((column) => textCell(column === 'code' ? row.code : (cells[column] ?? ''))),
})

const cellsOf = (row: FlowRow, columns: readonly FlowColumn[], starts: ReadonlySet<string>, known: ReadonlySet<string>): FlowCells => {
  const { text: whole, next } = parts(row)
  const { text, isMarked } = withoutMarks(whole)
  const figures = columns.filter((column) => column === 'max' || column === 'claimed' || column === 'appraised')
  const unitsFirst = columns.includes('lead') && columns.indexOf('lead') < columns.indexOf('max')
  const found =
    findFigures(text, figures.length, starts) ??
    figureAtLineEnd(row) ??
    (freeColumns.some((column) => columns.includes(column)) ? figureBeforeText(text) : undefined)
  if (!found) return next.length === 0 ? { name: text } : cellsOf({ ...row, texts: [text, ...next] }, columns, starts, known)
  const values: FlowCells = {
    ...Object.fromEntries(found.figures.map((figure, index) => [figures[index] as FlowColumn, figure])),
    ...(isMarked && columns.includes('survey') && figures.length === 1 ? { survey: 'x' } : {}),
  }
  if (unitsFirst) {
    const at = unitStart(found.before)
    return { name: found.before.slice(0, at).trim(), ...values, ...unitCells(found.before.slice(at).trim(), columns) }
  }
  const free = freeColumns.find((column) => columns.includes(column))
  if (free && found.after !== '' && !unitRun(found.after)) return { name: found.before, ...values, [free]: found.after }
  const { units, taken } = completedUnits(found.after, next, known)
  const name = [found.before, ...next.slice(0, next.length - taken)].join(' ')
  return { name, ...values, ...unitCells(units, columns) }
}

/** Crosses behind the points ("0,5 x") mark a column; where several columns may be marked nobody can say which. */
const withoutMarks = (text: string): { readonly text: string; readonly isMarked: boolean } => {
  const marks = /(?<=\d)(?:\s+[xX✓✔])+$/u.exec(text)
  return marks ? { text: text.slice(0, marks.index), isMarked: true } : { text, isMarked: false }
}

/** What stands before the headings were printed again, and the words after them. */
const parts = (row: FlowRow): { readonly text: string; readonly next: readonly string[] } => {
  const at = row.texts.indexOf(pageBreak)
  const before = at < 0 ? row.texts : row.texts.slice(0, at)
  return {
    text: cleanText(before.join(' ')),
    next:
      at < 0
        ? []
        : row.texts
            .slice(at + 1)
            .filter((text) => text !== pageBreak)
            .flatMap((text) => text.split(' ')),
  }
}

/** The units of rows that lie on one page, as they stand after the points. */
const unitsOfWholeRows = (rows: readonly FlowRow[], starts: ReadonlySet<string>): ReadonlySet<string> =>
  new Set(
    rows
      .flatMap((row) => (row.texts.includes(pageBreak) ? [] : [findFigures(cleanText(row.texts.join(' ')), 1, starts)?.after ?? '']))
      .filter((text) => text !== ''),
  )
