import { List, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { appraisalTexts } from '../../../language/pages/appraisal.ts'
import { call, type Outcome } from '../../../web/widgets/client.ts'
import { Confirm } from '../../../web/widgets/confirm.tsx'
import { ErrorState } from '../../../web/widgets/error-state.tsx'
import { Loading } from '../../../web/widgets/loading.tsx'
import { useChange } from '../../../web/widgets/use-call.ts'
import { appraisalRoutes } from '../contract.ts'
import type { AcceptedClaims } from '../shapes.ts'

interface Props {
  readonly cycleId: string
  readonly unitId: string
  readonly onAccepted: (accepted: AcceptedClaims) => void
  readonly onClose: () => void
}

/** Accepts together what can be accepted together, after showing what that is and what stays for a look of its own. */
export const AcceptDialog = ({ cycleId, unitId, onAccepted, onClose }: Props) => {
  const [preview, setPreview] = useState<Outcome<AcceptedClaims>>()
  const accept = useChange(appraisalRoutes.acceptClaims, { refreshes: [appraisalRoutes.unit, appraisalRoutes.workList] })
  useEffect(() => {
    const body = { preview: true }
    void call(appraisalRoutes.acceptClaims, { params: { cycleId, unitId }, body }).then(setPreview)
  }, [cycleId, unitId])
  const accepted = preview?.ok ? preview.value.accepted : []
  const run = async (): Promise<void> => {
    if (accepted.length === 0) return onClose()
    const body = { nodeIds: accepted.map(({ nodeId }) => nodeId) }
    const outcome = await accept.run({ params: { cycleId, unitId }, body })
    if (outcome.ok) onAccepted(outcome.value)
  }
  return (
    <Confirm
      isOpen
      title={appraisalTexts.acceptTitle}
      act={appraisalTexts.acceptAct(accepted.length)}
      onAct={() => void run()}
      onClose={onClose}
      isRunning={accept.isRunning}
      refused={accept.refused}
    >
      {!preview && <Loading />}
      {preview && !preview.ok && <ErrorState refused={preview} />}
      {preview?.ok && <Preview acceptance={preview.value} />}
    </Confirm>
  )
}

const Preview = ({ acceptance: { accepted, left } }: { readonly acceptance: AcceptedClaims }) => {
  const reasons = [...new Set(left.map(({ because }) => because))]
  return (
    <>
      <Text>{appraisalTexts.acceptPreview(accepted.length)}</Text>
      {left.length > 0 && (
        <>
          <Text mt="xs">{appraisalTexts.acceptLeft}</Text>
          <List>
            {reasons.map((because) => (
              <List.Item key={because}>
                {appraisalTexts.leftBecause[because](left.filter((each) => each.because === because).length)}
              </List.Item>
            ))}
          </List>
        </>
      )}
    </>
  )
}
