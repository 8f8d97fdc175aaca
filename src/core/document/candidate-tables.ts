import { tableOfFlow } from './flow-text.ts'
import { linesOfLayout, linesOfPages, lineText } from './page-lines.ts'
import { tableOfPages } from './page-table.ts'
import type { RawDocument, RawLine, RawPage } from './raw-document.ts'
import { tableOfTabs } from './tabbed-text.ts'
import type { Table } from './table.ts'
import { tablesOfGrids } from './tables.ts'

/** The tables of a document, each in every way its content can be read; the reader keeps the way that makes most sense of it. */
export const candidateTables = (document: RawDocument): readonly (readonly Table[])[] => {
  const grids = tablesOfGrids(document).map((table) => [table])
  if (grids.length > 0) return grids
  const pages: readonly RawPage[] = document.blocks.flatMap((block) => (block.kind === 'page' ? [block] : []))
  if (pages.length > 0) return [tablesOfPages(pages)]
  return [tablesOfText(document.blocks.flatMap((block) => (block.kind === 'text' ? block.lines : [])))]
}

const tablesOfPages = (pages: readonly RawPage[]): readonly Table[] => {
  const text = linesOfPages(pages)
  const lines = text.lines.map((line) => ({ text: lineText(line), line: line.line }))
  return present([tableOfPages(text), tableOfFlow(lines)])
}

const tablesOfText = (lines: readonly RawLine[]): readonly Table[] => {
  const tabbed = tableOfTabs(lines)
  return present([tabbed, keepsColumns(lines) ? tableOfPages(linesOfLayout(lines)) : undefined, tableOfFlow(lines)])
}

/** Whether many lines hold runs of blanks between words. */
const keepsColumns = (lines: readonly RawLine[]): boolean => {
  const filled = lines.filter(({ text }) => text.trim() !== '')
  return filled.filter(({ text }) => /\S {2,}\S/u.test(text)).length * 5 > filled.length
}

const present = (tables: readonly (Table | undefined)[]): readonly Table[] => tables.filter((table) => table !== undefined)
