import { roleOfHeading } from './column-role.ts'
import { bordersOf, cellsOfLine } from './page-columns.ts'
import { figureStretch, isFigureThere } from './page-figures.ts'
import { type PageHeading, pageHeadings } from './page-heading.ts'
import { isTotalLine, lineText, type PageLine, type PageText, type PlacedWord } from './page-lines.ts'
import { type AnchorColumns, type CellLine, rowsOfLines } from './page-rows.ts'
import type { RawLine } from './raw-document.ts'
import { isCalculationLine, isClosing, isFootnote, isUnfinished } from './row-words.ts'
import { type Table, type TableRow, textCell } from './table.ts'

/** Rebuilds the table of pages whose words have places but no cells. */
export const tableOfPages = (text: PageText): Table | undefined => {
  const headings = pageHeadings(text)
  const [first] = headings
  if (!first) return undefined
  const columns = anchorColumns(first.columns.map((column) => column.text))
  const end = endOfTable(text.lines, first.end)
  const lines = headings.flatMap((heading, index) =>
    heading.end >= end ? [] : cellLines(text, first, heading, Math.min(end, headings[index + 1]?.start ?? end), columns, index + 1),
  )
  const rows = rowsOfLines(lines, columns, text.scale.lineHeight)
  const headRow: TableRow = { line: text.lines[first.start]?.line ?? 1, cells: first.columns.map((column) => textCell(column.text)) }
  return {
    rows: [headRow, ...rows.map((row) => rowOfLines(row, first.columns.length))],
    above: plainLines(text.lines.slice(0, first.start)),
    below: plainLines(text.lines.slice(first.end).slice(-40)),
    guessed: rows.flatMap((row) => (row.some(({ isCut }) => isCut) ? [guessOf(row)] : [])),
  }
}

/** A row two of whose cells touched, so that a word may belong to the other one. */
const guessOf = (row: readonly CellLine[]): RawLine => ({
  text: row.flatMap(({ cells, isCut }) => (isCut ? [cells.filter((cell) => cell !== '').join(' ')] : [])).join(' '),
  line: row[0]?.line ?? 0,
})

/** Where the table ends: a signature or the list of receivers, or the first remark below a total that no coded line follows. */
const endOfTable = (lines: readonly PageLine[], from: number): number => {
  const closing = lines.findIndex((line, index) => index >= from && isClosing(lineText(line)))
  const until = closing < 0 ? lines.length : closing
  const total = lines.slice(0, until).findLastIndex((line, index) => index > from && isTotalLine(line))
  if (total < 0) return until
  const remark = lines.findIndex((line, index) => index > total && index < until && isFootnote(lineText(line)))
  return remark < 0 ? until : remark
}

const plainLines = (lines: readonly PageLine[]): Table['above'] => lines.map((line) => ({ text: lineText(line), line: line.line }))

/** The lines between two headings by columns. Pages share their columns; laid-out text has no pages, there a heading begins one with columns of its own. */
const cellLines = (
  text: PageText,
  first: PageHeading,
  heading: PageHeading,
  end: number,
  columns: AnchorColumns,
  section: number,
): readonly CellLine[] => {
  const body = text.lines.slice(heading.end, end)
  const isLaidOut = text.scale.lineHeight === 1
  const measured = isLaidOut ? body : text.lines.slice(first.end)
  const stretches = isLaidOut ? heading.columns : first.columns
  const stretch = columns.figure === undefined ? undefined : stretches[columns.figure]
  const figures = stretch && figureStretch(measured, stretch, columns.figure ?? 0, isLaidOut ? 12 : text.scale.lineHeight)
  const isWord = (word: PlacedWord): boolean => figures === undefined || !isFigureThere(word, figures, text.scale)
  const borders = bordersOf(stretches, isLaidOut ? measured.map((line) => ({ ...line, words: line.words.filter(isWord) })) : measured)
  return body
    .filter((line) => !isColumnNumbers(line))
    .map((line) => ({
      line: line.line,
      page: isLaidOut ? section : line.page,
      y: line.y,
      ...(isFootnote(lineText(line))
        ? { cells: remarkCells(line, borders.length + 1, columns.name) }
        : cellsOfLine(
            line,
            borders,
            text.scale,
            figures,
            stretches.map(({ left }) => left),
          )),
    }))
}

/** "(1) (2) (3)" below the headings. */
const isColumnNumbers = ({ words }: PageLine): boolean => words.length > 2 && words.every(({ text }, index) => text === `(${index + 1})`)

/** A remark runs over the columns. */
const remarkCells = (line: PageLine, width: number, name: number): readonly string[] =>
  Array.from({ length: width }, (_, column) => (column === name ? lineText(line) : ''))

const anchorColumns = (headings: readonly string[]): AnchorColumns => {
  const roles = headings.map((text) => roleOfHeading(text))
  const at = (...wanted: readonly string[]): number | undefined => {
    const index = roles.findIndex((role) => role !== undefined && wanted.includes(role))
    return index < 0 ? undefined : index
  }
  return { code: at('code', 'rank'), name: at('name', 'unit') ?? 0, figure: at('max') ?? at('points') }
}

/** A bullet, or a sentence that says how points are given, is no end of the line above. */
const beginsLine = (text: string): boolean => /^[-–+•]\s*\S/u.test(text) || (/^[\p{Lu}\d]/u.test(text) && isCalculationLine(text))

/** The cells of a row over its lines: broken lines are one text, bullets begin a line of their own. */
const rowOfLines = (lines: readonly CellLine[], width: number): TableRow => {
  const cells = Array.from({ length: width }, (_, column) => {
    const parts = lines.map((line) => line.cells[column] ?? '').filter((text) => text !== '')
    return textCell(
      parts.reduce((text, part) => (text === '' ? part : `${text}${beginsLine(part) && !isUnfinished(text) ? '\n' : ' '}${part}`), ''),
    )
  })
  return { line: lines[0]?.line ?? 0, cells }
}
