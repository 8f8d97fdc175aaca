import { Button, Group, TextInput } from '@mantine/core'
import { useState } from 'react'
import { appraisalTexts } from '../../../language/pages/appraisal.ts'
import type { Sheet } from './use-sheet.ts'

/** Where a survey or an index did not take place, every leaf of such a source that is left is decided at once, with one reason. */
export const NotMeasured = ({ sheet }: { readonly sheet: Sheet }) => {
  const [reason, setReason] = useState('')
  const left = sheet.rows.filter(({ leaf, node }) => leaf && node.source !== 'appraised' && sheet.draftAt(node.id).status === 'missing')
  if (left.length === 0) return null
  const decide = (): void =>
    sheet.autosave.edit(left.map(({ node }) => ({ id: node.id, value: { status: 'notMeasured', typed: '', reason: reason.trim() } })))
  return (
    <Group gap="sm" align="flex-end" className="no-print">
      <TextInput
        label={appraisalTexts.allNotMeasuredReason}
        placeholder={appraisalTexts.allNotMeasuredHint}
        value={reason}
        maxLength={4000}
        flex="1 1 260px"
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button variant="default" disabled={!reason.trim()} onClick={decide}>
        {appraisalTexts.allNotMeasured(left.length)}
      </Button>
    </Group>
  )
}
