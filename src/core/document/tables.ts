import { findHeading } from './heading.ts'
import type { RawDocument, RawGrid, RawLine } from './raw-document.ts'
import { sectionsOf } from './sections.ts'
import { rowsOfGrid, type Table, type TableRow } from './table.ts'

interface Draft {
  readonly name: string | undefined
  rows: TableRow[]
  readonly above: RawLine[]
  below: RawLine[]
}

/** The tables of a document made of grids. A grid without headings goes on with the table before it; one before any table is a letterhead. */
export const tablesOfGrids = (document: RawDocument): readonly Table[] => {
  const drafts: Draft[] = []
  let between: RawLine[] = []
  for (const block of document.blocks) {
    if (block.kind === 'text') between.push(...block.lines)
    if (block.kind !== 'grid') continue
    const rows = rowsOfGrid(block)
    const last = drafts.at(-1)
    if (!last && !findHeading(rows)) between.push(...linesOf(rows))
    else if (last && continuesTable(last, block, rows)) last.rows = [...last.rows, ...rows]
    else if (findHeading(rows)) {
      drafts.push({ name: block.name, rows: [...rows], above: between, below: [] })
      between = []
    } else between.push(...linesOf(rows))
  }
  const front = drafts[0]?.above ?? []
  return drafts.flatMap((draft, index) =>
    partsOf(draft.rows).map(({ above, rows }, part) => ({
      ...(draft.name === undefined ? {} : { name: draft.name }),
      rows,
      above: part === 0 ? draft.above : above,
      below: drafts[index + 1]?.above ?? between,
      ...(index + part === 0 ? {} : { front }),
    })),
  )
}

/** Tables below one another in one grid: each begins with its title, or its headings, and counts its codes anew. */
const partsOf = (rows: readonly TableRow[]): readonly { readonly above: readonly RawLine[]; readonly rows: readonly TableRow[] }[] => {
  const sections = sectionsOf(
    rows.map((row) =>
      row.cells
        .map((cell) => (cell && !cell.isSpanned ? cell.text : ''))
        .join(' ')
        .trim(),
    ),
  )
  const parts = sections.map(({ start, end }) => rows.slice(start, end))
  return parts.every((part) => findHeading(part)) ? parts.map((part) => ({ above: [], rows: part })) : [{ above: [], rows }]
}

const linesOf = (rows: readonly TableRow[]): readonly RawLine[] =>
  rows.flatMap((row) =>
    row.cells.flatMap((cell) => (cell && !cell.isSpanned ? cell.text.split('\n').map((text) => ({ text, line: row.line })) : [])),
  )

/** The next page of the same table: as many columns and no headings, or the same headings and codes that do not begin again. */
const continuesTable = (last: Draft, grid: RawGrid, rows: readonly TableRow[]): boolean => {
  const isSameSheet = grid.name === last.name
  const heading = findHeading(rows)
  const width = widthOf(rows)
  if (!heading) return isSameSheet && Math.abs(width - widthOf(last.rows)) <= 1 && rows.length > 0 && width >= 3
  const before = findHeading(last.rows)
  const roles = (each: typeof heading | undefined): string => each?.columns.map((column) => column.role).join() ?? ''
  if (!isSameSheet || roles(before) !== roles(heading) || heading.start > 0) return false
  return firstCell(rows, heading.end) !== firstCell(last.rows, before?.end ?? 0)
}

const firstCell = (rows: readonly TableRow[], index: number): string =>
  rows[index]?.cells.find((cell) => cell && cell.text !== '')?.text ?? ''

const widthOf = (rows: readonly TableRow[]): number => rows.reduce((width, row) => Math.max(width, row.cells.length), 0)
