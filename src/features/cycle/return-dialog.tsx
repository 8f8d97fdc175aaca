import { Modal, Stack, Text, Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { cycleTexts } from '../../language/pages/cycle.ts'
import { widgetTexts } from '../../language/pages/widgets.ts'
import { FormActs } from '../../web/widgets/form-acts.tsx'
import { useChange } from '../../web/widgets/use-call.ts'
import { cycleRoutes, type UnitProgress } from './contract.ts'
import { DeadlineFields, deadlineOf } from './deadline-fields.tsx'

const texts = cycleTexts.giveBack

interface Props {
  readonly cycleId: string
  readonly unit: UnitProgress
  readonly onClose: () => void
}

/** Gives a submitted sheet back, with the reason that its unit will read. */
export const ReturnDialog = ({ cycleId, unit, onClose }: Props) => {
  const [reason, setReason] = useState('')
  const [isAsked, setAsked] = useState(false)
  const [deadline, setDeadline] = useState<Parameters<typeof deadlineOf>[0]>({ kind: 'through', date: '' })
  const giveBack = useChange(cycleRoutes.returnSelfAssessment)
  const act = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setAsked(true)
    if (!reason.trim()) return
    const written = deadlineOf(deadline)
    const body = { reason, ...(written && { deadline: written }) }
    const outcome = await giveBack.run({ params: { cycleId, unitId: unit.id }, body, ifMatch: unit.version })
    if (outcome.ok) onClose()
  }
  return (
    <Modal opened onClose={onClose} title={texts.title(unit.name)} closeButtonProps={{ 'aria-label': widgetTexts.close }}>
      <form onSubmit={(event) => void act(event)}>
        <Stack gap="md">
          <Text size="sm">{texts.text}</Text>
          <Textarea
            label={texts.reason}
            rows={3}
            maxLength={2000}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            error={isAsked && !reason.trim() && texts.reasonMissing}
            data-autofocus
          />
          <DeadlineFields title={texts.deadline} hint={texts.deadlineHint} value={deadline} onChange={setDeadline} />
          <FormActs act={texts.act} onCancel={onClose} isRunning={giveBack.isRunning} refused={giveBack.refused} />
        </Stack>
      </form>
    </Modal>
  )
}
