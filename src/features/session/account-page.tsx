import { Alert, Button, List, Paper, PasswordInput, Stack, Title } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { labelsVi } from '../../language/labels.vi.ts'
import { sessionTexts } from '../../language/pages/session.ts'
import { ErrorState } from '../../web/widgets/error-state.tsx'
import { PageTitle } from '../../web/widgets/page-title.tsx'
import { useSignedIn } from '../../web/widgets/session.ts'
import { useChange } from '../../web/widgets/use-call.ts'
import { sessionRoutes } from './contract.ts'
import { SecondFactorPanel } from './second-factor-panel.tsx'
import { SessionsPanel } from './sessions-panel.tsx'

const texts = sessionTexts.account

/** The own account: roles, and a new password. */
export const AccountPage = () => {
  const { person, grants, mustChangePassword } = useSignedIn()
  return (
    <>
      <PageTitle under={person.name}>{texts.title}</PageTitle>
      <Stack maw={520} gap="lg">
        {mustChangePassword && (
          <Alert color="yellow" role="status">
            {texts.mustChange}
          </Alert>
        )}
        <ChangePassword mustChange={mustChangePassword} />
        {!mustChangePassword && <SecondFactorPanel />}
        <section>
          <Title order={2} mb="xs">
            {texts.roles}
          </Title>
          <List>
            {grants.map(({ role, unit }) => (
              <List.Item key={role + (unit?.id ?? '')}>
                {labelsVi.roles[role]}, {unit?.name ?? texts.wholeAuthority}
              </List.Item>
            ))}
          </List>
        </section>
        {!mustChangePassword && <SessionsPanel />}
      </Stack>
    </>
  )
}

const ChangePassword = ({ mustChange }: { readonly mustChange: boolean }) => {
  const change = useChange(sessionRoutes.changePassword, { refreshes: [] })
  const [isDone, setDone] = useState(false)
  const [differs, setDiffers] = useState(false)
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const form = event.currentTarget
    const fields = new FormData(form)
    const next = String(fields.get('next'))
    setDone(false)
    setDiffers(next !== fields.get('repeat'))
    if (next !== fields.get('repeat')) return
    const outcome = await change.run({ body: { current: String(fields.get('current')), next } })
    if (!outcome.ok) return
    // What the session may do is known anew.
    if (mustChange) return location.assign('/')
    form.reset()
    setDone(true)
  }
  const problemAt = (place: string): string | undefined => change.refused?.problems.find(({ at }) => at === place)?.message
  const isElsewhere = change.refused?.problems.some(({ at }) => at !== 'current' && at !== 'next')
  return (
    <Paper p="lg">
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap="sm">
          <Title order={2}>{texts.changePassword}</Title>
          {isDone && (
            <Alert color="green" role="status">
              {texts.changed}
            </Alert>
          )}
          {change.refused && isElsewhere && <ErrorState refused={change.refused} />}
          <PasswordInput
            name="current"
            label={texts.current}
            autoComplete="current-password"
            required
            error={problemAt('current') && texts.wrongCurrent}
          />
          <PasswordInput
            name="next"
            label={texts.next}
            description={texts.nextHint}
            autoComplete="new-password"
            required
            error={problemAt('next')}
          />
          <PasswordInput name="repeat" label={texts.repeat} autoComplete="new-password" required error={differs && texts.notTheSame} />
          <div>
            <Button type="submit" loading={change.isRunning}>
              {texts.save}
            </Button>
          </div>
        </Stack>
      </form>
    </Paper>
  )
}
