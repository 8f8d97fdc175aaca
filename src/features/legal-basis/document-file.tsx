import { Anchor, Group, Stack } from '@mantine/core'
import { useState } from 'react'
import { legalBasisTexts } from '../../language/pages/legal-basis.ts'
import { addressOf } from '../../web/widgets/client.ts'
import { ErrorState } from '../../web/widgets/error-state.tsx'
import { FileDrop } from '../../web/widgets/file-drop.tsx'
import { useChange } from '../../web/widgets/use-call.ts'
import { documentEndings, type LegalDocumentShape, legalBasisRoutes, maxDocumentBytes } from './contract.ts'
import type { WritingPlace } from './use-writing.ts'

const texts = legalBasisTexts.page

/** The file of a document: to take, and, for whoever may, to put there. */
export const DocumentFile = ({ document, place }: { readonly document: LegalDocumentShape; readonly place: WritingPlace | undefined }) => (
  <Stack gap="sm">
    {document.file && (
      <Group>
        <Anchor href={addressOf(legalBasisRoutes.file, { params: { documentId: document.id } })} download>
          {texts.download(document.file.name)}
        </Anchor>
      </Group>
    )}
    {place && <Attach document={document} place={place} />}
  </Stack>
)

const Attach = ({ document, place }: { readonly document: LegalDocumentShape; readonly place: WritingPlace }) => {
  const attach = useChange(place.routes.attach)
  const [progress, setProgress] = useState<number>()
  const send = async (file: File): Promise<void> => {
    const params = { ...place.params, documentId: document.id }
    await attach.run({ params, ifMatch: document.version, upload: { file }, onProgress: setProgress })
    setProgress(undefined)
  }
  return (
    <div className="no-print">
      <FileDrop
        label={document.file ? texts.replaceFile : texts.attach}
        accept={documentEndings}
        maxBytes={maxDocumentBytes}
        onFile={(file) => void send(file)}
        {...(progress !== undefined && { progress })}
      />
      {attach.refused && <ErrorState refused={attach.refused} />}
    </div>
  )
}
