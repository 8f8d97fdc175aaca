import { tableOfFlow } from './flow-text.ts'
import { errorAt, warningAt } from '../problem.ts'
import type { RawDocument, RawLine } from './raw-document.ts'
import { readCriteria } from './read-criteria.ts'
import type { ReadKind, ReadResult } from './read-result.ts'
import { readRoadmap } from './read-roadmap.ts'
import { type ReadTable, readTable } from './read-table.ts'
import { tableOfTabs } from './tabbed-text.ts'
import type { Table } from './table.ts'
import { tablesOfGrids } from './tables.ts'

/** Reads the table of a document. Without `kind` it is recognised from the headings. */
export const readDocument = (document: RawDocument, kind?: ReadKind): ReadResult => {
  const tables = tablesOf(document).flatMap((table) => readTable(table) ?? [])
  const best = tables[0]
  if (!best) return { kind: kind ?? 'criteria', problems: [errorAt('noTable', '', { kind: kind ?? 'criteria' })] }
  return readAs(best, kind ?? kindOf(best))
}

const tablesOf = (document: RawDocument): readonly Table[] => {
  const grids = tablesOfGrids(document)
  if (grids.length > 0) return grids
  const lines: readonly RawLine[] = document.blocks.flatMap((block) => (block.kind === 'text' ? block.lines : []))
  return [tableOfTabs(lines) ?? tableOfFlow(lines)].filter((table) => table !== undefined)
}

const kindOf = (table: ReadTable): ReadKind => (table.heading.columns.some((column) => column.years.length > 0) ? 'roadmap' : 'criteria')

const readAs = (table: ReadTable, kind: ReadKind): ReadResult => {
  if (kind === 'roadmap') return { kind, ...readRoadmap(table) }
  void warningAt
  return { kind, ...readCriteria(table) }
}
