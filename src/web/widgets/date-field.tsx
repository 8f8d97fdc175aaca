import { TextInput } from '@mantine/core'
import { useRef, useState } from 'react'
import { formatDate } from '../../language/format.ts'
import { widgetTexts } from '../../language/pages/widgets.ts'
import classes from './date-field.module.css'
import { isoDateOf } from './iso-date.ts'

interface Props {
  readonly label: string
  /** ISO, or what was typed while it is no date; empty for none. */
  readonly value: string
  /** What is no date is handed on as typed, so that nobody takes it for "none". */
  readonly onChange: (value: string) => void
  readonly description?: string
  readonly error?: string
  readonly required?: boolean
  readonly w?: number
}

const isIso = (value: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(value)

/** A date as offices write it, dd/mm/yyyy, in every browser; typed, or picked from the browser's calendar. */
export const DateField = ({ label, value, onChange, description, error, required, w }: Props) => {
  const [isIn, setIn] = useState(false)
  const [typed, setTyped] = useState('')
  const calendar = useRef<HTMLInputElement>(null)
  const shown = isIn ? typed : formatDate(value)
  const problem = shown.trim() !== '' && !isoDateOf(shown) ? widgetTexts.wrongDate : undefined
  const take = (text: string): void => {
    setTyped(text)
    onChange(isoDateOf(text) ?? text.trim())
  }
  return (
    <TextInput
      label={label}
      {...(description && { description })}
      {...(required && { required })}
      {...(w !== undefined && { w })}
      ref={(field) => field?.setCustomValidity(problem ?? '')}
      placeholder={widgetTexts.dateHint}
      inputMode="numeric"
      autoComplete="off"
      maxLength={10}
      value={shown}
      error={error ?? (isIn ? undefined : problem)}
      onFocus={() => {
        setTyped(formatDate(value))
        setIn(true)
      }}
      onBlur={() => setIn(false)}
      onChange={(event) => take(event.currentTarget.value)}
      rightSectionWidth={38}
      rightSection={
        <span className={classes.picker}>
          <button
            type="button"
            className={classes.button}
            aria-label={widgetTexts.openCalendar(label)}
            onClick={() => calendar.current?.showPicker()}
          >
            <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" fill="none" stroke="currentColor">
              <path d="M2 3.5h12v10.5H2zM2 6.5h12M5 1.5v3M11 1.5v3" />
            </svg>
          </button>
          <input
            ref={calendar}
            type="date"
            className={classes.native}
            tabIndex={-1}
            aria-hidden="true"
            value={isIso(value) ? value : ''}
            onChange={(event) => onChange(event.currentTarget.value)}
          />
        </span>
      }
    />
  )
}
