import { Button, Text } from '@mantine/core'
import { useState } from 'react'
import { councilTexts } from '../../../language/pages/council.ts'
import { Confirm } from '../../../web/widgets/confirm.tsx'
import { intentionKey } from '../../../web/widgets/intention-key.ts'
import { useChange } from '../../../web/widgets/use-call.ts'
import { councilRoutes } from '../council-contract.ts'

/** Ends the meeting for units of which everything is decided; it says how much is left. */
export const FinishMeeting = ({ cycleId, left }: { readonly cycleId: string; readonly left: number }) => {
  const [key, setKey] = useState<string>()
  const finish = useChange(councilRoutes.finish)
  const run = async (): Promise<void> => {
    const outcome = await finish.run({ params: { cycleId }, body: {}, idempotencyKey: key ?? '' })
    if (outcome.ok) setKey(undefined)
  }
  return (
    <>
      <Button onClick={() => setKey(intentionKey())}>{councilTexts.finish}</Button>
      <Confirm
        isOpen={key !== undefined}
        title={councilTexts.finishTitle}
        act={councilTexts.finish}
        onAct={() => void run()}
        onClose={() => setKey(undefined)}
        isRunning={finish.isRunning}
        refused={finish.refused}
      >
        <Text>{councilTexts.finishNote(left)}</Text>
      </Confirm>
    </>
  )
}
