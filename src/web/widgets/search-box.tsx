import { TextInput } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { widgetTexts } from '../../language/pages/widgets.ts'

const pauseOfTyping = 250

interface Props {
  readonly value: string
  /** Called once typing pauses. */
  readonly onChange: (value: string) => void
  readonly label?: string
  readonly hint?: string
}

/** Search without diacritics; `/` brings the focus here. */
export const SearchBox = ({ value, onChange, label = widgetTexts.search, hint = widgetTexts.searchHint }: Props) => {
  const [typed, setTyped] = useState(value)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => setTyped(value), [value])
  useEffect(() => () => clearTimeout(timer.current), [])
  const type = (text: string): void => {
    setTyped(text)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => onChange(text), pauseOfTyping)
  }
  return (
    <TextInput
      type="search"
      label={label}
      placeholder={hint}
      value={typed}
      onChange={(event) => type(event.currentTarget.value)}
      w={320}
      maw="100%"
      className="no-print"
    />
  )
}
