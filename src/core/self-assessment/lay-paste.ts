import { type Points, pointsText } from '../exact/points.ts'
import { errorAt, type Problem } from '../problem.ts'
import { factsRuleOf } from '../rules/leaf-outcome.ts'
import { codeColumnOf, type PasteRow, pointsColumnOf, rowsByCode } from './paste-columns.ts'
import { readClipboard } from './read-clipboard.ts'
import { readEntry } from './read-entry.ts'

/** The two columns of the sheet that a block can be laid over. */
export type PasteColumn = 'points' | 'explanation'

/** By the codes in the block; by the rows as they are shown, groups too; or by the leaves alone, one after another. */
export type PasteWay = 'code' | 'rows' | 'leaves'

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

/**
 * A text of the block that goes nowhere: it falls on a group, on a leaf whose points come from facts, beyond the last row, beside the columns, or its
 * code is none of the sheet's.
 */
export interface LeftText {
  readonly line: number
  readonly text: string
  readonly why: 'group' | 'facts' | 'beyond' | 'unknownCode'
  readonly nodeId?: string
}

/** Where each cell goes. Every text of the block is among the cells or among what is left; nothing moves without being told. */
export interface PastePlan {
  readonly by: PasteWay
  /** Other ways in which the same block could be meant; each would put it elsewhere. */
  readonly others: readonly PasteWay[]
  readonly cells: readonly PastedCell[]
  readonly left: readonly LeftText[]
}

type Placed = { readonly cell: PastedCell } | { readonly left: LeftText }

const place = (row: PasteRow, column: PasteColumn, text: string, line: number): Placed => {
  const at = { nodeId: row.id, column, text, line }
  if (!row.isLeaf) return { left: { line, text, why: 'group', nodeId: row.id } }
  if (row.source !== 'appraised') return { cell: { ...at, problems: [errorAt('notSelfScored', row.id, { source: row.source })] } }
  if (column === 'explanation') return { cell: { ...at, problems: [] } }
  if (factsRuleOf(row)) return { left: { line, text, why: 'facts', nodeId: row.id } }
  const points = readEntry(row, text)
  return { cell: points.ok ? { ...at, points: points.value, problems: [] } : { ...at, problems: points.problems } }
}

const planOf = (by: PasteWay, placed: readonly Placed[]): PastePlan => ({
  by,
  others: [],
  cells: placed.flatMap((each) => ('cell' in each ? [each.cell] : [])),
  left: placed.flatMap((each) => ('left' in each ? [each.left] : [])),
})

const layByCode = (rows: readonly PasteRow[], block: readonly (readonly string[])[]): PastePlan | undefined => {
  const byCode = rowsByCode(rows)
  const codes = codeColumnOf(block, byCode)
  const column = codes === undefined ? undefined : pointsColumnOf(block, codes, byCode)
  if (codes === undefined || column === undefined) return undefined
  const placed = block.flatMap((line, index): Placed[] => {
    const row = byCode.get(line[codes] ?? '')
    const text = line[column] ?? ''
    if (text === '') return []
    if (row) return [place(row, 'points', text, index + 1)]
    return [{ left: { line: index + 1, text: line.filter(Boolean).join(' '), why: 'unknownCode' } }]
  })
  return planOf('code', placed)
}

const layDown = (
  by: 'rows' | 'leaves',
  rows: readonly PasteRow[],
  block: readonly (readonly string[])[],
  start: string,
  from: PasteColumn,
): PastePlan => {
  const shown = by === 'rows' ? rows : rows.filter(({ isLeaf }) => isLeaf)
  const first = shown.findIndex(({ id }) => id === start)
  const columns: readonly PasteColumn[] = from === 'points' ? ['points', 'explanation'] : ['explanation']
  const placed = block.flatMap((line, index): Placed[] => {
    const row = shown[first + index]
    const own = row ? columns.flatMap((column, at) => (line[at] ? [place(row, column, line[at], index + 1)] : [])) : []
    const rest = line
      .slice(row ? columns.length : 0)
      .filter(Boolean)
      .join(' ')
    return rest === '' ? own : [...own, { left: { line: index + 1, text: rest, why: 'beyond' } }]
  })
  return planOf(by, placed)
}

const shape = ({ cells }: PastePlan): string =>
  cells.map(({ nodeId, column, text, points }) => `${nodeId} ${column} ${points === undefined ? text : pointsText(points)}`).join('\n')

/**
 * Lays a block copied from a spreadsheet over the sheet. A block with a column of codes of the sheet goes by these, whatever the order. Any other block
 * goes down the rows as they are shown from `start`: what falls on the row of a group is left out and told of. Where the leaves alone, one after
 * another, would take it otherwise, that way stands among `others`; `way` asks for it. Points, then explanation; empty cells change nothing.
 */
export const layPaste = (rows: readonly PasteRow[], text: string, start: string, from: PasteColumn, way?: PasteWay): PastePlan => {
  const block = readClipboard(text)
  const byCode = from === 'points' && (way === undefined || way === 'code') ? layByCode(rows, block) : undefined
  if (byCode) return byCode
  const [byRows, byLeaves] = [layDown('rows', rows, block, start, from), layDown('leaves', rows, block, start, from)]
  if (shape(byRows) === shape(byLeaves) && byRows.left.length === byLeaves.left.length) return byRows
  return way === 'leaves' ? { ...byLeaves, others: ['rows'] } : { ...byRows, others: ['leaves'] }
}
