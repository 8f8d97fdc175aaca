import { type FocusEvent, type KeyboardEvent, useRef, useState } from 'react'
import { fold } from '../../../core/fold.ts'
import type { LossKind } from '../../../core/vocabulary.ts'
import { labelsVi } from '../../../language/labels.vi.ts'
import { secondLookTexts } from '../../../language/pages/second-look.ts'
import { appraisalTexts } from '../../../language/pages/appraisal.ts'
import classes from './sheet.module.css'

/** A phrase that the authority keeps, with the kind of loss it tells, or words that were written before in the cycle. */
export interface OfferedReason {
  readonly words: string
  readonly kind?: LossKind
}

interface Props {
  readonly id: string
  readonly code: string
  readonly reason: string
  readonly hint: string
  readonly isDue: boolean
  readonly used: readonly OfferedReason[]
  readonly onChange: (reason: string) => void
  readonly onDone: () => void
}

const offered = 6
/** About so many letters stand in a line; long reasons are read whole. */
const lettersInLine = 26
const rowsFor = (reason: string): number => Math.min(8, Math.max(1, Math.ceil(reason.length / lettersInLine)))

/**
 * The reason of a decision. In use, it offers phrases, and words used before in this cycle, that hold what is typed, with or without diacritics: ↓ goes into
 * them, Enter takes one, Escape comes back. In the field Enter goes on, Shift+Enter makes a new line.
 */
export const ReasonField = ({ id, code, reason, hint, isDue, used, onChange, onDone }: Props) => {
  const [isIn, setIn] = useState(false)
  const leave = (event: FocusEvent<HTMLDivElement>): void => {
    if (!event.currentTarget.contains(event.relatedTarget)) setIn(false)
  }
  const box = useRef<HTMLDivElement>(null)
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    const { selectionEnd, value } = event.currentTarget
    if (event.key === 'ArrowDown' && selectionEnd === value.length) {
      const first = box.current?.querySelector('button')
      if (first) event.preventDefault()
      first?.focus()
    }
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    onDone()
  }
  /** Arrows go along the offers and back into the field above the first. */
  const onOfferKey = (event: KeyboardEvent<HTMLButtonElement>): void => {
    const buttons = [...(box.current?.querySelectorAll('button') ?? [])]
    const at = buttons.indexOf(event.currentTarget)
    if (!['ArrowDown', 'ArrowUp', 'Escape'].includes(event.key)) return
    event.preventDefault()
    const next = event.key === 'ArrowDown' ? buttons[at + 1] : event.key === 'ArrowUp' ? buttons[at - 1] : undefined
    if (next) next.focus()
    else if (event.key !== 'ArrowDown') document.getElementById(id)?.focus()
  }
  const take = (words: string): void => {
    onChange(words)
    document.getElementById(id)?.focus()
  }
  const folded = fold(reason)
  const matching = isIn ? used.filter(({ words }) => words !== reason && fold(words).includes(folded)).slice(0, offered) : []
  return (
    <div onFocus={() => setIn(true)} onBlur={leave} className={classes.reasonBox}>
      <textarea
        id={id}
        className={classes.reason}
        aria-label={appraisalTexts.reasonFor(code)}
        aria-invalid={isDue && !reason.trim()}
        required={isDue}
        placeholder={hint}
        rows={rowsFor(reason)}
        value={reason}
        maxLength={4000}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <span className={classes.printed}>{reason}</span>
      {matching.length > 0 && (
        <div ref={box} className={classes.offers} role="group" aria-label={secondLookTexts.offers}>
          {matching.map(({ words, kind }) => (
            <button key={words} type="button" className={classes.offer} onKeyDown={onOfferKey} onClick={() => take(words)}>
              {kind && <span className={classes.offerKind}>{labelsVi.lossKinds[kind]}: </span>}
              {words}
            </button>
          ))}
        </div>
      )}
    </div>
  )
}
