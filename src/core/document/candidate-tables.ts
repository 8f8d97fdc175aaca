import { tableOfFlow } from './flow-text.ts'
import { linesOfLayout, linesOfPages, lineText, type PageText } from './page-lines.ts'
import { findLineHeading } from './line-heading.ts'
import { haveBlocks, type Piece, piecesOf } from './line-pieces.ts'
import { tableOfLines } from './line-table.ts'
import { tableOfPages } from './page-table.ts'
import type { RawDocument, RawLine, RawPage } from './raw-document.ts'
import { sectionsOf } from './sections.ts'
import { tableOfTabs } from './tabbed-text.ts'
import type { Table } from './table.ts'
import { tablesOfGrids } from './tables.ts'

/** The tables of a document, each in every way its content can be read; the reader keeps the way that makes most sense of it. */
export const candidateTables = (document: RawDocument): readonly (readonly Table[])[] => {
  const grids = tablesOfGrids(document).map((table) => [table])
  if (grids.length > 0) return grids
  const pages: readonly RawPage[] = document.blocks.flatMap((block) => (block.kind === 'page' ? [block] : []))
  return withFront(pages.length > 0 ? sectionsOfPages(pages) : sectionsOfText(document))
}

const sectionsOfPages = (pages: readonly RawPage[]): readonly (readonly Table[])[] => {
  const text = linesOfPages(pages)
  return sectionsOf(text.lines.map(lineText)).map(({ start, end }) => tablesOfPages({ ...text, lines: text.lines.slice(start, end) }))
}

const tablesOfPages = (text: PageText): readonly Table[] => {
  const lines = text.lines.map((line) => ({ text: lineText(line), line: line.line }))
  return present([tableOfPages(text), tableOfFlow(lines)])
}

const sectionsOfText = (document: RawDocument): readonly (readonly Table[])[] => {
  const lines = document.blocks.flatMap((block) => (block.kind === 'text' ? block.lines : []))
  return sectionsOf(lines.map(({ text }) => text)).map(({ start, end }) => tablesOfText(lines.slice(start, end)))
}

/** Later tables know what stands before the first. */
const withFront = (sections: readonly (readonly Table[])[]): readonly (readonly Table[])[] => {
  const front = sections[0]?.[0]?.above ?? []
  return sections.map((tables, index) => (index === 0 ? tables : tables.map((table) => ({ ...table, front }))))
}

const tablesOfText = (lines: readonly RawLine[]): readonly Table[] => {
  const tabbed = tableOfTabs(lines)
  const pieces = piecesOf(lines)
  return present([
    tabbed,
    keepsColumns(lines) ? tableOfPages(linesOfLayout(lines)) : undefined,
    ...(haveBlocks(pieces) || hasTwoTexts(pieces) ? [tableOfLines(lines), tableOfFlow(lines)] : [tableOfFlow(lines), tableOfLines(lines)]),
  ])
}

/** Units and another column of texts beside them: read by what such columns hold, not by units alone. */
const hasTwoTexts = (pieces: readonly Piece[]): boolean => {
  const columns = findLineHeading(pieces)?.columns ?? []
  return columns.includes('lead') && (['evidence', 'calculation', 'deadline'] as const).some((column) => columns.includes(column))
}

/** Whether many lines hold runs of blanks between words. */
const keepsColumns = (lines: readonly RawLine[]): boolean => {
  const filled = lines.filter(({ text }) => text.trim() !== '')
  return filled.filter(({ text }) => /\S {2,}\S/u.test(text)).length * 5 > filled.length
}

const present = (tables: readonly (Table | undefined)[]): readonly Table[] => tables.filter((table) => table !== undefined)
