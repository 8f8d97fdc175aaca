import { Button, Group, Modal, Stack } from '@mantine/core'
import type { ReactNode } from 'react'
import { widgetTexts } from '../../language/pages/widgets.ts'
import type { Refused } from './client.ts'
import { ErrorState } from './error-state.tsx'

interface Props {
  readonly isOpen: boolean
  readonly title: string
  /** What will happen, in full sentences. */
  readonly children: ReactNode
  /** The act itself: “Nộp bản tự đánh giá”. */
  readonly act: string
  readonly onAct: () => void
  readonly onClose: () => void
  readonly isRunning?: boolean
  readonly refused?: Refused | undefined
  /** For acts that cannot be taken back. */
  readonly isFinal?: boolean
}

/** Asks before something weighty; the button says what it does. A refusal is told inside, and the dialog stays. */
export const Confirm = ({ isOpen, title, children, act, onAct, onClose, isRunning, refused, isFinal }: Props) => (
  <Modal opened={isOpen} onClose={onClose} title={title} closeButtonProps={{ 'aria-label': widgetTexts.close }}>
    <Stack gap="md">
      <div>{children}</div>
      {refused && <ErrorState refused={refused} />}
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onClose}>
          {widgetTexts.cancel}
        </Button>
        <Button onClick={onAct} loading={isRunning ?? false} color={isFinal ? 'red' : 'navy'} data-autofocus>
          {act}
        </Button>
      </Group>
    </Stack>
  </Modal>
)
