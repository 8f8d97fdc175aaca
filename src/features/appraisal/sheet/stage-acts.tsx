import { Button, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { formatFigure } from '../../../language/format.ts'
import { appraisalTexts } from '../../../language/pages/appraisal.ts'
import { Confirm } from '../../../web/widgets/confirm.tsx'
import { intentionKey } from '../../../web/widgets/intention-key.ts'
import { useChange } from '../../../web/widgets/use-call.ts'
import { appraisalRoutes } from '../contract.ts'
import type { MovedUnit } from '../shapes.ts'
import type { Totals } from './use-sheet.ts'

interface Props {
  readonly cycleId: string
  readonly unitId: string
  readonly version: number
  readonly onMoved: (moved: MovedUnit) => void
}

const refreshes = [appraisalRoutes.unit, appraisalRoutes.workList]
const figure = (points: string | null | undefined): string => (points ? formatFigure(points) : '–')

/** Finishes the unit once nothing is open; until then it says how much is, and leads there. What is still on its way to the server goes first. */
export const FinishButton = (
  props: Props & {
    readonly totals: Totals
    readonly left: number
    readonly onShowLeft: () => void
    readonly flush: () => Promise<boolean>
  },
) => {
  const { cycleId, unitId, version, onMoved, totals, flush, left, onShowLeft } = props
  const [key, setKey] = useState<string>()
  const finish = useChange(appraisalRoutes.finish, { refreshes })
  const open = async (): Promise<void> => {
    await flush()
    finish.forget()
    setKey(intentionKey())
  }
  const run = async (): Promise<void> => {
    const outcome = await finish.run({ params: { cycleId, unitId }, ifMatch: version, idempotencyKey: key ?? '' })
    if (!outcome.ok) return
    setKey(undefined)
    onMoved(outcome.value)
  }
  if (left > 0)
    return (
      <Button variant="default" title={appraisalTexts.finishBlockedHint(left)} onClick={onShowLeft}>
        {appraisalTexts.finishBlocked(left)}
      </Button>
    )
  return (
    <>
      <Button onClick={() => void open()}>{appraisalTexts.finish}</Button>
      <Confirm
        isOpen={key !== undefined}
        title={appraisalTexts.finishTitle}
        act={appraisalTexts.finish}
        onAct={() => void run()}
        onClose={() => setKey(undefined)}
        isRunning={finish.isRunning}
        refused={finish.refused}
      >
        <Text>{appraisalTexts.finishNote(figure(totals.claimed[0]?.points), figure(totals.given[0]?.points))}</Text>
      </Confirm>
    </>
  )
}

/** Takes a finished appraisal up again; the reason is asked and kept. */
export const ReopenButton = ({ cycleId, unitId, version, onMoved }: Props) => {
  const [isOpen, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const reopen = useChange(appraisalRoutes.reopen, { refreshes })
  const run = async (): Promise<void> => {
    const outcome = await reopen.run({ params: { cycleId, unitId }, ifMatch: version, body: { reason } })
    if (!outcome.ok) return
    setOpen(false)
    onMoved(outcome.value)
  }
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {appraisalTexts.reopen}
      </Button>
      <Confirm
        isOpen={isOpen}
        title={appraisalTexts.reopenTitle}
        act={appraisalTexts.reopen}
        onAct={() => void run()}
        onClose={() => setOpen(false)}
        isRunning={reopen.isRunning}
        refused={reopen.refused}
      >
        <Textarea
          label={appraisalTexts.reopenReason}
          required
          autosize
          minRows={2}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </Confirm>
    </>
  )
}
