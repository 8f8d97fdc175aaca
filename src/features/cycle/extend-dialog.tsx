import { Modal, Stack, Text, Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { cycleTexts } from '../../language/pages/cycle.ts'
import { widgetTexts } from '../../language/pages/widgets.ts'
import { FormActs } from '../../web/widgets/form-acts.tsx'
import { useChange } from '../../web/widgets/use-call.ts'
import { cycleRoutes, type UnitProgress } from './contract.ts'
import { DeadlineFields, deadlineOf } from './deadline-fields.tsx'
import { extendedAt } from './extended-at.ts'

const texts = cycleTexts.extend

interface Props {
  readonly cycleId: string
  readonly unit: UnitProgress
  readonly onClose: () => void
}

/** Grants one unit a later deadline of what it waits for: to assess itself, to be appraised, to explain, to be decided on. */
export const ExtendDialog = ({ cycleId, unit, onClose }: Props) => {
  const subject = extendedAt[unit.stage] ?? 'selfAssessment'
  const [reason, setReason] = useState('')
  const [isAsked, setAsked] = useState(false)
  const [deadline, setDeadline] = useState<Parameters<typeof deadlineOf>[0]>({ kind: 'through', date: '' })
  const extend = useChange(cycleRoutes.extend)
  const act = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setAsked(true)
    const written = deadlineOf(deadline)
    if (!reason.trim() || !written) return
    const body = { subject, deadline: written, reason } as const
    const outcome = await extend.run({ params: { cycleId, unitId: unit.id }, body, ifMatch: unit.version })
    if (outcome.ok) onClose()
  }
  return (
    <Modal opened onClose={onClose} title={texts.title(unit.name)} closeButtonProps={{ 'aria-label': widgetTexts.close }}>
      <form onSubmit={(event) => void act(event)}>
        <Stack gap="md">
          <Text size="sm">{texts.text[subject]}</Text>
          <DeadlineFields title={texts.deadline} value={deadline} onChange={setDeadline} />
          <Textarea
            label={texts.reason}
            rows={3}
            maxLength={2000}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            error={isAsked && !reason.trim() && texts.reasonMissing}
          />
          <FormActs
            act={texts.act}
            onCancel={onClose}
            isRunning={extend.isRunning}
            isIncomplete={!deadline.date}
            refused={extend.refused}
          />
        </Stack>
      </form>
    </Modal>
  )
}
