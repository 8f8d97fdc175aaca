import type { GridColumn, Selection, SheetSession } from './session.ts'

const columns: readonly GridColumn[] = ['points', 'explanation']

/** Goes to a cell; an open editor takes its text first. */
export const select = (session: SheetSession, nodeId: string, column: GridColumn = 'points', takesFocus = true): void => {
  session.editor.commit?.()
  session.selection.change(() => ({ nodeId, column, takesFocus }))
}

/** Leaves the editor of a cell; the focus goes back to the cell. */
export const stopEditing = (session: SheetSession, takesFocus = true): void =>
  session.selection.change((selection) => selection && { nodeId: selection.nodeId, column: selection.column, takesFocus })

/** Opens the cell for editing, with this text in it. */
export const edit = (session: SheetSession, text: string): void =>
  session.selection.change((selection) => selection && { ...selection, text, takesFocus: true })

/** Up and down among the leaves the unit scores, left and right among the two columns. Whether there was somewhere to go. */
export const move = (session: SheetSession, { nodeId, column }: Selection, rows: number, across: number): boolean => {
  const { own } = session.rows
  const at = own.findIndex(({ id }) => id === nodeId)
  const row = own[Math.min(Math.max(at + rows, 0), own.length - 1)]
  const next = columns[Math.min(Math.max(columns.indexOf(column) + across, 0), columns.length - 1)]
  if (!row || !next || (row.id === nodeId && next === column)) return false
  select(session, row.id, next)
  return true
}

/** To the next cell in reading order, as Tab goes in a spreadsheet; past the last one the focus leaves the table. */
export const moveInOrder = (session: SheetSession, selection: Selection, step: 1 | -1): boolean => {
  const across = columns.indexOf(selection.column) + step
  if (across >= 0 && across < columns.length) return move(session, selection, 0, step)
  const at = session.rows.own.findIndex(({ id }) => id === selection.nodeId) + step
  const row = session.rows.own[at]
  if (!row) return false
  select(session, row.id, step === 1 ? 'points' : 'explanation')
  return true
}
