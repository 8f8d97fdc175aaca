import { roleOfHeading } from './column-role.ts'
import { bordersOf, cellsOfLine } from './page-columns.ts'
import { findPageHeading, repeatsHeadingLine } from './page-heading.ts'
import { lineText, type PageText } from './page-lines.ts'
import { type AnchorColumns, type CellLine, rowsOfLines } from './page-rows.ts'
import { type Table, type TableRow, textCell } from './table.ts'

/** Rebuilds the table of pages whose words have places but no cells. */
export const tableOfPages = (text: PageText): Table | undefined => {
  const heading = findPageHeading(text)
  if (!heading) return undefined
  const isRepeated = repeatsHeadingLine(heading, text)
  const body = text.lines.slice(heading.end).filter((line) => !isRepeated(line))
  const borders = bordersOf(heading, body)
  const lines = body.map((line) => ({ line: line.line, page: line.page, y: line.y, cells: cellsOfLine(line, borders, text.scale) }))
  const columns = anchorColumns(heading.columns.map((column) => column.text))
  const rows = rowsOfLines(lines, columns)
  const headRow: TableRow = { line: text.lines[heading.start]?.line ?? 1, cells: heading.columns.map((column) => textCell(column.text)) }
  const above = text.lines.slice(0, heading.start).map((line) => ({ text: lineText(line), line: line.line }))
  return {
    rows: [headRow, ...rows.map((row) => rowOfLines(row, heading.columns.length))],
    above,
    below: body.map((line) => ({ text: lineText(line), line: line.line })).slice(-40),
  }
}

const anchorColumns = (headings: readonly string[]): AnchorColumns => {
  const roles = headings.map((text) => roleOfHeading(text))
  const at = (...wanted: readonly string[]): number | undefined => {
    const index = roles.findIndex((role) => role !== undefined && wanted.includes(role))
    return index < 0 ? undefined : index
  }
  return { code: at('code', 'rank'), name: at('name', 'unit') ?? 0, figure: at('max') ?? at('points') }
}

/** The cells of a row over its lines: broken lines are one text, bullets begin a line of their own. */
const rowOfLines = (lines: readonly CellLine[], width: number): TableRow => {
  const cells = Array.from({ length: width }, (_, column) => {
    const parts = lines.map((line) => line.cells[column] ?? '').filter((text) => text !== '')
    return textCell(parts.reduce((text, part) => (text === '' ? part : `${text}${/^[-–+•]\s*\S/u.test(part) ? '\n' : ' '}${part}`), ''))
  })
  return { line: lines[0]?.line ?? 0, cells }
}
