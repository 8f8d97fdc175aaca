import { Button, Stack, Textarea } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { cycleMoveTexts as texts } from '../../../language/pages/cycle-move.ts'
import { Confirm } from '../../../web/widgets/confirm.tsx'
import { intentionKey } from '../../../web/widgets/intention-key.ts'
import { useChange } from '../../../web/widgets/use-call.ts'
import type { CycleDetail } from '../contract.ts'
import { DeadlineFields, deadlineOf } from '../deadline-fields.tsx'
import { type MovePreview, moveRoutes } from './contract.ts'

interface Props {
  readonly cycle: CycleDetail
  readonly unitGroup: string
  readonly frameworkId: string
  readonly preview: MovePreview
}

/** The act, with the reason that units read and the later deadline where they need one. Asked once more, since nothing takes it back. */
export const MoveForm = ({ cycle, unitGroup, frameworkId, preview }: Props) => {
  const navigate = useNavigate()
  const [reason, setReason] = useState('')
  const [isAsked, setAsked] = useState(false)
  /** One key for one intention: sent twice, the act is done once. */
  const [key, setKey] = useState<string>()
  const [deadline, setDeadline] = useState<Parameters<typeof deadlineOf>[0]>({ kind: 'through', date: '' })
  const move = useChange(moveRoutes.move)
  const ask = (event: FormEvent): void => {
    event.preventDefault()
    setAsked(true)
    if (reason.trim()) setKey(intentionKey())
  }
  const act = async (): Promise<void> => {
    const written = deadlineOf(deadline)
    const body = { unitGroup, frameworkId, reason, ...(written && { deadline: written }) }
    const outcome = await move.run({ params: { cycleId: cycle.id }, body, ifMatch: cycle.version, idempotencyKey: key ?? '' })
    if (outcome.ok) await navigate({ to: '/ky-danh-gia/$cycleId', params: { cycleId: cycle.id } })
  }
  return (
    <form onSubmit={ask}>
      <Stack gap="md" maw="40rem">
        <Textarea
          label={texts.reason}
          description={texts.reasonHint}
          rows={3}
          maxLength={2000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={isAsked && !reason.trim() && texts.reasonMissing}
        />
        {preview.toSettle > 0 && (
          <DeadlineFields title={texts.deadline} hint={texts.deadlineHint} value={deadline} onChange={setDeadline} />
        )}
        <div>
          <Button type="submit">{texts.act}</Button>
        </div>
      </Stack>
      <Confirm
        isOpen={key !== undefined}
        title={texts.confirm}
        act={texts.act}
        onAct={() => void act()}
        onClose={() => setKey(undefined)}
        isRunning={move.isRunning}
        refused={move.refused}
        isFinal
      >
        {texts.confirmText(String(preview.units))}
      </Confirm>
    </form>
  )
}
