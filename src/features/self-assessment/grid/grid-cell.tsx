import { type ReactNode, useLayoutEffect, useRef } from 'react'
import { selfAssessmentTexts as texts } from '../../../language/pages/self-assessment.ts'
import { CellEditor } from './cell-editor.tsx'
import { editText } from './edits.ts'
import classes from './grid.module.css'
import { edit, select } from './move.ts'
import type { GridColumn, Selection } from './session.ts'
import type { SheetRow } from './sheet-rows.ts'
import type { Entry } from './entry.ts'
import { useSession } from './use-session.ts'

interface Props {
  readonly row: SheetRow
  readonly entry: Entry
  readonly column: GridColumn
  readonly selection: Selection | undefined
  readonly state?: string | undefined
  readonly describedBy?: string | undefined
  readonly children: ReactNode
}

/** A cell one can stand on, type into and paste over. */
export const GridCell = ({ row, entry, column, selection, state, describedBy, children }: Props) => {
  const session = useSession()
  const cell = useRef<HTMLTableCellElement>(null)
  const own = selection?.column === column ? selection : undefined
  const isEditing = own?.text !== undefined
  useLayoutEffect(() => {
    if (own?.takesFocus && !isEditing) cell.current?.focus()
  }, [own, isEditing])
  const label = `${column === 'points' ? texts.columns.points : texts.columns.explanation} ${row.node.code}`
  return (
    <td
      ref={cell}
      role="gridcell"
      className={column === 'points' ? classes.points : classes.explanation}
      data-state={state}
      data-selected={own !== undefined}
      tabIndex={own ? 0 : -1}
      aria-selected={own !== undefined}
      aria-readonly={!session.canChange}
      {...(state === 'refused' && { 'aria-invalid': true })}
      {...(describedBy && { 'aria-describedby': describedBy })}
      onMouseDown={() => !isEditing && select(session, row.id, column)}
      onDoubleClick={() => session.canChange && !isEditing && edit(session, editText(entry, column))}
    >
      {isEditing && own ? <CellEditor row={row} selection={own} label={label} /> : children}
    </td>
  )
}
