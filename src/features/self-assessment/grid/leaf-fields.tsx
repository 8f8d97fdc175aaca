import { Textarea, TextInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import { selfAssessmentTexts } from '../../../language/pages/self-assessment.ts'
import { editText, enterText } from './edits.ts'
import type { Entry } from './entry.ts'
import type { SheetRow } from './sheet-rows.ts'
import { useSession } from './use-session.ts'

const texts = selfAssessmentTexts.panel

interface Props {
  readonly row: SheetRow
  readonly entry: Entry
}

/** The points where there is no room for the grid. */
export const PointsField = ({ row, entry }: Props) => {
  const session = useSession()
  const shown = editText(entry, 'points')
  const [typed, setTyped] = useState(shown)
  useEffect(() => setTyped(shown), [shown])
  return (
    <TextInput
      label={texts.points}
      inputMode="decimal"
      size="lg"
      value={typed}
      readOnly={!session.canChange}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={() => typed !== shown && enterText(session, row, 'points', typed)}
      error={entry.held?.message}
    />
  )
}

export const ExplanationField = ({ row, entry }: Props) => {
  const session = useSession()
  const shown = entry.value.explanation ?? ''
  const [typed, setTyped] = useState(shown)
  useEffect(() => setTyped(shown), [shown])
  return (
    <Textarea
      label={entry.value.status === 'notApplicable' ? texts.basis : texts.explanation}
      autosize
      minRows={2}
      maxRows={10}
      maxLength={4000}
      value={typed}
      readOnly={!session.canChange}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={() => typed !== shown && enterText(session, row, 'explanation', typed)}
    />
  )
}
