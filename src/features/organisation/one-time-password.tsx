import { Button, Code, Group, Modal, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { organisationTexts } from '../../language/pages/organisation.ts'

const texts = organisationTexts.oneTime

export interface Handover {
  readonly person: { readonly name: string; readonly signInName: string }
  readonly password: string
}

/** The one time that a made-up password is seen; closed only on purpose. */
export const OneTimePassword = ({ handover, onClose }: { readonly handover: Handover | undefined; readonly onClose: () => void }) => {
  const [isCopied, setCopied] = useState(false)
  const close = (): void => {
    setCopied(false)
    onClose()
  }
  return (
    <Modal opened={handover !== undefined} onClose={close} title={texts.title} closeOnClickOutside={false} withCloseButton={false}>
      {handover && (
        <Stack gap="sm">
          <Text>{texts.text(handover.person.name)}</Text>
          <Text>
            {organisationTexts.signInName}: <strong>{handover.person.signInName}</strong>
          </Text>
          <Code block fz="lg">
            {handover.password}
          </Code>
          <Group justify="space-between">
            <Button variant="default" onClick={() => void navigator.clipboard?.writeText(handover.password).then(() => setCopied(true))}>
              {isCopied ? texts.copied : texts.copy}
            </Button>
            <Button onClick={close}>{texts.done}</Button>
          </Group>
        </Stack>
      )}
    </Modal>
  )
}
