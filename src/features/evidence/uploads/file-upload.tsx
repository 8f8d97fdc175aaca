import { Button, Group, Progress, Stack, Text } from '@mantine/core'
import { uploadTexts } from '../../../language/pages/evidence-files.ts'
import { ErrorState } from '../../../web/widgets/error-state.tsx'
import { FileDrop } from '../../../web/widgets/file-drop.tsx'
import { useCall, useChange } from '../../../web/widgets/use-call.ts'
import { evidenceEndings } from '../shapes.ts'
import { sizeText } from '../describe.ts'
import { maxEvidenceBytes, type UnfinishedUpload, uploadRoutes } from './contract.ts'
import type { Uploading } from './use-upload.ts'

const percent = (share: number): number => Math.floor(share * 100)

/** Takes one file and sends it while the rest of the form is filled in; shows how far it is, and what was left unfinished before. */
export const FileUpload = ({
  unitId,
  label,
  upload,
  onChosen,
}: {
  readonly unitId: string
  readonly label: string
  readonly upload: Uploading
  readonly onChosen?: (file: File) => void
}) => {
  const { file, refused, start, drop } = upload
  const choose = (chosen: File): void => {
    start(chosen)
    onChosen?.(chosen)
  }
  if (!file)
    return (
      <Stack gap="xs">
        <FileDrop label={label} accept={evidenceEndings} maxBytes={maxEvidenceBytes} onFile={choose} />
        <Unfinished unitId={unitId} />
      </Stack>
    )
  return (
    <Stack gap="xs">
      <Group justify="space-between" gap="sm">
        <Text style={{ overflowWrap: 'anywhere' }}>{uploadTexts.named(file.name, sizeText(file.size))}</Text>
        <Group gap="xs">
          {refused && (
            <Button size="compact-sm" onClick={() => start(file)}>
              {uploadTexts.again}
            </Button>
          )}
          <Button variant="default" size="compact-sm" onClick={drop}>
            {uploadTexts.drop}
          </Button>
        </Group>
      </Group>
      {refused ? <ErrorState refused={refused} /> : <HowFar upload={upload} />}
    </Stack>
  )
}

const HowFar = ({ upload: { progress, isWaiting, uploadId } }: { readonly upload: Uploading }) => {
  const words = uploadId ? uploadTexts.done : isWaiting ? uploadTexts.waiting(percent(progress)) : uploadTexts.sending(percent(progress))
  return (
    <div role="status">
      <Text size="sm">{words}</Text>
      {!uploadId && <Progress value={progress * 100} color={isWaiting ? 'yellow' : 'blue'} aria-label={words} />}
    </div>
  )
}

/** Files that were on their way when a page was closed or a line broke: chosen again they go on. */
const Unfinished = ({ unitId }: { readonly unitId: string }) => {
  const list = useCall(uploadRoutes.list, { params: { unitId } })
  const drop = useChange(uploadRoutes.drop, { refreshes: [uploadRoutes.list] })
  const uploads = list.value?.uploads ?? []
  if (uploads.length === 0) return null
  const told = ({ fileName, received, size }: UnfinishedUpload): string => uploadTexts.unfinished(fileName, percent(received / size))
  return (
    <div>
      <Text size="sm">{uploadTexts.unfinishedTitle}</Text>
      {uploads.map((each) => (
        <Group key={each.id} gap="sm" mt={4} justify="space-between">
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            {told(each)}
          </Text>
          <Button
            variant="subtle"
            color="red"
            size="compact-sm"
            aria-label={uploadTexts.dropThis(each.fileName)}
            onClick={() => void drop.run({ params: { unitId, uploadId: each.id } })}
          >
            {uploadTexts.drop}
          </Button>
        </Group>
      ))}
    </div>
  )
}
