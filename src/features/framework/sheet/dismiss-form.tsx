import { Button, Group, TextInput } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { frameworkTexts } from '../../../language/pages/framework.ts'
import type { DraftProblemView } from '../framework-shapes.ts'
import { useDraft } from '../use-draft.ts'

const words = frameworkTexts.problems

interface Props {
  readonly problems: readonly DraftProblemView[]
  readonly act: string
}

/** Lets problems stand as they are, with the reason: one, or a whole group. */
export const DismissForm = ({ problems, act }: Props) => {
  const [isOpen, setOpen] = useState(false)
  if (isOpen) return <Reason problems={problems} onEnd={() => setOpen(false)} />
  return (
    <Button variant="subtle" size="compact-sm" onClick={() => setOpen(true)}>
      {act}
    </Button>
  )
}

const Reason = ({ problems, onEnd }: { readonly problems: readonly DraftProblemView[]; readonly onEnd: () => void }) => {
  const { edit } = useDraft()
  const [reason, setReason] = useState<string>(words.dismissDefault)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.select(), [])
  const save = async (): Promise<void> => {
    const edits = problems.map(({ key, problem }) => ({ kind: 'dismiss' as const, at: problem.at, problem: key, reason }))
    if (!(await edit(...edits))) onEnd()
  }
  return (
    <Group
      gap="xs"
      component="form"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <TextInput
        ref={field}
        size="xs"
        aria-label={words.dismissReason}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onEnd()
        }}
        w={300}
        maw="100%"
      />
      <Button type="submit" size="compact-sm" disabled={reason.trim() === ''}>
        {words.dismissSave}
      </Button>
    </Group>
  )
}
