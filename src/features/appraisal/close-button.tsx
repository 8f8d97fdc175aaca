import { Button, Checkbox, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { appraisalTexts } from '../../language/pages/appraisal.ts'
import { Confirm } from '../../web/widgets/confirm.tsx'
import { intentionKey } from '../../web/widgets/intention-key.ts'
import { useAddress } from '../../web/widgets/use-address.ts'
import { useChange } from '../../web/widgets/use-call.ts'
import { appraisalRoutes } from './contract.ts'

/** Closes the appraisal of the whole cycle; every unit in the way is told by name. */
export const CloseButton = ({ cycleId }: { readonly cycleId: string }) => {
  // The page of the cycle leads here with the question open.
  const [asked, setAsked] = useAddress('ket-thuc')
  const [key, setKey] = useState(() => (asked ? intentionKey() : undefined))
  const [acceptsUnsubmitted, accept] = useState(false)
  const close = useChange(appraisalRoutes.close)
  const open = (): void => {
    close.forget()
    setKey(intentionKey())
  }
  const run = async (): Promise<void> => {
    const outcome = await close.run({ params: { cycleId }, body: { acceptsUnsubmitted }, idempotencyKey: key ?? '' })
    if (outcome.ok) leave()
  }
  const leave = (): void => {
    setKey(undefined)
    setAsked('')
  }
  return (
    <>
      <Button onClick={open}>{appraisalTexts.close}</Button>
      <Confirm
        isOpen={key !== undefined}
        title={appraisalTexts.closeTitle}
        act={appraisalTexts.close}
        onAct={() => void run()}
        onClose={leave}
        isRunning={close.isRunning}
        refused={close.refused}
        isFinal
      >
        <Stack gap="sm">
          <Text>{appraisalTexts.closeNote}</Text>
          <Checkbox
            label={appraisalTexts.acceptsUnsubmitted}
            checked={acceptsUnsubmitted}
            onChange={(event) => {
              accept(event.currentTarget.checked)
              // Another answer is another intention.
              setKey(intentionKey())
            }}
          />
        </Stack>
      </Confirm>
    </>
  )
}
