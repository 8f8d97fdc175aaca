import { Button, Group, Modal, PasswordInput, Stack, Text, TextInput } from '@mantine/core'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { sessionRoutes } from '../../features/session/contract.ts'
import { sessionTexts } from '../../language/pages/session.ts'
import { call, type Refused } from '../widgets/client.ts'
import { ErrorState } from '../widgets/error-state.tsx'
import { useSignedIn } from '../widgets/session.ts'
import { onSignedOut } from '../widgets/signed-out.ts'
import { leaveToSignIn } from './leave.ts'

const texts = sessionTexts.again

/** The field that has just come is the one to type into. */
const focused = (field: HTMLInputElement | null): void => field?.focus()

/** When the session ended in the middle of work: signing in over the page, so that nothing typed is lost. */
export const SignInAgain = () => {
  const { person } = useSignedIn()
  const settle = useRef<((isSignedIn: boolean) => void) | undefined>(undefined)
  const [isOpen, setOpen] = useState(false)
  const [refused, setRefused] = useState<Refused>()
  const [codeIsDue, setCodeIsDue] = useState(false)
  useEffect(
    () =>
      onSignedOut(() => {
        setOpen(true)
        return new Promise((resolve) => {
          settle.current = resolve
        })
      }),
    [],
  )
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const fields = new FormData(event.currentTarget)
    const outcome = codeIsDue
      ? await call(sessionRoutes.giveCode, { body: { code: String(fields.get('code')) } })
      : await call(sessionRoutes.signIn, {
          body: { signInName: String(fields.get('signInName')), password: String(fields.get('password')) },
        })
    setRefused(outcome.ok ? undefined : outcome)
    if (!outcome.ok) return
    if ('secondFactorDue' in outcome.value) return setCodeIsDue(true)
    // Someone else: what stands on the page is not theirs.
    if (outcome.value.person.id !== person.id) return location.assign('/')
    setCodeIsDue(false)
    setOpen(false)
    settle.current?.(true)
  }
  return (
    <Modal
      opened={isOpen}
      onClose={() => undefined}
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
      title={texts.title}
    >
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap="sm">
          <Text>{texts.text}</Text>
          {refused && <ErrorState refused={refused} />}
          {codeIsDue ? (
            <TextInput
              key="code"
              name="code"
              label={sessionTexts.code.label}
              description={sessionTexts.code.hint}
              autoComplete="one-time-code"
              required
              ref={focused}
            />
          ) : (
            <>
              <TextInput name="signInName" label={sessionTexts.signInName} autoComplete="username" required data-autofocus />
              <PasswordInput name="password" label={sessionTexts.password} autoComplete="current-password" required />
            </>
          )}
          <Group justify="space-between">
            <Button type="button" variant="subtle" onClick={leaveToSignIn}>
              {texts.leave}
            </Button>
            <Button type="submit">{sessionTexts.signIn}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
