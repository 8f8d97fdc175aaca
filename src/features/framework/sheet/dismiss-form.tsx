import { Button, Group, TextInput } from '@mantine/core'
import { useState } from 'react'
import { frameworkTexts } from '../../../language/pages/framework.ts'
import type { DraftProblemView } from '../contract.ts'
import { useDraft } from '../use-draft.ts'

const words = frameworkTexts.problems

/** Lets problems stand as they are, with the reason: one, or a whole group. */
export const DismissForm = ({ problems, act }: { readonly problems: readonly DraftProblemView[]; readonly act: string }) => {
  const { edit } = useDraft()
  const [isOpen, setOpen] = useState(false)
  const [reason, setReason] = useState<string>(words.dismissDefault)
  if (!isOpen)
    return (
      <Button variant="subtle" size="compact-sm" onClick={() => setOpen(true)}>
        {act}
      </Button>
    )
  const save = (): void =>
    void edit(...problems.map(({ key, problem }) => ({ kind: 'dismiss' as const, at: problem.at, problem: key, reason })))
  return (
    <Group
      gap="xs"
      component="form"
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setOpen(false)
      }}
    >
      <TextInput
        size="xs"
        aria-label={words.dismissReason}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        data-autofocus
        autoFocus
        w={300}
        maw="100%"
      />
      <Button type="submit" size="compact-sm" disabled={reason.trim() === ''}>
        {words.dismissSave}
      </Button>
    </Group>
  )
}
