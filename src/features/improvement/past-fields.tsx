import { TextInput } from '@mantine/core'
import { parsePoints, pointsText } from '../../core/exact/points.ts'
import type { PastResult } from '../../core/improvement/past-result.ts'

/** Typed points in the form that is kept; what is no figure stays as it was typed and is refused by name. */
export const storedPoints = (text: string): string => {
  const points = parsePoints(text)
  return points === undefined ? text : pointsText(points)
}

export interface FormProps {
  readonly past: PastResult
  readonly onChange: (past: PastResult) => void
}

/** One cell that is typed into. */
export const cell = (label: string, value: string, onChange: (text: string) => void) => (
  <TextInput size="xs" aria-label={label} value={value} onChange={(event) => onChange(event.currentTarget.value)} />
)
