import { cleanText } from './clean-text.ts'
import { readCode } from './code.ts'
import { type ColumnRole, roleOfHeading, yearsOfHeading } from './column-role.ts'
import { readFigure } from './figure.ts'
import { cellText, type TableRow } from './table.ts'

/** A column under its heading: the whole text above it, headings that span it included, and the part that stands over it alone. */
export interface Column {
  readonly column: number
  readonly text: string
  readonly ownText: string
  readonly role: ColumnRole
  readonly years: readonly string[]
}

/** Headings of a table: the rows they stand in and what each column holds. */
export interface Heading {
  readonly start: number
  /** First row below the headings. */
  readonly end: number
  readonly columns: readonly Column[]
}

const maxHeight = 5
const searched = 400

/** The first headings at or after `from`: rows that name a column of names and at least one more. */
export const findHeading = (rows: readonly TableRow[], from = 0): Heading | undefined => {
  for (let start = from; start < Math.min(rows.length, from + searched); start++) {
    const heading = headingAt(rows, start)
    if (heading) return heading
  }
  return undefined
}

/** The headings that begin in this row, if they do. A lone text is a title above them. */
export const headingAt = (rows: readonly TableRow[], start: number): Heading | undefined => {
  if ((rows[start]?.cells.filter((cell) => cell && !cell.isSpanned && cell.text !== '').length ?? 0) < 2) return undefined
  let best: Heading | undefined
  for (let end = start + 1; end <= Math.min(rows.length, start + maxHeight); end++) {
    const row = rows[end - 1]
    if (!row || !isHeadingRow(row)) break
    const heading = { start, end, columns: columnsOf(rows.slice(start, end)) }
    if (isHeading(heading) && worth(heading) > (best ? worth(best) : 0)) best = heading
  }
  return best && { ...best, end: afterNumbering(rows, best.end) }
}

/** Short texts without figures; a row of data has a figure with a sign, a long text or a code beside a name. */
const isHeadingRow = (row: TableRow): boolean => {
  const texts = row.cells.filter((cell) => cell && !cell.isSpanned && cell.text !== '').map((cell) => cleanText(cell?.text ?? ''))
  if (texts.length === 0 || texts.some((text) => text.length > 90)) return false
  if (texts.some((text) => /^\d+[.,]\d+$/u.test(text))) return false
  return !(texts.length > 1 && readCode(texts[0] ?? '') && !/^[A-Z]$/u.test(texts[0] ?? ''))
}

/** Rows that only number the columns, (1) (2) (3) or A B 1 2, belong to the headings. */
const afterNumbering = (rows: readonly TableRow[], end: number): number => (isColumnNumbering(rows[end]) ? end + 1 : end)

/** A row that numbers the columns. */
export const isColumnNumbering = (row: TableRow | undefined): boolean => {
  const texts = row?.cells.filter((cell) => cell && cell.text !== '').map((cell) => cleanText(cell?.text ?? '')) ?? []
  if (texts.length < 3) return false
  const numbers = texts.map((text) => /^\(?(?:(\d{1,2})|[A-H])\)?(?:\s*=.*)?$/u.exec(text))
  if (numbers.some((match) => match === null)) return false
  const figures = numbers.flatMap((match) => (match?.[1] ? [Number(match[1])] : []))
  return figures.length >= 2 && figures.every((figure, index) => index === 0 || figure === (figures[index - 1] ?? 0) + 1)
}

const columnsOf = (rows: readonly TableRow[]): readonly Column[] => {
  const width = Math.max(...rows.map((row) => widthOf(row)))
  return Array.from({ length: width }, (_, column) => columnAt(rows, column))
}

const widthOf = (row: TableRow): number => row.cells.reduce((width, cell, column) => Math.max(width, column + (cell?.columnSpan ?? 1)), 0)

const columnAt = (rows: readonly TableRow[], column: number): Column => {
  const parts: string[] = []
  const own: string[] = []
  for (const row of rows) {
    const { text, spans } = headingCell(row, column)
    if (text === '') continue
    parts.push(text)
    if (!spans) own.push(text)
  }
  const [text, ownText] = [cleanText(parts.join(' ')), cleanText(own.join(' '))]
  return { column, text, ownText, role: roleOfColumn(text, ownText), years: yearsOfHeading(text) }
}

/** The heading's own words come before those of a heading above several columns ("Đơn vị thực hiện" over "Chủ trì"). */
const roleOfColumn = (text: string, ownText: string): ColumnRole => {
  const own = roleOfHeading(ownText)
  const whole = roleOfHeading(text)
  if (own === undefined || own === 'unit' || own === 'points' || own === 'name') return whole ?? own ?? 'other'
  return own
}

const headingCell = (row: TableRow, column: number): { readonly text: string; readonly spans: boolean } => {
  const at = row.cells[column]
  if (at) return { text: at.isSpanned ? '' : at.text, spans: at.columnSpan > 1 }
  for (let left = column - 1; left >= 0; left--) {
    const cell = row.cells[left]
    if (!cell) continue
    return cell.columnSpan > column - left && !cell.isSpanned ? { text: cell.text, spans: true } : { text: '', spans: false }
  }
  return { text: '', spans: false }
}

const rolesOf = (heading: Heading): ReadonlySet<ColumnRole> => new Set(heading.columns.map((column) => column.role))

/** A name and something to hold against it; a lone "Nội dung" above a text is none. */
const isHeading = (heading: Heading): boolean => {
  const roles = rolesOf(heading)
  const hasYears = heading.columns.some((column) => column.years.length > 0)
  if (roles.has('name'))
    return [...roles].filter((role) => role !== 'other').length >= (roles.has('max') || roles.has('points') ? 2 : 3) || hasYears
  return roles.has('unit') && (roles.has('rank') || roles.has('points') || roles.has('percent'))
}

const worth = (heading: Heading): number => {
  const known = heading.columns.filter((column) => column.role !== 'other').length
  const years = new Set(heading.columns.flatMap((column) => column.years)).size
  const texts = new Set(heading.columns.map((column) => column.text)).size
  return 3 * rolesOf(heading).size + known + 2 * years + texts * 0.4 - (heading.end - heading.start) * 0.3
}

/** The same headings printed again at the top of a page. */
export const repeatsHeading = (heading: Heading, row: TableRow): boolean => {
  const printed = new Set(heading.columns.flatMap((column) => [column.text, column.ownText]).map(compared))
  const texts = row.cells.flatMap((cell) => (cell && cell.text !== '' ? [compared(cell.text)] : []))
  if (texts.length < 2) return false
  return (
    texts.filter((text) => printed.has(text)).length * 2 > texts.length &&
    !row.cells.some((cell, column) => isFigureAt(heading, row, column) && cell)
  )
}

const compared = (text: string): string => cleanText(text).toLowerCase().replace(/\s/gu, '')

const isFigureAt = (heading: Heading, row: TableRow, column: number): boolean =>
  heading.columns[column]?.role === 'max' && readFigure(cellText(row, column)).kind === 'points'
