import { Modal, Stack, Text } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { evidenceTexts } from '../../language/pages/evidence.ts'
import { widgetTexts } from '../../language/pages/widgets.ts'
import { FormActs } from '../../web/widgets/form-acts.tsx'
import { useChange } from '../../web/widgets/use-call.ts'
import { evidenceRoutes } from './contract.ts'
import type { Evidence } from './shapes.ts'
import { bodyOf, detailsOf, EvidenceFields, missingFields } from './evidence-fields.tsx'

/** Corrects how a document is described; the file stays what it is. */
export const CorrectEvidence = ({
  unitId,
  evidence,
  onClose,
}: {
  readonly unitId: string
  readonly evidence: Evidence
  readonly onClose: () => void
}) => {
  const isSecret = evidence.secrecy !== 'open'
  const [details, setDetails] = useState(detailsOf(evidence))
  const correct = useChange(evidenceRoutes.correct, { refreshes: [evidenceRoutes.register, evidenceRoutes.ofLeaf] })
  const [isTried, setTried] = useState(false)
  const missing = missingFields(details, evidence.secrecy)
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setTried(true)
    if (missing.length) return
    const outcome = await correct.run({
      params: { unitId, evidenceId: evidence.id },
      ifMatch: evidence.version,
      body: bodyOf(details, isSecret),
    })
    if (outcome.ok) onClose()
  }
  return (
    <Modal opened onClose={onClose} title={evidenceTexts.correctTitle} closeButtonProps={{ 'aria-label': widgetTexts.close }}>
      <form noValidate onSubmit={(event) => void submit(event)}>
        <Stack gap="md">
          <EvidenceFields details={details} onChange={setDetails} isSecret={isSecret} missing={isTried ? missing : []} />
          <Text size="sm" c="gray.7">
            {evidenceTexts.correctNote}
          </Text>
          <FormActs act={evidenceTexts.save} onCancel={onClose} isRunning={correct.isRunning} refused={correct.refused} />
        </Stack>
      </form>
    </Modal>
  )
}
