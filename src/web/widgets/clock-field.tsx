import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { widgetTexts } from '../../language/pages/widgets.ts'

interface Props {
  readonly label: string
  readonly hint?: string
  /** `17:00`, or empty. */
  readonly value: string
  readonly onChange: (value: string) => void
}

/** "17:00" out of what people write: `17`, `17h`, `17h30`, `17 giờ 30`, `17:30`; nothing where it is no hour of the day. */
export const readClock = (text: string): string | undefined => {
  const [, hours = '', minutes = '00'] =
    /^\s*(\d{1,2})\s*(?:(?:h|giờ|:|\.)\s*(\d{2})?(?:\s*(?:phút|ph))?)?\s*$/iu.exec(text.normalize('NFC')) ?? []
  return hours !== '' && Number(hours) < 24 && Number(minutes) < 60 ? `${hours.padStart(2, '0')}:${minutes}` : undefined
}

/** An hour of the day, typed as people write it, on a clock of 24 hours in every browser. */
export const ClockField = ({ label, hint, value, onChange }: Props) => {
  const [typed, setTyped] = useState(value)
  const read = readClock(typed)
  const isWrong = typed.trim() !== '' && read === undefined
  const take = (text: string): void => {
    setTyped(text)
    const time = readClock(text)
    if (text.trim() === '' || time !== undefined) onChange(time ?? '')
  }
  return (
    <TextInput
      // The form is not sent while this is no hour: the field is shown and says why.
      ref={(input) => input?.setCustomValidity(isWrong ? widgetTexts.wrongClock : '')}
      label={label}
      {...(hint && { description: hint })}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      placeholder="17:00"
      inputMode="numeric"
      maxLength={12}
      value={typed}
      error={isWrong && widgetTexts.wrongClock}
      onChange={(event) => take(event.currentTarget.value)}
      onBlur={() => read && setTyped(read)}
    />
  )
}
