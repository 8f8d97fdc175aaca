import { documentFacts, type DocumentFacts } from './document-facts.ts'
import { findHeading, type Heading } from './heading.ts'
import { type Layout, layoutOf } from './layout.ts'
import { assignIds } from './node-ids.ts'
import type { PrintedRow } from './printed-row.ts'
import type { RawLine } from './raw-document.ts'
import type { Table } from './table.ts'
import { type TableRows, tableRows } from './table-rows.ts'
import { withSubtotals } from './subtotals.ts'
import { type Branch, treeOf } from './tree.ts'
import { type RowUnits, unitLists } from './unit-lists.ts'

/** A table read as far as all kinds share: headings, rows, tree with ids, units, and what the text around it says. */
export interface ReadTable {
  readonly table: Table
  readonly heading: Heading
  readonly layout: Layout
  readonly rows: TableRows
  readonly roots: readonly Branch[]
  readonly all: readonly Branch[]
  readonly unitsOf: (row: PrintedRow) => RowUnits
  readonly facts: DocumentFacts
  /** The running text before and after the table. */
  readonly surrounding: readonly RawLine[]
}

/** Reads a table whose headings can be found. */
export const readTable = (table: Table): ReadTable | undefined => {
  const heading = findHeading(table.rows)
  return heading && readTableUnder(table, heading)
}

const readTableUnder = (table: Table, heading: Heading): ReadTable => {
  const layout = layoutOf(heading, table.rows)
  const sorted = tableRows(table.rows, heading, layout)
  const rows = { ...sorted, nodes: withSubtotals(sorted) }
  const { roots, all } = treeOf(rows.nodes)
  assignIds(roots, all)
  const above = [
    ...table.above,
    ...table.rows.slice(0, heading.start).map((row) => ({ text: row.cells.map((cell) => cell?.text ?? '').join(' '), line: row.line })),
  ]
  const facts = factsOf(above, table.front ?? [])
  return { table, heading, layout, rows, roots, all, unitsOf: unitLists(rows.nodes), facts, surrounding: [...above, ...table.below] }
}

/** What a later table does not say itself, the decision and its year, stands before the first one. */
const factsOf = (above: readonly RawLine[], front: readonly RawLine[]): DocumentFacts => {
  const [own, first] = [above, front].map((lines) => documentFacts(lines.flatMap(({ text }) => text.split('\n')))) as [
    DocumentFacts,
    DocumentFacts,
  ]
  return {
    ...own,
    decision: own.decision.number === '' ? first.decision : own.decision,
    year: own.year === 0 ? first.year : own.year,
  }
}
