import { Button, Modal, Stack, Text } from '@mantine/core'
import { useBlocker } from '@tanstack/react-router'
import { useState } from 'react'
import { surveyDesignTexts } from '../../../language/pages/survey-design.ts'
import { widgetTexts } from '../../../language/pages/widgets.ts'

const texts = surveyDesignTexts.leaving

interface Props {
  readonly isChanged: boolean
  /** Absent while something in it cannot stand yet. */
  readonly onSave: (() => Promise<boolean>) | undefined
}

/** Asks before unsaved work is left behind, by a link of ours as by closing the window; tabs of the same page leave nothing. */
export const LeaveUnsaved = ({ isChanged, onSave }: Props) => {
  const [isSaving, setSaving] = useState(false)
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: ({ current, next }) => isChanged && current.pathname !== next.pathname,
    enableBeforeUnload: isChanged,
    withResolver: true,
  })
  const save = async (): Promise<void> => {
    setSaving(true)
    const isSaved = await onSave?.()
    setSaving(false)
    if (isSaved) proceed?.()
    else reset?.()
  }
  return (
    <Modal
      opened={status === 'blocked'}
      onClose={() => reset?.()}
      title={texts.title}
      closeButtonProps={{ 'aria-label': widgetTexts.close }}
    >
      <Stack gap="md">
        <Text>{texts.text}</Text>
        <Stack gap="xs">
          {onSave && (
            <Button onClick={() => void save()} loading={isSaving} data-autofocus>
              {texts.save}
            </Button>
          )}
          <Button variant="default" onClick={() => reset?.()}>
            {texts.stay}
          </Button>
          <Button variant="default" c="red.8" onClick={() => proceed?.()}>
            {texts.leave}
          </Button>
        </Stack>
      </Stack>
    </Modal>
  )
}
