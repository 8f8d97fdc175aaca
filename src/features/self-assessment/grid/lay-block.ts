import { pointsText } from '../../../core/exact/points.ts'
import { layPaste, type PastedCell, type PastePlan, type PasteWay } from '../../../core/self-assessment/lay-paste.ts'
import { apply, type ClaimEdit, entryAt, heldText, sentence } from './edits.ts'
import type { Claim, Entry } from './entry.ts'
import type { GridColumn, SheetSession } from './session.ts'

/** A copied block and where it was put in. */
export interface Pasted {
  readonly text: string
  readonly nodeId: string
  readonly column: GridColumn
}

/** Lays a copied block over the sheet from the selected cell, without changing anything yet. */
export const planPaste = (session: SheetSession, { text, nodeId, column }: Pasted, way?: PasteWay): PastePlan =>
  layPaste(
    session.rows.all.map(({ node, isLeaf }) => ({ ...node, isLeaf })),
    text,
    nodeId,
    column,
    way,
  )

export const pasteMessage = ({ problems }: PastedCell): string => sentence(problems)

const withCell = (before: Claim, { column, text, points }: PastedCell): Claim => {
  if (column === 'explanation') return { ...before, explanation: text }
  if (points === undefined) return before
  return { status: 'scored', points: pointsText(points), ...(before.explanation && { explanation: before.explanation }) }
}

const editOf = (entry: Entry, cells: readonly PastedCell[]): ClaimEdit => {
  const value = cells.filter(({ problems }) => problems.length === 0).reduce(withCell, entry.value)
  const unfit = cells.find(({ problems }) => problems.length > 0)
  return unfit ? { ...heldText(entry, unfit.text, pasteMessage(unfit)), value } : { id: entry.stored.id, value }
}

/** Puts a laid block in, as one step of undo: what fits stands, what does not stays in its cell as text to be corrected. */
export const applyPaste = (session: SheetSession, { cells }: PastePlan): number => {
  const own = cells.filter(({ nodeId }) => session.rows.byId.get(nodeId)?.isOwn)
  const byLeaf = Map.groupBy(own, ({ nodeId }) => nodeId)
  apply(
    session,
    [...byLeaf].map(([nodeId, ofLeaf]) => editOf(entryAt(session, nodeId), ofLeaf)),
  )
  return own.filter(({ problems }) => problems.length === 0).length
}
