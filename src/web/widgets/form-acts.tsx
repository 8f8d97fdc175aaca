import { Button, Group } from '@mantine/core'
import { widgetTexts } from '../../language/pages/widgets.ts'
import type { Refused } from './client.ts'
import { ErrorState } from './error-state.tsx'

interface Props {
  /** What sending the form does: “Lưu”, “Ban hành”. */
  readonly act: string
  readonly onCancel: () => void
  readonly isRunning: boolean
  /** While something due is not filled in. */
  readonly isIncomplete?: boolean
  readonly refused?: Refused | undefined
}

/** How a form in a dialog ends: why it was refused, the way back, and the act itself. */
export const FormActs = ({ act, onCancel, isRunning, isIncomplete, refused }: Props) => (
  <>
    {refused && <ErrorState refused={refused} />}
    <Group justify="flex-end" gap="sm">
      <Button variant="default" onClick={onCancel}>
        {widgetTexts.cancel}
      </Button>
      <Button type="submit" loading={isRunning} disabled={isIncomplete ?? false}>
        {act}
      </Button>
    </Group>
  </>
)
