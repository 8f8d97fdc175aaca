import { Button, Group, Paper, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { sessionTexts } from '../../language/pages/session.ts'
import { ErrorState } from '../../web/widgets/error-state.tsx'
import { Loaded } from '../../web/widgets/loaded.tsx'
import { QrPicture } from '../../web/widgets/qr-picture.tsx'
import { useCall, useChange } from '../../web/widgets/use-call.ts'
import { sessionRoutes } from './contract.ts'

const texts = sessionTexts.account.secondFactor
const refreshes = { refreshes: [sessionRoutes.secondFactor] } as const

/** The second factor of the own account: off, being set up, on; with recovery codes shown once. */
export const SecondFactorPanel = () => {
  const state = useCall(sessionRoutes.secondFactor)
  const [codes, setCodes] = useState<readonly string[]>()
  return (
    <Paper p="lg">
      <Stack gap="sm">
        <Title order={2}>{texts.title}</Title>
        {codes ? (
          <RecoveryCodes codes={codes} onDone={() => setCodes(undefined)} />
        ) : (
          <Loaded call={state}>
            {({ isOn, recoveryCodesLeft }) => (
              <>
                <Text>{isOn ? texts.on(String(recoveryCodesLeft)) : texts.off}</Text>
                {isOn ? <SwitchOff /> : <SetUp onCodes={setCodes} />}
              </>
            )}
          </Loaded>
        )}
      </Stack>
    </Paper>
  )
}

const fieldOf = (event: FormEvent<HTMLFormElement>, name: string): string => {
  event.preventDefault()
  return String(new FormData(event.currentTarget).get(name))
}

const SetUp = ({ onCodes }: { readonly onCodes: (codes: readonly string[]) => void }) => {
  const begin = useChange(sessionRoutes.setUpSecondFactor, { refreshes: [] })
  const confirm = useChange(sessionRoutes.confirmSecondFactor, refreshes)
  const [made, setMade] = useState<{ readonly secret: string; readonly address: string }>()
  const start = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    const outcome = await begin.run({ body: { password: fieldOf(event, 'password') } })
    if (outcome.ok) setMade(outcome.value)
  }
  const finish = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    const outcome = await confirm.run({ body: { code: fieldOf(event, 'code') } })
    if (outcome.ok) onCodes(outcome.value.recoveryCodes)
  }
  if (made === undefined)
    return (
      <form onSubmit={(event) => void start(event)}>
        <Stack gap="sm">
          {begin.refused && <ErrorState refused={begin.refused} />}
          <PasswordInput name="password" label={texts.password} autoComplete="current-password" required />
          <div>
            <Button type="submit" loading={begin.isRunning}>
              {texts.begin}
            </Button>
          </div>
        </Stack>
      </form>
    )
  return (
    <form onSubmit={(event) => void finish(event)}>
      <Stack gap="sm">
        <Text>{texts.scan}</Text>
        <QrPicture text={made.address} title={texts.picture} size={200} />
        <Text size="sm">
          {texts.byHand} <code style={{ overflowWrap: 'anywhere' }}>{made.secret}</code>
        </Text>
        {confirm.refused && <ErrorState refused={confirm.refused} />}
        <TextInput name="code" label={sessionTexts.code.label} autoComplete="one-time-code" inputMode="numeric" required />
        <div>
          <Button type="submit" loading={confirm.isRunning}>
            {texts.confirm}
          </Button>
        </div>
      </Stack>
    </form>
  )
}

const RecoveryCodes = ({ codes, onDone }: { readonly codes: readonly string[]; readonly onDone: () => void }) => (
  <>
    <Title order={3}>{texts.codesTitle}</Title>
    <Text>{texts.codesText}</Text>
    <ul style={{ columns: 2, fontFamily: 'monospace', margin: 0 }}>
      {codes.map((code) => (
        <li key={code}>{code}</li>
      ))}
    </ul>
    <Group className="no-print">
      <Button variant="default" onClick={() => print()}>
        {texts.print}
      </Button>
      <Button onClick={onDone}>{texts.done}</Button>
    </Group>
  </>
)

const SwitchOff = () => {
  const end = useChange(sessionRoutes.endSecondFactor, refreshes)
  return (
    <form onSubmit={(event) => void end.run({ body: { password: fieldOf(event, 'password') } })}>
      <Stack gap="sm">
        {end.refused && <ErrorState refused={end.refused} />}
        <PasswordInput name="password" label={texts.password} autoComplete="current-password" required />
        <div>
          <Button type="submit" variant="default" loading={end.isRunning}>
            {texts.end}
          </Button>
        </div>
      </Stack>
    </form>
  )
}
