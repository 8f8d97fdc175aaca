import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { Refused } from '../../../web/widgets/client.ts'
import classes from './sheet.module.css'

interface Props {
  readonly label: string
  readonly text: string
  readonly isFigure: boolean
  /** What was typed to begin: it takes the place of the text. */
  readonly begunWith?: string | undefined
  readonly onSave: (text: string) => Promise<Refused | undefined>
  /** The cell takes the focus back. */
  readonly onEnd: () => void
}

/** A cell while it is edited: Enter saves, Esc leaves it as it was, Shift+Enter begins a line. What is refused stays, with the reason. */
export const CellEditor = ({ label, text, isFigure, begunWith, onSave, onEnd }: Props) => {
  const [typed, setTyped] = useState(begunWith ?? text)
  const [refused, setRefused] = useState<Refused>()
  const field = useRef<HTMLTextAreaElement>(null)
  const isEnding = useRef(false)
  useEffect(() => {
    field.current?.focus()
    if (begunWith === undefined) field.current?.select()
    else field.current?.setSelectionRange(begunWith.length, begunWith.length)
  }, [begunWith])
  const end = (): void => {
    isEnding.current = true
    onEnd()
  }
  const save = async (): Promise<void> => {
    if (isEnding.current) return
    if (typed.trim() === text.trim()) return end()
    const refusal = await onSave(typed)
    if (!refusal) return end()
    setRefused(refusal)
    field.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation()
    if (event.key === 'Escape') {
      event.preventDefault()
      end()
    } else if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
      event.preventDefault()
      void save()
    }
  }
  const message = refused?.problems[0]?.message
  return (
    <>
      <textarea
        ref={field}
        aria-label={label}
        aria-invalid={message !== undefined}
        className={classes.editor}
        data-figure={isFigure}
        inputMode={isFigure ? 'decimal' : 'text'}
        rows={isFigure ? 1 : Math.min(8, Math.max(typed.split('\n').length, Math.ceil(typed.length / 40)))}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onBlur={() => void save()}
      />
      {message && (
        <span role="alert" className={classes.refusal}>
          {message}
        </span>
      )}
    </>
  )
}
