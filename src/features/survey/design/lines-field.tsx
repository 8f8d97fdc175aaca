import { Textarea } from '@mantine/core'
import { useState } from 'react'

interface Props {
  readonly label: string
  readonly description?: string
  readonly lines: readonly string[]
  readonly onChange: (lines: readonly string[]) => void
  /** Empty lines between count: they are levels without words yet. */
  readonly minRows?: number
}

/** Several short texts, one per line: a list is pasted as easily as it is typed. What is typed stays as it is until something else is put in from outside. */
export const LinesField = ({ label, description, lines, onChange, minRows = 3 }: Props) => {
  const [typed, setTyped] = useState(lines.join('\n'))
  const read = (text: string): string[] =>
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
  const isSame = read(typed).join('\n') === lines.join('\n')
  return (
    <Textarea
      label={label}
      description={description}
      autosize
      minRows={minRows}
      value={isSame ? typed : lines.join('\n')}
      onChange={(event) => {
        setTyped(event.currentTarget.value)
        onChange(read(event.currentTarget.value))
      }}
    />
  )
}
