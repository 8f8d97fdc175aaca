import { type FocusEvent, type KeyboardEvent, useState } from 'react'
import { appraisalTexts } from '../../../language/pages/appraisal.ts'
import classes from './sheet.module.css'

interface Props {
  readonly id: string
  readonly code: string
  readonly reason: string
  readonly hint: string
  readonly isDue: boolean
  readonly used: readonly string[]
  readonly onChange: (reason: string) => void
  readonly onDone: () => void
}

const offered = 6
/** About so many letters stand in a line; long reasons are read whole. */
const lettersInLine = 26
const rowsFor = (reason: string): number => Math.min(8, Math.max(1, Math.ceil(reason.length / lettersInLine)))

/** The reason of a decision. Empty and in use, it offers the phrases used before in this cycle; Enter goes on, Shift+Enter makes a new line. */
export const ReasonField = ({ id, code, reason, hint, isDue, used, onChange, onDone }: Props) => {
  const [isIn, setIn] = useState(false)
  const leave = (event: FocusEvent<HTMLDivElement>): void => {
    if (!event.currentTarget.contains(event.relatedTarget)) setIn(false)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    onDone()
  }
  const folded = reason.trim().toLowerCase()
  const matching = used.filter((each) => each !== reason && each.toLowerCase().includes(folded)).slice(0, offered)
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
      {isIn && matching.length > 0 && (
        <div className={classes.offers} role="group" aria-label={appraisalTexts.usedReasons}>
          {matching.map((each) => (
            <button key={each} type="button" className={classes.offer} onClick={() => onChange(each)}>
              {each}
            </button>
          ))}
        </div>
      )}
    </div>
  )
}
