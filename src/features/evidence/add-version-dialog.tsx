import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { DocumentCopy } from '../../core/vocabulary.ts'
import { documentTexts, uploadTexts } from '../../language/pages/evidence-files.ts'
import { widgetTexts } from '../../language/pages/widgets.ts'
import { ErrorState } from '../../web/widgets/error-state.tsx'
import { useChange } from '../../web/widgets/use-call.ts'
import { evidenceRoutes } from './contract.ts'
import type { Evidence } from './shapes.ts'
import { CopyChoice } from './copy-choice.tsx'
import { uploadRoutes } from './uploads/contract.ts'
import { FileUpload } from './uploads/file-upload.tsx'
import { useUpload } from './uploads/use-upload.ts'

/** Adds a later version of a document's file, its signed copy, or one with personal data blacked out. */
export const AddVersionDialog = ({
  unitId,
  evidence,
  onClose,
}: {
  readonly unitId: string
  readonly evidence: Evidence
  readonly onClose: () => void
}) => {
  const [copy, setCopy] = useState<DocumentCopy>('signedCopy')
  const upload = useUpload(unitId)
  const add = useChange(evidenceRoutes.addFile, { refreshes: [evidenceRoutes.register, evidenceRoutes.ofLeaf, uploadRoutes.list] })
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const { uploadId } = upload
    if (!uploadId) return
    const params = { unitId, evidenceId: evidence.id }
    const outcome = await add.run({ params, ifMatch: evidence.version, body: { uploadId, copy } })
    if (outcome.ok) onClose()
  }
  return (
    <Modal opened onClose={onClose} title={documentTexts.addVersionTitle} size="lg" closeButtonProps={{ 'aria-label': widgetTexts.close }}>
      <form noValidate onSubmit={(event) => void submit(event)}>
        <Stack gap="md">
          <CopyChoice value={copy} onChange={setCopy} />
          <FileUpload unitId={unitId} label={documentTexts.file} upload={upload} />
          <Text size="sm" c="gray.7">
            {documentTexts.addVersionNote}
          </Text>
          {add.refused && <ErrorState refused={add.refused} />}
          <Group justify="flex-end" gap="sm">
            {upload.file && !upload.uploadId && !upload.refused && <Text size="sm">{uploadTexts.wait}</Text>}
            <Button variant="default" onClick={onClose}>
              {widgetTexts.cancel}
            </Button>
            <Button type="submit" loading={add.isRunning} disabled={!upload.uploadId}>
              {documentTexts.saveVersion}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
