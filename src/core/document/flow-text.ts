import { cleanText } from './clean-text.ts'
import { type FlowColumn, findFlowHeading, headingLines } from './flow-heading.ts'
import { type FlowRow, flowRows, pageBreak } from './flow-rows.ts'
import type { RawLine } from './raw-document.ts'
import { type Table, type TableRow, textCell } from './table.ts'
import { isTotal } from './row-words.ts'
import { type RunUnit, unitRun } from './unit-run.ts'

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
  calculation: 'Cách tính điểm',
  evidence: 'Tài liệu kiểm chứng',
}

/** Columns of words that may stand after the points. */
const textColumns: readonly FlowColumn[] = ['lead', 'coordinating', 'note', 'calculation', 'evidence']
const freeColumns: readonly FlowColumn[] = ['calculation', 'evidence', 'note']

type Cells = Partial<Record<FlowColumn, string>>

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
  return { rows: [headRow, ...settleUnits(body, columns)], above: lines.slice(0, heading.start), below: rest }
}

const tableRow = (row: FlowRow, columns: readonly FlowColumn[], cells: Cells): TableRow => ({
  line: row.line,
  cells: columns.map((column) => textCell(column === 'code' ? row.code : (cells[column] ?? ''))),
})

const cellsOf = (row: FlowRow, columns: readonly FlowColumn[], starts: ReadonlySet<string>, known: ReadonlySet<string>): Cells => {
  const { text, next } = parts(row)
  const figures = columns.filter((column) => column === 'max' || column === 'claimed' || column === 'appraised')
  const unitsFirst = columns.includes('lead') && columns.indexOf('lead') < columns.indexOf('max')
  const found = findFigures(text, figures.length, starts) ?? figureAtLineEnd(row) ?? figureBeforeText(text, columns)
  if (!found) return next.length === 0 ? { name: text } : cellsOf({ ...row, texts: [text, ...next] }, columns, starts, known)
  const values = Object.fromEntries(found.figures.map((figure, index) => [figures[index] as FlowColumn, figure]))
  if (unitsFirst) {
    const at = unitStart(found.before)
    return { name: found.before.slice(0, at).trim(), ...values, ...unitCells(found.before.slice(at).trim(), columns) }
  }
  const free = freeColumns.find((column) => columns.includes(column))
  if (free && found.after !== '' && !unitRun(found.after)) return { name: found.before, ...values, [free]: found.after }
  const goesOn = unitWords(found.after, next, known)
  const name = [found.before, ...next.slice(0, next.length - goesOn.length)].join(' ')
  return { name, ...values, ...unitCells([found.after, ...goesOn].join(' ').trim(), columns) }
}

