import { Modal, Stack, Text, Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { partTexts } from '../../../language/pages/parts.ts'
import { widgetTexts } from '../../../language/pages/widgets.ts'
import { FormActs } from '../../../web/widgets/form-acts.tsx'
import { useChange } from '../../../web/widgets/use-call.ts'
import { type Part, partRoutes } from '../parts-contract.ts'
import { readsOfParts } from './reads-of-parts.ts'

const texts = partTexts.reason

interface Props {
  readonly part: Part
  readonly act: 'giveBack' | 'takeIn'
  readonly params: { readonly cycleId: string; readonly unitId: string }
  readonly onClose: () => void
}

/** Asks why a part is given back to its division, or taken in before the division handed it in. */
export const ReasonDialog = ({ part, act, params, onClose }: Props) => {
  const [reason, setReason] = useState('')
  const [isAsked, setAsked] = useState(false)
  const giveBack = useChange(partRoutes.giveBack, { refreshes: readsOfParts })
  const merge = useChange(partRoutes.merge, { refreshes: readsOfParts })
  const change = act === 'giveBack' ? giveBack : merge
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setAsked(true)
    if (!reason.trim()) return
    const outcome = await change.run({ params: { ...params, divisionId: part.division.id }, body: { reason }, ifMatch: part.version })
    if (outcome.ok) onClose()
  }
  return (
    <Modal opened onClose={onClose} title={texts[act](part.division.name)} closeButtonProps={{ 'aria-label': widgetTexts.close }}>
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap="md">
          <Text size="sm">{act === 'giveBack' ? texts.giveBackHint : texts.takeInHint}</Text>
          <Textarea
            label={texts.label}
            rows={3}
            maxLength={2000}
            value={reason}
            data-autofocus
            onChange={(event) => setReason(event.currentTarget.value)}
            error={isAsked && !reason.trim() && texts.missing}
          />
          <FormActs act={partTexts.acts[act]} onCancel={onClose} isRunning={change.isRunning} refused={change.refused} />
        </Stack>
      </form>
    </Modal>
  )
}
