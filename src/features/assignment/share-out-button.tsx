import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { partTexts } from '../../language/pages/parts.ts'
import { ErrorState } from '../../web/widgets/error-state.tsx'
import { useChange } from '../../web/widgets/use-call.ts'
import { type AssignmentPlan, assignmentRoutes } from './contract.ts'

const texts = partTexts.shareOut

/** Hands the self-assessment out to the divisions as the assignment stands; afterwards it follows the assignment by itself. */
export const ShareOut = ({ plan }: { readonly plan: AssignmentPlan }) => {
  const share = useChange(assignmentRoutes.shareOut, { refreshes: [assignmentRoutes.plan] })
  const [told, tell] = useState('')
  if (plan.isSharedOut === undefined || !['preparing', 'selfAssessing'].includes(plan.cycle.stage)) return null
  const act = async (): Promise<void> => {
    const outcome = await share.run({ params: { cycleId: plan.cycle.id, unitId: plan.unit.id } })
    tell(outcome.ok ? texts.done(outcome.value.divisions, outcome.value.leaves) : '')
  }
  return (
    <div className="no-print">
      <Group gap="sm">
        <Button variant={plan.isSharedOut ? 'default' : 'filled'} loading={share.isRunning} onClick={() => void act()}>
          {plan.isSharedOut ? texts.again : texts.act}
        </Button>
        <Text size="sm" role="status" maw={640}>
          {told || texts.hint}
        </Text>
      </Group>
      {share.refused && <ErrorState refused={share.refused} />}
    </div>
  )
}
