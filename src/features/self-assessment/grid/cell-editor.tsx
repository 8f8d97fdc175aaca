import { type KeyboardEvent, useLayoutEffect, useRef } from 'react'
import { enterText } from './edits.ts'
import classes from './grid.module.css'
import { move, moveInOrder, stopEditing } from './move.ts'
import type { Selection } from './session.ts'
import type { SheetRow } from './sheet-rows.ts'
import { useSession } from './use-session.ts'

interface Props {
  readonly row: SheetRow
  readonly selection: Selection
  readonly label: string
}

/** The open editor of one cell. Its text is taken on Enter, Tab, or when the officer goes elsewhere; Escape leaves the cell as it was. */
export const CellEditor = ({ row, selection, label }: Props) => {
  const session = useSession()
  const input = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  const { column } = selection
  const take = (): void => {
    session.editor.commit = undefined
    if (input.current) enterText(session, row, column, input.current.value)
  }
  useLayoutEffect(() => {
    const field = input.current
    field?.focus()
    field?.setSelectionRange(field.value.length, field.value.length)
    session.editor.commit = take
    return () => {
      session.editor.commit = undefined
    }
    // The editor opens once; what it starts with does not change under the typist.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [])

  const goOn = (event: KeyboardEvent, go: () => boolean): void => {
    event.preventDefault()
    take()
    stopEditing(session)
    go()
  }
  const press = (event: KeyboardEvent): void => {
    event.stopPropagation()
    // While a Vietnamese word is being composed, keys belong to the input method.
    if (event.nativeEvent.isComposing) return
    const isPoints = column === 'points'
    if (event.key === 'Enter' && !(event.shiftKey || event.altKey)) return goOn(event, () => move(session, selection, 1, 0))
    if (event.key === 'Tab') return goOn(event, () => moveInOrder(session, selection, event.shiftKey ? -1 : 1))
    if (isPoints && event.key === 'ArrowDown') return goOn(event, () => move(session, selection, 1, 0))
    if (isPoints && event.key === 'ArrowUp') return goOn(event, () => move(session, selection, -1, 0))
    if (event.key !== 'Escape') return
    event.preventDefault()
    session.editor.commit = undefined
    stopEditing(session)
  }
  const shared = {
    ref: input,
    defaultValue: selection.text ?? '',
    'aria-label': label,
    className: classes.editor,
    onKeyDown: press,
    onBlur: () => {
      if (!session.editor.commit) return
      take()
      stopEditing(session, false)
    },
  }
  return column === 'points' ? (
    <input {...shared} inputMode="decimal" autoComplete="off" maxLength={20} />
  ) : (
    <textarea {...shared} rows={4} maxLength={4000} />
  )
}
