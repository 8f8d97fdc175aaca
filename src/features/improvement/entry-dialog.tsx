import { Modal, Stack } from '@mantine/core'
import { type FormEvent, type ReactNode, useState } from 'react'
import { improvementWords as words } from '../../language/pages/improvement.ts'
import { widgetTexts } from '../../language/pages/widgets.ts'
import type { Refused } from '../../web/widgets/client.ts'
import { FormActs } from '../../web/widgets/form-acts.tsx'
import { EntryFields, type EntryField, type Values } from './entry-fields.tsx'

interface Props {
  readonly title: string
  readonly fields: readonly EntryField[]
  readonly initial: Values
  readonly act?: string
  readonly more?: (values: Values, onChange: (values: Values) => void) => ReactNode
  readonly isRunning: boolean
  readonly refused: Refused | undefined
  readonly onSave: (values: Values) => void
  readonly onClose: () => void
}

/** One entry of a list in a dialog; it stays until what was typed is kept. */
export const EntryDialog = ({ title, fields, initial, act = words.save, more, isRunning, refused, onSave, onClose }: Props) => {
  const [values, setValues] = useState(initial)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    onSave(values)
  }
  return (
    <Modal opened onClose={onClose} title={title} size="lg" closeButtonProps={{ 'aria-label': widgetTexts.close }}>
      <form onSubmit={submit}>
        <Stack gap="md">
          <EntryFields fields={fields} values={values} onChange={setValues} />
          {more?.(values, setValues)}
          <FormActs act={act} onCancel={onClose} isRunning={isRunning} refused={refused} />
        </Stack>
      </form>
    </Modal>
  )
}
