import type { NodeLevel } from '../../vocabulary.ts'
import type { NodeDraft } from '../build-nodes.ts'

/** Rows of one parent in document order, each with the rows below it. */
export type Rows = readonly NodeDraft[]

/** The rows from an area down to the one meant; empty where there is none. */
export const pathTo = (rows: Rows, id: string): Rows => {
  for (const row of rows) {
    if (row.id === id) return [row]
    const below = pathTo(row.children, id)
    if (below.length > 0) return [row, ...below]
  }
  return []
}

/** Puts others, or none, in the place of one row. */
export const replaceRow = (rows: Rows, id: string, by: (row: NodeDraft) => Rows): Rows =>
  rows.flatMap((row) => (row.id === id ? by(row) : [{ ...row, children: replaceRow(row.children, id, by) }]))

/** The same row and all below it, changed. */
export const deepen = (row: NodeDraft, change: (row: NodeDraft) => NodeDraft): NodeDraft => ({
  ...change(row),
  children: row.children.map((child) => deepen(child, change)),
})

const levelAt = (depth: number): NodeLevel => (depth === 0 ? 'area' : depth === 1 ? 'criterion' : 'subCriterion')

/** Level follows depth; what stands below a bonus or a penalty counts as it does. */
export const fitRows = (rows: Rows, depth = 0, above?: NodeDraft): Rows =>
  rows.map((row) => {
    const counting = above && above.counting !== 'base' ? above.counting : row.counting
    const fitted = { ...row, level: levelAt(depth), counting }
    return { ...fitted, children: fitRows(row.children, depth + 1, fitted) }
  })
