import { Alert, Button, Group, Modal, Radio, Stack, Text } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { type DocumentCopy, type Secrecy, secrecyLevels } from '../../core/vocabulary.ts'
import { labelsVi } from '../../language/labels.vi.ts'
import { evidenceTexts } from '../../language/pages/evidence.ts'
import { uploadTexts } from '../../language/pages/evidence-files.ts'
import { widgetTexts } from '../../language/pages/widgets.ts'
import { ErrorState } from '../../web/widgets/error-state.tsx'
import { useChange } from '../../web/widgets/use-call.ts'
import { type AddedEvidence, evidenceRoutes } from './contract.ts'
import { CopyChoice } from './copy-choice.tsx'
import { bodyOf, EvidenceFields, missingFields, noDetails } from './evidence-fields.tsx'
import { uploadRoutes } from './uploads/contract.ts'
import { FileUpload } from './uploads/file-upload.tsx'
import { useUpload } from './uploads/use-upload.ts'

interface Props {
  readonly unitId: string
  readonly onAdded: (added: AddedEvidence) => void
  readonly onClose: () => void
}

const titleFrom = (fileName: string): string =>
  fileName
    .replace(/\.[^.]+$/, '')
    .replace(/[_-]+/g, ' ')
    .trim()

/** Enters a document in the register. Whether it is secret is asked first: of a secret one no file is taken at all. */
export const AddEvidence = ({ unitId, onAdded, onClose }: Props) => {
  const [secrecy, setSecrecy] = useState<Secrecy>('open')
  const [copy, setCopy] = useState<DocumentCopy>('softCopy')
  const [details, setDetails] = useState(noDetails)
  const upload = useUpload(unitId)
  const add = useChange(evidenceRoutes.add, { refreshes: [evidenceRoutes.register, uploadRoutes.list] })
  const [isTried, setTried] = useState(false)
  const isSecret = secrecy !== 'open'
  const isSending = !isSecret && upload.file !== undefined && upload.uploadId === undefined
  const missing = missingFields(details, secrecy)
  const name = (file: File): void =>
    setDetails((before) => (before.title ? before : { ...before, title: titleFrom(file.name.normalize('NFC')) }))
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setTried(true)
    if (missing.length || isSending) return
    const uploadId = isSecret ? undefined : upload.uploadId
    const body = { ...bodyOf(details, isSecret), secrecy, copy, ...(uploadId && { uploadId }) }
    const outcome = await add.run({ params: { unitId }, body })
    if (outcome.ok) onAdded(outcome.value)
  }
  return (
    <Modal opened onClose={onClose} title={evidenceTexts.addTitle} size="lg" closeButtonProps={{ 'aria-label': widgetTexts.close }}>
      <form noValidate onSubmit={(event) => void submit(event)}>
        <Stack gap="md">
          <Radio.Group
            label={evidenceTexts.isSecret}
            description={evidenceTexts.isSecretHint}
            value={secrecy}
            onChange={(value) => setSecrecy(value as Secrecy)}
          >
            <Group gap="lg" mt="xs">
              {secrecyLevels.map((level) => (
                <Radio key={level} value={level} label={labelsVi.secrecyLevels[level]} />
              ))}
            </Group>
          </Radio.Group>
          {isSecret ? (
            <Alert color="yellow">{evidenceTexts.secretNote}</Alert>
          ) : (
            <>
              <FileUpload unitId={unitId} label={evidenceTexts.file} upload={upload} onChosen={name} />
              {upload.file && <CopyChoice value={copy} onChange={setCopy} />}
            </>
          )}
          <EvidenceFields details={details} onChange={setDetails} isSecret={isSecret} missing={isTried ? missing : []} />
          {add.refused && <ErrorState refused={add.refused} />}
          <Group justify="flex-end" gap="sm">
            {isSending && isTried && (
              <Text size="sm" role="status">
                {uploadTexts.wait}
              </Text>
            )}
            <Button variant="default" onClick={onClose}>
              {widgetTexts.cancel}
            </Button>
            <Button type="submit" loading={add.isRunning}>
              {evidenceTexts.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
