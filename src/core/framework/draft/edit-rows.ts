import { parsePoints } from '../../exact/points.ts'
import { errorAt } from '../../problem.ts'
import { accept, refuse, type Result } from '../../result.ts'
import type { NodeDraft } from '../build-nodes.ts'
import type { EditOf, RowDirection } from './edit.ts'
import { fitRows, pathTo, replaceRow, type Rows } from './row-tree.ts'

const unknown = (at: string): Result<never> => refuse(errorAt('unknownNode', at, { node: at }))

const newRow = (edit: EditOf<'addRow'>, like: NodeDraft | undefined): Result<NodeDraft> => {
  const printed = parsePoints(edit.maxPoints)
  if (edit.maxPoints.trim() !== '' && printed === undefined) return refuse(errorAt('invalidPoints', edit.at, { value: edit.maxPoints }))
  return accept({
    code: edit.code.normalize('NFC').trim(),
    name: edit.name.normalize('NFC').trim(),
    level: 'area',
    ...(printed === undefined ? {} : { printed }),
    counting: like?.counting ?? 'base',
    source: like?.source ?? 'appraised',
    leadUnits: [],
    coordinatingUnits: [],
    children: [],
  })
}

/** Adds a row before or after another, or as the last below it; `under` the empty place adds an area at the end. */
export const addRow = (rows: Rows, edit: EditOf<'addRow'>): Result<Rows> => {
  const target = pathTo(rows, edit.at).at(-1)
  const isArea = edit.at === '' && edit.place === 'under'
  if (!isArea && !target) return unknown(edit.at)
  const row = newRow(edit, target)
  if (!row.ok) return row
  if (isArea) return accept(fitRows([...rows, row.value]))
  const placed = (found: NodeDraft): Rows => {
    if (edit.place === 'under') return [{ ...found, children: [...found.children, row.value] }]
    return edit.place === 'before' ? [row.value, found] : [found, row.value]
  }
  return accept(fitRows(replaceRow(rows, edit.at, placed)))
}

/** Takes a row and what is below it away; the last area of a framework stays. */
export const removeRow = (rows: Rows, { at }: EditOf<'removeRow'>): Result<Rows> => {
  if (pathTo(rows, at).length === 0) return unknown(at)
  const left = replaceRow(rows, at, () => [])
  return left.length === 0 ? refuse(errorAt('missingField', 'nodes', { field: 'nodes' })) : accept(left)
}

const swap = (list: Rows, index: number, other: number): Rows | undefined => {
  const [row, neighbour] = [list[index], list[other]]
  return row && neighbour && list.map((each, place) => (place === index ? neighbour : place === other ? row : each))
}

/** The row becomes the last child of the one above it. */
const moveIn = (siblings: Rows, index: number): Rows | undefined => {
  const [above, row] = [siblings[index - 1], siblings[index]]
  if (!above || !row) return undefined
  return siblings.flatMap((each) => (each === row ? [] : each === above ? [{ ...above, children: [...above.children, row] }] : [each]))
}

const moveAmong = (siblings: Rows, at: string, direction: Exclude<RowDirection, 'out'>): Rows | undefined => {
  const index = siblings.findIndex(({ id }) => id === at)
  if (direction === 'in') return moveIn(siblings, index)
  return swap(siblings, index, direction === 'up' ? index - 1 : index + 1)
}

/** The row becomes the next sibling of its parent; the rows that stood after it stay where they are. */
const moveOut = (rows: Rows, row: NodeDraft, parent: NodeDraft): Rows =>
  replaceRow(rows, parent.id ?? '', (found) => [{ ...found, children: found.children.filter(({ id }) => id !== row.id) }, row])

/** Moves a row, with what is below it, among its siblings, below the row above it, or out of its parent. */
export const moveRow = (rows: Rows, { at, direction }: EditOf<'moveRow'>): Result<Rows> => {
  const path = pathTo(rows, at)
  const [parent, row] = [path.at(-2), path.at(-1)]
  if (!row) return unknown(at)
  const cannot = refuse(errorAt('cannotMoveRow', at, { direction }))
  if (direction === 'out') return parent ? accept(fitRows(moveOut(rows, row, parent))) : cannot
  const siblings = moveAmong(parent?.children ?? rows, at, direction)
  if (!siblings) return cannot
  return accept(fitRows(parent ? replaceRow(rows, parent.id ?? '', (found) => [{ ...found, children: siblings }]) : siblings))
}
