import { Alert, Button, Group, Modal, Radio, Stack } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { type Secrecy, secrecyLevels } from '../../core/vocabulary.ts'
import { labelsVi } from '../../language/labels.vi.ts'
import { evidenceTexts } from '../../language/pages/evidence.ts'
import { widgetTexts } from '../../language/pages/widgets.ts'
import { ErrorState } from '../../web/widgets/error-state.tsx'
import { FileDrop } from '../../web/widgets/file-drop.tsx'
import { useChange } from '../../web/widgets/use-call.ts'
import { type AddedEvidence, evidenceEndings, evidenceRoutes, maxEvidenceBytes } from './contract.ts'
import { sizeText } from './describe.ts'
import { EvidenceFields, missingFields, noDetails } from './evidence-fields.tsx'

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
  const [details, setDetails] = useState(noDetails)
  const [file, setFile] = useState<File>()
  const [progress, setProgress] = useState<number>()
  const add = useChange(evidenceRoutes.add, { refreshes: [evidenceRoutes.register] })
  const [isTried, setTried] = useState(false)
  const isSecret = secrecy !== 'open'
  const missing = missingFields(details, secrecy)
  const choose = (chosen: File): void => {
    setFile(chosen)
    if (!details.title) setDetails({ ...details, title: titleFrom(chosen.name.normalize('NFC')) })
  }
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setTried(true)
    if (missing.length) return
    const { title, issuer, ...rest } = details
    const fields = { secrecy, ...rest, ...(!isSecret && { title, issuer }) }
    const upload = { fields, ...(file && !isSecret && { file }) }
    const outcome = await add.run({ params: { unitId }, upload, onProgress: setProgress })
    setProgress(undefined)
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
          ) : file ? (
            <Group justify="space-between">
              <span>{evidenceTexts.fileChosen(file.name, sizeText(file.size))}</span>
              <Button variant="default" size="compact-sm" onClick={() => setFile(undefined)} disabled={add.isRunning}>
                {evidenceTexts.removeFile}
              </Button>
            </Group>
          ) : (
            <FileDrop label={evidenceTexts.file} accept={evidenceEndings} maxBytes={maxEvidenceBytes} onFile={choose} />
          )}
          {progress !== undefined && file && (
            <div role="status">
              {progress < 1 ? widgetTexts.sending(file.name, String(Math.round(100 * progress))) : widgetTexts.sent(file.name)}
            </div>
          )}
          <EvidenceFields details={details} onChange={setDetails} isSecret={isSecret} missing={isTried ? missing : []} />
          {add.refused && <ErrorState refused={add.refused} />}
          <Group justify="flex-end" gap="sm">
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
