import { Button, Text } from '@mantine/core'
import { useState } from 'react'
import { appraisalTexts } from '../../language/pages/appraisal.ts'
import { Confirm } from '../../web/widgets/confirm.tsx'
import { intentionKey } from '../../web/widgets/intention-key.ts'
import { useChange } from '../../web/widgets/use-call.ts'
import { explanationRoutes } from './explanation-contract.ts'

/** Moves on the units whose time to explain has run out. */
export const EndExplanations = ({ cycleId, units }: { readonly cycleId: string; readonly units: number }) => {
  const [key, setKey] = useState<string>()
  const end = useChange(explanationRoutes.end)
  const run = async (): Promise<void> => {
    const outcome = await end.run({ params: { cycleId }, body: {}, idempotencyKey: key ?? '' })
    if (outcome.ok) setKey(undefined)
  }
  return (
    <>
      <Button variant="default" onClick={() => setKey(intentionKey())}>
        {appraisalTexts.endExplanations}
      </Button>
      <Confirm
        isOpen={key !== undefined}
        title={appraisalTexts.endExplanationsTitle}
        act={appraisalTexts.endExplanations}
        onAct={() => void run()}
        onClose={() => setKey(undefined)}
        isRunning={end.isRunning}
        refused={end.refused}
      >
        <Text>{appraisalTexts.endExplanationsNote(units)}</Text>
      </Confirm>
    </>
  )
}
