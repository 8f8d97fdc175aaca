import { isColumnNumbering, repeatsHeading, type Heading } from './heading.ts'
import { hasPoints, type PrintedRow, printedRows } from './printed-row.ts'
import type { Layout, TextRole } from './layout.ts'
import { continues, countingOfTitle, isCalculationLine, isFootnote, isHeadline, isSubtotal, isTotal, isUnfinished } from './row-words.ts'
import { calculationRuns } from './calculation-lines.ts'
import type { TableRow } from './table.ts'

/** One node as printed, with the lines of calculation below it. */
export interface NodeRow extends PrintedRow {
  /** Printed lines of "cách tính điểm" that stand as rows of their own. */
  readonly calculations: readonly string[]
  /** A headline without code, or the title of a block of bonus or penalty points: it opens a part of the table. */
  readonly opensBlock: boolean
}

/** The rows of a table sorted by what they are, in printed order. */
export interface TableRows {
  readonly nodes: readonly NodeRow[]
  readonly totals: readonly PrintedRow[]
  /** Totals of parts, with the number of nodes printed before each. */
  readonly subtotals: readonly { readonly row: PrintedRow; readonly after: number }[]
  /** Rows that hold something and could not be placed. */
  readonly unreadable: readonly PrintedRow[]
}

interface Sorting {
  readonly nodes: PrintedRow[]
  readonly totals: PrintedRow[]
  readonly subtotals: { row: PrintedRow; after: number }[]
  readonly unreadable: PrintedRow[]
  readonly lines: Map<number, PrintedRow[]>
  readonly blocks: Set<number>
  /** A grand total was printed below some nodes: what follows without points is no part of the table. */
  isClosed: boolean
}

/** Sorts the rows below the headings. */
export const tableRows = (rows: readonly TableRow[], heading: Heading, layout: Layout): TableRows => {
  const sorting: Sorting = { nodes: [], totals: [], subtotals: [], unreadable: [], lines: new Map(), blocks: new Set(), isClosed: false }
  for (const row of rows.slice(heading.end)) {
    if (isColumnNumbering(row) || repeatsHeading(heading, row)) continue
    for (const printed of printedRows(row, layout)) place(sorting, printed)
  }
  return finish(sorting)
}

const place = (sorting: Sorting, row: PrintedRow): void => {
  const title = row.name || row.codeText
  if (row.code === undefined && isSubtotal(title)) sorting.subtotals.push({ row, after: sorting.nodes.length })
  else if (isTotalRow(row)) {
    sorting.totals.push(row)
    sorting.isClosed ||= sorting.nodes.length > 0 && hasPoints(row)
  } else if (row.code !== undefined) placeCoded(sorting, row)
  else placeWithoutCode(sorting, row)
}

const isTotalRow = (row: PrintedRow): boolean =>
  (row.code === undefined && (isTotal(row.name) || (row.name === '' && isTotal(row.codeText)))) ||
  (row.code?.parts.length === 1 && /^(?:tổng (?:điểm|cộng)|tổng số điểm)/iu.test(row.name) && isTotal(row.name))

const placeCoded = (sorting: Sorting, row: PrintedRow): void => {
  const isPageNumber = row.name === '' && !hasPoints(row) && Object.keys(row.texts).length === 0
  if (!isPageNumber && !(sorting.isClosed && !hasPoints(row))) sorting.nodes.push(row)
}

const placeWithoutCode = (sorting: Sorting, row: PrintedRow): void => {
  const last = sorting.nodes.length - 1
  const kind = kindWithoutCode(row, sorting.nodes[last], sorting.lines.has(last), sorting.isClosed)
  if (kind === 'block') sorting.blocks.add(sorting.nodes.push(row) - 1)
  if (kind === 'continuation') sorting.nodes[last] = merged(sorting.nodes[last] as PrintedRow, row)
  if (kind === 'line') (sorting.lines.get(last) ?? sorting.lines.set(last, []).get(last))?.push(row)
  if (kind === 'unreadable') sorting.unreadable.push(row)
}

type Kind = 'block' | 'continuation' | 'line' | 'unreadable' | 'none'

const kindWithoutCode = (row: PrintedRow, last: PrintedRow | undefined, afterLines: boolean, afterTotal: boolean): Kind => {
  const isEmpty = row.name === '' && Object.keys(row.texts).length === 0
  if (isEmpty && !hasPoints(row)) return 'none'
  if (row.isGroup) return 'block'
  if (row.name !== '' && countingOfTitle(row.name) && !isCalculationLine(row.name)) return 'block'
  if (isFootnote(row.name) || (afterTotal && !hasPoints(row))) return 'none'
  if (row.continuesAbove && last) return 'line'
  if (row.name !== '' && !isCalculationLine(row.name) && isHeadline(row.name) && !continuesHeadline(last, row)) return 'block'
  if (!last) return row.isBold && row.name !== '' ? 'block' : hasPoints(row) ? 'unreadable' : 'none'
  if (hasPoints(row)) return row.name === '' ? 'continuation' : 'line'
  return kindOfWords(row, last, afterLines)
}

const kindOfWords = (row: PrintedRow, last: PrintedRow, afterLines: boolean): Kind => {
  if (row.name === '' || continues(row.name) || isUnfinished(last.name)) return afterLines && row.name !== '' ? 'line' : 'continuation'
  if (isCalculationLine(row.name) || afterLines) return 'line'
  if (row.isBold && !last.isBold) return 'block'
  return row.texts.lead || (hasPoints(last) && /^\p{Lu}/u.test(row.name)) ? 'line' : 'continuation'
}

/** A headline broken over two rows: the one above has neither points nor an end. */
const continuesHeadline = (last: PrintedRow | undefined, row: PrintedRow): boolean =>
  last !== undefined &&
  isHeadline(last.name) &&
  (isUnfinished(last.name) || (!hasPoints(last) && hasPoints(row) && last.code !== undefined))

/** A row broken over a page: every cell goes on where it stopped. */
const merged = (above: PrintedRow, below: PrintedRow): PrintedRow => {
  const texts: Partial<Record<TextRole, string>> = { ...above.texts }
  for (const [role, text] of Object.entries(below.texts) as [TextRole, string][]) texts[role] = joined(texts[role], text)
  const figures = { ...above.figures }
  for (const [key, figure] of Object.entries(below.figures)) if (!figures[key] || figures[key].kind === 'empty') figures[key] = figure
  return { ...above, name: joined(above.name, below.name), texts, figures }
}

const joined = (above: string | undefined, below: string): string =>
  above === undefined || above === '' ? below : below === '' ? above : `${above}${/^[-–+•]/u.test(below) ? '\n' : ' '}${below}`

const finish = (sorting: Sorting): TableRows => {
  const { nodes, blocks, lines } = sorting
  const runs = calculationRuns(nodes, lines)
  const sorted: NodeRow[] = []
  const until: number[] = []
  nodes.forEach((row, index) => {
    const run = runs.get(index)
    sorted.push({ ...row, calculations: [...row.lines, ...(run?.calculations ?? [])], opensBlock: blocks.has(index) })
    for (const each of run?.nodes ?? [])
      sorted.push({ ...each, texts: { ...each.reachingTexts, ...each.texts }, calculations: each.lines, opensBlock: false })
    until[index + 1] = sorted.length
  })
  const subtotals = sorting.subtotals.map(({ row, after }) => ({ row, after: until[after] ?? 0 }))
  return { nodes: sorted, totals: sorting.totals, subtotals, unreadable: sorting.unreadable }
}
