import { Button, Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { guidanceTexts as texts } from '../../language/pages/guidance.ts'
import { Confirm } from '../../web/widgets/confirm.tsx'
import { useChange } from '../../web/widgets/use-call.ts'
import { type Guidance, guidanceRoutes } from './contract.ts'

/** Withdraws a paper; asks for the reason first. */
export const WithdrawButton = ({ guidance }: { readonly guidance: Guidance }) => {
  const [isAsked, setAsked] = useState(false)
  const [reason, setReason] = useState('')
  const withdraw = useChange(guidanceRoutes.withdraw, { refreshes: [guidanceRoutes.list] })
  const act = async (): Promise<void> => {
    const outcome = await withdraw.run({ params: { guidanceId: guidance.id }, ifMatch: guidance.version, body: { reason } })
    if (outcome.ok) setAsked(false)
  }
  return (
    <>
      <Button variant="subtle" color="red" size="compact-sm" aria-label={texts.withdrawOf(guidance.title)} onClick={() => setAsked(true)}>
        {texts.withdraw}
      </Button>
      <Confirm
        isOpen={isAsked}
        title={texts.withdrawOf(guidance.title)}
        act={texts.withdraw}
        onAct={() => void act()}
        onClose={() => setAsked(false)}
        isRunning={withdraw.isRunning}
        refused={withdraw.refused}
        isFinal
      >
        <Stack gap="sm">
          <Text>{texts.withdrawNote}</Text>
          <Textarea
            label={texts.reason}
            required
            autosize
            minRows={2}
            maxLength={1000}
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
        </Stack>
      </Confirm>
    </>
  )
}