/** Points at the end of the first line of a name that goes on below. */
const figureAtLineEnd = ({ texts }: FlowRow): FoundFigures | undefined => {
  const at = texts.findIndex((text) => /(?:^|[^,\d]\s)\d{1,3}(?:[.,]\d{1,4})?$/u.test(text))
  const rest = texts.slice(at + 1)
  const match = /^(.*?)\s*(\d{1,3}(?:[.,]\d{1,4})?)$/u.exec(texts[at] ?? '')
  if (!match?.[2] || rest.length === 0 || !rest.every((text) => /^[\p{Ll}(]/u.test(text))) return undefined
  return { before: [...texts.slice(0, at), match[1] ?? '', ...rest].join(' ').trim(), figures: [match[2]], after: '' }
}

/** Where free text follows the points: the first figure that a capital or a bullet follows. */
const figureBeforeText = (text: string, columns: readonly FlowColumn[]): FoundFigures | undefined => {
  if (!freeColumns.some((column) => columns.includes(column))) return undefined
  const match = /^(.*?[^,\d\s])\s+(\d{1,3}(?:[.,]\d{1,4})?)\s+([-–+*•]?\s*\p{Lu}.*)$/su.exec(text)
  return match?.[1] && match[2] && match[3] ? { before: match[1], figures: [match[2]], after: match[3] } : undefined
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

/** On the next page the name goes on first, then the units: the last words that complete them as other rows have them. */
const unitWords = (units: string, next: readonly string[], known: ReadonlySet<string>): readonly string[] => {
  for (let start = Math.max(0, next.length - 40); start < next.length; start++) {
    const words = next.slice(start)
    if (known.has([units, ...words].join(' '))) return words
  }
  return []
}

/** The units of rows that lie on one page, as they stand after the points. */
const unitsOfWholeRows = (rows: readonly FlowRow[], starts: ReadonlySet<string>): ReadonlySet<string> =>
  new Set(
    rows
      .flatMap((row) => (row.texts.includes(pageBreak) ? [] : [findFigures(cleanText(row.texts.join(' ')), 1, starts)?.after ?? '']))
      .filter((text) => text !== ''),
  )

interface FoundFigures {
  readonly before: string
  readonly figures: readonly string[]
  readonly after: string
}

/** The last figures after which only units stand. "mức độ 3, 4 1 Phòng …": a row of figures counts from its end, as many as there are columns. */
const findFigures = (text: string, columns: number, starts: ReadonlySet<string>): FoundFigures | undefined => {
  if (isTotal(text.replace(/[\d.,\s]+$/u, ''))) return splitAtFirstFigure(text)
  const figures = [...text.matchAll(/(?<=^|\s)\d{1,3}(?:\s?[.,]\d{1,4})?(?=\s|$)/gu)]
  for (const figure of figures.reverse().slice(0, 12)) {
    const after = text.slice(figure.index + figure[0].length).trim()
    if (after !== '' && !unitRun(after) && !starts.has(startOf(after))) continue
    const run = /(?:(?<=^|\s)\d{1,3}(?:[.,]\d{1,4})?\s+)*$/u.exec(text.slice(0, figure.index))?.[0].trim() ?? ''
    const taken = run === '' || columns < 2 ? [] : run.split(/\s+/u).slice(1 - columns)
    const before = text.slice(0, figure.index).trim()
    return {
      before: taken.length === 0 ? before : before.slice(0, before.length - taken.join(' ').length).trim(),
      figures: [...taken, figure[0]],
      after,
    }
  }
  return undefined
}

const splitAtFirstFigure = (text: string): FoundFigures | undefined => {
  const match = /^(\D+?)\s*(\d[\d.,\s]*)$/u.exec(text)
  return match?.[1] && match[2] ? { before: match[1], figures: match[2].trim().split(/\s+/u), after: '' } : undefined
}

/** The words that often follow the last figure of a row: names of units that nothing else shows to be one. */
const usualStarts = (rows: readonly FlowRow[]): ReadonlySet<string> => {
  const counts = new Map<string, number>()
  for (const row of rows) {
    const after = /\s\d{1,3}(?:[.,]\d{1,4})?\s+(\p{Lu}[^\d]*)$/u.exec(row.texts.join(' '))?.[1]
    if (after && after.length < 90) counts.set(startOf(after), (counts.get(startOf(after)) ?? 0) + 1)
  }
  return new Set([...counts].filter(([, count]) => count >= Math.max(3, rows.length / 20)).map(([start]) => start))
}

const startOf = (text: string): string => text.split(/\s+/u).slice(0, 2).join(' ')

/** Where the units begin that stand before the points. */
const unitStart = (text: string): number => {
  for (const match of text.matchAll(/(?<=\s)\p{Lu}/gu)) if (unitRun(text.slice(match.index))) return match.index
  return text.length
}

const unitCells = (text: string, columns: readonly FlowColumn[]): Cells => {
  if (text === '') return {}
  if (!columns.includes('lead')) return columns.includes('coordinating') ? { coordinating: text } : { note: text }
  if (!columns.includes('coordinating')) return { lead: text }
  const cuts = cutsOf(unitRun(text))
  const [first] = cuts
  return first ? { lead: first.left, coordinating: first.right } : { lead: text }
}

interface Cut {
  readonly left: string
  readonly right: string
}

/** Every place where two names stand side by side without a comma: one of them is the border of the columns. */
const cutsOf = (units: readonly RunUnit[] | undefined): readonly Cut[] => {
  if (!units) return []
  const join = (list: readonly RunUnit[]): string => list.map(({ text }) => text).join(', ')
  return units.flatMap(({ isListed }, index) =>
    index === 0 || isListed ? [] : [{ left: join(units.slice(0, index)), right: join(units.slice(index)) }],
  )
}

/** Rows with more than one possible border take the one whose left side is a lead elsewhere. */
const settleUnits = (rows: readonly TableRow[], columns: readonly FlowColumn[]): readonly TableRow[] => {
  const [lead, coordinating] = [columns.indexOf('lead'), columns.indexOf('coordinating')]
  if (lead < 0 || coordinating < 0) return rows
  const cutsByRow = rows.map((row) => cutsOf(unitRun(`${row.cells[lead]?.text ?? ''} ${row.cells[coordinating]?.text ?? ''}`.trim())))
  const leads = new Set(cutsByRow.flatMap((cuts) => (cuts.length === 1 ? [cuts[0]?.left] : [])))
  return rows.map((row, index) => {
    const cuts = cutsByRow[index] ?? []
    const best = cuts.length > 1 ? cuts.findLast(({ left }) => leads.has(left)) : undefined
    if (!best) return row
    return {
      ...row,
      cells: row.cells.map((cell, column) =>
        column === lead ? textCell(best.left) : column === coordinating ? textCell(best.right) : cell,
      ),
    }
  })
}
