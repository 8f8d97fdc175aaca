import { readCode, splitCodeAndName } from './code.ts'
import { readFigure } from './figure.ts'
import { isFootnote, isTotal } from './row-words.ts'

/** A line of a page by columns. */
export interface CellLine {
  readonly line: number
  readonly page: number
  readonly y: number
  readonly cells: readonly string[]
  readonly isCut?: boolean
}

/** Which columns tell where a row begins. */
export interface AnchorColumns {
  readonly code: number | undefined
  readonly name: number
  readonly figure: number | undefined
}

/**
 * Puts lines together to rows. A row has one line with its code or its points; where cells are centred the name begins above that line, else it begins
 * with it. Each page is cut for itself, so what a page begins with before its first code goes on from the page before.
 */
export const rowsOfLines = (lines: readonly CellLine[], columns: AnchorColumns, lineHeight: number): readonly (readonly CellLine[])[] => {
  const isCentred = areCentred(lines, columns)
  const pages = new Map<number, CellLine[]>()
  for (const line of lines) pages.get(line.page)?.push(line) ?? pages.set(line.page, [line])
  const rows: (readonly CellLine[])[] = []
  for (const page of pages.values()) {
    const { goesOn, begun } = rowsOfPage(page, columns, isCentred, lineHeight)
    const last = rows.pop()
    if (last) rows.push([...last, ...goesOn])
    else if (goesOn.length > 0) rows.push(goesOn)
    rows.push(...begun)
  }
  return rows
}

/** Rows are centred when names begin above the first code, codes often stand beside an empty name or between two lines of a cell, or lines lie nearer to the code below them. */
const areCentred = (lines: readonly CellLine[], columns: AnchorColumns): boolean => {
  const anchors = anchorsOf(lines, columns)
  if (columns.code === undefined || anchors.length === 0) return false
  const lonely = anchors.filter((index) => lines[index]?.cells[columns.name] === '').length
  const leaning = anchors.filter((index) => leansDown(lines, index)).length
  const between = anchors.filter((index) => standsBetween(lines, index, anchors)).length
  return (anchors[0] ?? 0) > 0 || lonely * 12 > anchors.length || leaning * 12 > anchors.length || between * 12 > anchors.length
}

/** The code stands between two lines of one cell: nothing beside it, what begins above it and goes on with a small letter below. */
const standsBetween = (lines: readonly CellLine[], anchor: number, anchors: readonly number[]): boolean => {
  const [above, line, below] = [lines[anchor - 1], lines[anchor], lines[anchor + 1]]
  if (!above || !line || !below || anchors.includes(anchor - 1) || anchors.includes(anchor + 1)) return false
  return line.cells.some((cell, column) => cell === '' && (above.cells[column] ?? '') !== '' && /^\p{Ll}/u.test(below.cells[column] ?? ''))
}

const leansDown = (lines: readonly CellLine[], anchor: number): boolean => {
  const [before, above, line] = [lines[anchor - 2], lines[anchor - 1], lines[anchor]]
  return before !== undefined && above !== undefined && line?.page === before.page && (line.y - above.y) * 1.5 < above.y - before.y
}

const anchorsOf = (lines: readonly CellLine[], columns: AnchorColumns): readonly number[] => {
  const anchors: number[] = []
  let hasFigure = false
  lines.forEach((line, index) => {
    const figure = columns.figure !== undefined && readFigure(line.cells[columns.figure] ?? '').kind === 'points'
    const begins = startsRow(line, lines[anchors.at(-1) ?? -1], columns) || (figure && hasFigure) || (figure && anchors.length === 0)
    if (begins) anchors.push(index)
    hasFigure = begins ? figure : hasFigure || figure
  })
  return anchors
}

