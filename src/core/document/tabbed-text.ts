import type { RawGrid, RawLine, RawRow } from './raw-document.ts'
import { rowsOfGrid, type Table } from './table.ts'

/** Where a text has tabs or upright bars between its cells: the table it holds, `undefined` where too few lines do. */
export const tableOfTabs = (printed: readonly RawLine[]): Table | undefined => {
  const lines = withQuotedBreaks(printed)
  const separator = separatorOf(lines)
  if (!separator) return undefined
  const first = lines.findIndex(({ text }) => cellsOf(text, separator).length > 2)
  const last = lines.findLastIndex(({ text }) => cellsOf(text, separator).length > 2)
  const grid: RawGrid = { kind: 'grid', rows: rowsOf(lines.slice(first, last + 1), separator) }
  return { rows: rowsOfGrid(grid), above: lines.slice(0, first), below: lines.slice(last + 1) }
}

/** A cell copied out of a workbook stands in quotes where it holds line breaks: its lines are put together again. */
const withQuotedBreaks = (lines: readonly RawLine[]): readonly RawLine[] => {
  if (!lines.some(({ text }) => /(?:^|\t)"[^"\t]*$/u.test(text))) return lines
  const joined: { text: string; line: number }[] = []
  let isOpen = false
  for (const { text, line } of lines) {
    const last = joined.at(-1)
    if (isOpen && last) last.text += `\n${text}`
    else joined.push({ text, line })
    if ((text.match(/"/gu)?.length ?? 0) % 2 === 1) isOpen = !isOpen
  }
  return joined.map(({ text, line }) => ({ line, text: text.replace(/(^|\t)"([^"\t]*)"(?=\t|$)/gu, '$1$2') }))
}

const separatorOf = (lines: readonly RawLine[]): '\t' | '|' | undefined =>
  (['\t', '|'] as const).find((separator) => lines.filter(({ text }) => cellsOf(text, separator).length > 2).length >= 3)

const cellsOf = (text: string, separator: '\t' | '|'): readonly string[] => {
  const bare = separator === '|' ? text.trim().replace(/^\|/u, '').replace(/\|$/u, '') : text
  return bare.includes(separator) ? bare.split(separator) : []
}

/** A line without separators goes on with the last cell of the line above; a rule of a Markdown table is no row. */
const rowsOf = (lines: readonly RawLine[], separator: '\t' | '|'): readonly RawRow[] => {
  const rows: { line: number; cells: string[] }[] = []
  for (const { text, line } of lines) {
    const cells = cellsOf(text, separator)
    const last = rows.at(-1)
    if (cells.length > 0) {
      if (!cells.every((cell) => /^\s*:?-*:?\s*$/u.test(cell)) || !cells.some((cell) => cell.includes('-')))
        rows.push({ line, cells: [...cells] })
    } else if (last && text.trim() !== '') last.cells.push(`${last.cells.pop() ?? ''}\n${text.trim()}`)
  }
  return rows.map(({ line, cells }) => ({ line, cells: cells.map((text, column) => ({ column, text: text.trim() })) }))
}
