import { errorAt } from '../problem.ts'
import { accept, refuse, type Result } from '../result.ts'
import type { RawDocument, RawGrid } from './raw-document.ts'

/**
 * The rows of the grid with most cells, each as wide as the grid, cells as text; `noTable` where there is none. Merged cells stand once, at their top left. With
 * `keepsLines`, lines within a cell stay lines.
 */
export const rowsOfDocument = ({ blocks }: RawDocument, keepsLines = false): Result<readonly (readonly string[])[]> => {
  const grids = blocks.filter((block): block is RawGrid => block.kind === 'grid')
  const [first, ...others] = grids
  if (first === undefined) return refuse(errorAt('noTable', '', { kind: 'rows' }))
  const largest = others.reduce((best, each) => (cellsOf(each) > cellsOf(best) ? each : best), first)
  const width = Math.max(0, ...largest.rows.flatMap(({ cells }) => cells.map(({ column }) => column + 1)))
  return accept(largest.rows.map(({ cells }) => lineOf(cells, width, keepsLines)))
}

const cellsOf = ({ rows }: RawGrid): number => rows.reduce((sum, { cells }) => sum + cells.length, 0)

const lineOf = (cells: RawGrid['rows'][number]['cells'], width: number, keepsLines: boolean): readonly string[] => {
  const line = Array.from({ length: width }, () => '')
  for (const { column, text } of cells) line[column] = text.replace(keepsLines ? /[^\S\n]+/g : /\s+/g, ' ').trim()
  return line
}
