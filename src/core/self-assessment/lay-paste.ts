import type { Points } from '../exact/points.ts'
import { errorAt, type Problem } from '../problem.ts'
import type { ScoreSource } from '../vocabulary.ts'
import { readClipboard } from './read-clipboard.ts'
import { type EntryLeaf, readEntry } from './read-entry.ts'

/** A row of the sheet a block is laid over; rows stand in document order. */
export interface PasteRow extends EntryLeaf {
  readonly code: string
  readonly isLeaf: boolean
  readonly source: ScoreSource
}

/** The two columns of the sheet that a block can be laid over. */
export type PasteColumn = 'points' | 'explanation'

/** One cell of the block on its leaf: `points` where it fits, `problems` where not; the text is kept either way. */
export interface PastedCell {
  readonly nodeId: string
  readonly column: PasteColumn
  readonly text: string
  /** 1-based row of the block. */
  readonly line: number
  readonly points?: Points
  readonly problems: readonly Problem[]
}

/** Where each cell goes. `left` are rows without a place: beyond the last leaf, or with a code the sheet does not know. */
export interface PastePlan {
  readonly by: 'place' | 'code'
  readonly cells: readonly PastedCell[]
  readonly left: readonly { readonly line: number; readonly text: string }[]
}

const cellFor = (row: PasteRow, column: PasteColumn, text: string, line: number): PastedCell => {
  const place = { nodeId: row.id, column, text, line }
  if (row.source !== 'appraised') return { ...place, problems: [errorAt('notSelfScored', row.id, { source: row.source })] }
  if (column === 'explanation') return { ...place, problems: [] }
  const points = readEntry(row, text)
  return points.ok ? { ...place, points: points.value, problems: [] } : { ...place, problems: points.problems }
}

/** Rows by the code printed on them; a code that several rows share names none of them, an id always does. */
const rowsByCode = (rows: readonly PasteRow[]): ReadonlyMap<string, PasteRow> => {
  const found = new Map<string, PasteRow>()
  const repeated = new Set<string>()
  for (const row of rows) found.has(row.code) ? repeated.add(row.code) : found.set(row.code, row)
  for (const code of repeated) found.delete(code)
  for (const row of rows) found.set(row.id, row)
  return found
}

/** Of the columns after the code: the first of figures that is not simply the column of maxima. */
const pointsColumn = (block: readonly (readonly string[])[], byCode: ReadonlyMap<string, PasteRow>): number | undefined => {
  const width = Math.max(...block.map((cells) => cells.length))
  const leaves = block.filter(([code = '']) => byCode.get(code)?.isLeaf)
  const columns = Array.from({ length: width - 1 }, (_, index) => index + 1).filter((column) => {
    const filled = leaves.map((cells) => cells[column] ?? '').filter(Boolean)
    return filled.length > 0 && filled.filter((text) => /^[+-]?\d+(?:[.,]\d+)?$/.test(text)).length * 2 > filled.length
  })
  const repeatsMaxima = (column: number): boolean =>
    leaves.every(([code = '', ...cells]) => {
      const row = byCode.get(code)
      const points = row && readEntry(row, cells[column - 1] ?? '')
      return points?.ok && points.value === row?.maxPoints
    })
  return columns.find((column) => columns.length === 1 || !repeatsMaxima(column))
}

const layByCode = (rows: readonly PasteRow[], block: readonly (readonly string[])[]): PastePlan | undefined => {
  if (!block.some((cells) => cells.length > 1)) return undefined
  const byCode = rowsByCode(rows)
  const known = block.filter(([code = '']) => byCode.has(code)).length
  const column = known * 2 > block.length ? pointsColumn(block, byCode) : undefined
  if (column === undefined) return undefined
  const cells: PastedCell[] = []
  const left: { line: number; text: string }[] = []
  block.forEach((line, index) => {
    const row = byCode.get(line[0] ?? '')
    const text = line[column] ?? ''
    if (text === '' || (row && !row.isLeaf)) return
    if (row) cells.push(cellFor(row, 'points', text, index + 1))
    else left.push({ line: index + 1, text: line.filter(Boolean).join(' ') })
  })
  return { by: 'code', cells, left }
}

const layByPlace = (rows: readonly PasteRow[], block: readonly (readonly string[])[], start: string, from: PasteColumn): PastePlan => {
  const leaves = rows.filter(({ isLeaf }) => isLeaf)
  const first = leaves.findIndex(({ id }) => id === start)
  const columns: readonly PasteColumn[] = from === 'points' ? ['points', 'explanation'] : ['explanation']
  const cells: PastedCell[] = []
  const left: { line: number; text: string }[] = []
  block.forEach((line, index) => {
    const row = leaves[first + index]
    const placed = row ? columns.length : 0
    if (row) columns.forEach((column, at) => line[at] && cells.push(cellFor(row, column, line[at], index + 1)))
    const rest = line.slice(placed).filter(Boolean)
    if (rest.length) left.push({ line: index + 1, text: rest.join(' ') })
  })
  return { by: 'place', cells, left }
}

/**
 * Lays a block copied from a spreadsheet over the sheet. A block whose first column holds codes of the sheet goes by these, whatever the
 * order; rows of groups with their sums are passed over. Any other block goes over consecutive leaves from `start` down: points, then
 * explanation. Empty cells change nothing.
 */
export const layPaste = (rows: readonly PasteRow[], text: string, start: string, from: PasteColumn): PastePlan => {
  const block = readClipboard(text)
  return (from === 'points' ? layByCode(rows, block) : undefined) ?? layByPlace(rows, block, start, from)
}
