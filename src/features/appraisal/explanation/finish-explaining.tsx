import { Button, Text } from '@mantine/core'
import { useState } from 'react'
import { explanationTexts } from '../../../language/pages/explanation.ts'
import { Confirm } from '../../../web/widgets/confirm.tsx'
import { intentionKey } from '../../../web/widgets/intention-key.ts'
import { useChange } from '../../../web/widgets/use-call.ts'
import { explanationRoutes, type ExplanationSheet } from '../explanation-contract.ts'

interface Props {
  readonly sheet: ExplanationSheet
  readonly counts: { readonly disputed: number; readonly unanswered: number }
}

/** Sends what the unit has to say; after that it waits. */
export const FinishExplaining = ({ sheet, counts }: Props) => {
  const [key, setKey] = useState<string>()
  const finish = useChange(explanationRoutes.finish)
  const run = async (): Promise<void> => {
    const params = { cycleId: sheet.cycle.id, unitId: sheet.unit.id }
    const outcome = await finish.run({ params, ifMatch: sheet.version, idempotencyKey: key ?? '' })
    if (outcome.ok) setKey(undefined)
  }
  return (
    <>
      <Button onClick={() => setKey(intentionKey())}>{explanationTexts.finish}</Button>
      <Confirm
        isOpen={key !== undefined}
        title={explanationTexts.finishTitle}
        act={explanationTexts.finish}
        onAct={() => void run()}
        onClose={() => setKey(undefined)}
        isRunning={finish.isRunning}
        refused={finish.refused}
        isFinal
      >
        <Text>{explanationTexts.finishNote(counts.disputed, counts.unanswered)}</Text>
      </Confirm>
    </>
  )
}
