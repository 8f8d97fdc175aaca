import { readCode, splitCodeAndName } from './code.ts'
import { readFigure } from './figure.ts'
import { isTotal } from './row-words.ts'

/** A line of a page by columns. */
export interface CellLine {
  readonly line: number
  readonly page: number
  readonly y: number
  readonly cells: readonly string[]
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
export const rowsOfLines = (lines: readonly CellLine[], columns: AnchorColumns): readonly (readonly CellLine[])[] => {
  const isCentred = areCentred(lines, columns)
  const pages = new Map<number, CellLine[]>()
  for (const line of lines) pages.set(line.page, [...(pages.get(line.page) ?? []), line])
  return [...pages.values()].flatMap((page) => rowsOfPage(page, columns, isCentred))
}

/** Rows are centred when their codes often stand beside an empty name, or when a name begins above the first code. */
const areCentred = (lines: readonly CellLine[], columns: AnchorColumns): boolean => {
  const anchors = anchorsOf(lines, columns)
  if (columns.code === undefined || anchors.length === 0) return false
  const lonely = anchors.filter((index) => lines[index]?.cells[columns.name] === '').length
  return (anchors[0] ?? 0) > 0 || lonely * 12 > anchors.length
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
  if (isTotal(name) || (code !== '' && isTotal(code)) || isTotal(`${code} ${name}`)) return true
  if (columns.code === undefined) return splitCodeAndName(name) !== undefined
  const brokeOff =
    /\.$/u.test(before?.cells[columns.code] ?? '') &&
    /^\d{1,3}\.?$/u.test(code) &&
    before !== undefined &&
    /\d\.\d/u.test(before.cells[columns.code] ?? '')
  return !brokeOff && (readCode(code) !== undefined || splitCodeAndName(code) !== undefined || (code === '' && startsInName(name)))
}

/** A code of several steps before the name, in a row whose own cell of codes is empty. */
const startsInName = (name: string): boolean => (splitCodeAndName(name)?.code.parts.length ?? 0) > 1

const rowsOfPage = (lines: readonly CellLine[], columns: AnchorColumns, isCentred: boolean): readonly (readonly CellLine[])[] => {
  const anchors = anchorsOf(lines, columns)
  if (anchors.length === 0) return lines.map((line) => [line])
  const first = anchors[0] ?? 0
  const pitch = pitchOf(lines)
  const rows: (readonly CellLine[])[] = []
  let start = isCentred ? Math.max(0, 0) : first
  if (!isCentred && first > 0) rows.push(lines.slice(0, first))
  anchors.forEach((anchor, index) => {
    const next = anchors[index + 1]
    const end = next === undefined ? lines.length : isCentred ? centredEnd(lines, start, anchor, next, columns, pitch) : next
    rows.push(lines.slice(start, end))
    start = end
  })
  return rows
}

const pitchOf = (lines: readonly CellLine[]): number => {
  const steps = lines
    .slice(1)
    .map((line, index) => line.y - (lines[index]?.y ?? 0))
    .filter((step) => step > 0)
    .sort((a, b) => a - b)
  return steps[Math.floor(steps.length / 2)] ?? 1
}

/** The end of a centred row: as far below its code as it began above; a wide gap and a capital mark a border, a small letter denies one. */
const centredEnd = (
  lines: readonly CellLine[],
  start: number,
  anchor: number,
  next: number,
  columns: AnchorColumns,
  pitch: number,
): number => {
  let best = { end: next, cost: Number.POSITIVE_INFINITY }
  for (let end = anchor + 1; end <= next; end++) {
    const [top, bottom, middle] = [lines[start]?.y ?? 0, lines[end - 1]?.y ?? 0, lines[anchor]?.y ?? 0]
    const lean = Math.abs((top + bottom) / 2 - middle) / pitch
    const gap = ((lines[end]?.y ?? bottom) - bottom) / pitch - 1
    const name = lines[end]?.cells[columns.name] ?? ''
    const opening = /^\p{Ll}/u.test(name) ? 1.5 : /^\p{Lu}/u.test(name) ? -0.2 : 0
    const cost = lean + opening - Math.min(1, Math.max(0, gap)) * 1.2
    if (cost < best.cost) best = { end, cost }
  }
  return best.end
}