const startsRow = (line: CellLine, before: CellLine | undefined, columns: AnchorColumns): boolean => {
  const code = columns.code === undefined ? '' : (line.cells[columns.code] ?? '')
  const name = line.cells[columns.name] ?? ''
  if (isFootnote(name) || isTotal(name) || (code !== '' && isTotal(code)) || isTotal(`${code} ${name}`)) return true
  if (columns.code === undefined) return splitCodeAndName(name) !== undefined
  const brokeOff =
    (before?.cells[columns.code] ?? '').endsWith('.') &&
    /^\d{1,3}\.?$/u.test(code) &&
    before !== undefined &&
    /\d\.\d/u.test(before.cells[columns.code] ?? '')
  return !brokeOff && (readCode(code) !== undefined || splitCodeAndName(code) !== undefined || (code === '' && startsInName(name)))
}

/** A code of several steps before the name, in a row whose own cell of codes is empty. */
const startsInName = (name: string): boolean => (splitCodeAndName(name)?.code.parts.length ?? 0) > 1

interface PageRows {
  /** Lines above the first code of the page, which go on from the page before. */
  readonly goesOn: readonly CellLine[]
  readonly begun: readonly (readonly CellLine[])[]
}

const rowsOfPage = (lines: readonly CellLine[], columns: AnchorColumns, isCentred: boolean, lineHeight: number): PageRows => {
  const anchors = anchorsOf(lines, columns)
  const first = anchors[0]
  if (first === undefined) return { goesOn: lines, begun: [] }
  const begun: (readonly CellLine[])[] = []
  let start = isCentred ? firstOfCentred(lines, first, columns, lineHeight) : first
  const goesOn = lines.slice(0, start)
  anchors.forEach((anchor, index) => {
    const next = anchors[index + 1]
    const end = next === undefined ? lines.length : isCentred ? centredEnd(lines, start, anchor, next, columns, lineHeight) : next
    begun.push(lines.slice(start, end))
    start = end
  })
  return { goesOn, begun }
}

/** Lines above the first code of a page belong to its row, unless a wide gap parts them: then they go on from the page before. */
const firstOfCentred = (lines: readonly CellLine[], anchor: number, columns: AnchorColumns, lineHeight: number): number => {
  for (let index = anchor; index > 0; index--) {
    const gap = ((lines[index]?.y ?? 0) - (lines[index - 1]?.y ?? 0)) / lineHeight
    const name = lines[index]?.cells[columns.name] ?? ''
    if (gap > 1.75 && !/^\p{Ll}/u.test(name)) return index
  }
  return goesOnAlone(lines, anchor) ? 1 : 0
}

/** The first line of a page only goes on with small letters, and the one below it begins anew in the same column: the page broke inside a row. */
const goesOnAlone = ([first, second]: readonly CellLine[], anchor: number): boolean => {
  const filled = first?.cells.filter((cell) => cell !== '') ?? []
  const beginsAnew = first?.cells.some((cell, column) => cell !== '' && /^\p{Lu}/u.test(second?.cells[column] ?? '')) === true
  return anchor > 1 && filled.every((cell) => /^\p{Ll}/u.test(cell)) && beginsAnew
}

/**
 * The end of a centred row: as far below its code as it began above. A gap wider than a line and a capital after it mark a border; a small letter, or
 * less than a line between, denies one.
 */
const centredEnd = (
  lines: readonly CellLine[],
  start: number,
  anchor: number,
  next: number,
  columns: AnchorColumns,
  lineHeight: number,
): number => {
  let best = { end: next, cost: Number.POSITIVE_INFINITY }
  for (let end = anchor + 1; end <= next; end++) {
    const [top, bottom, middle] = [lines[start]?.y ?? 0, lines[end - 1]?.y ?? 0, lines[anchor]?.y ?? 0]
    const lean = Math.abs((top + bottom) / 2 - middle) / lineHeight
    const gap = ((lines[end]?.y ?? bottom) - bottom) / lineHeight
    const name = lines[end]?.cells[columns.name] ?? ''
    const opening = /^\p{Ll}/u.test(name) ? 1.5 : /^\p{Lu}/u.test(name) ? -0.2 : 0
    const cost = lean + opening + (gap < 0.8 ? 3 : 0) - Math.min(1.5, Math.max(0, gap - 1.1)) * 1.5
    if (cost < best.cost) best = { end, cost }
  }
  return best.end
}
