import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { formatFigure } from '../../../language/format.ts'
import { workbookTexts } from '../../../language/pages/self-assessment-workbook.ts'
import type { Refused } from '../../../web/widgets/client.ts'
import { ErrorState } from '../../../web/widgets/error-state.tsx'
import { FileDrop } from '../../../web/widgets/file-drop.tsx'
import { useChange } from '../../../web/widgets/use-call.ts'
import { selfAssessmentRoutes } from '../contract.ts'
import type { LinkDocument } from '../link-document.ts'
import { maxWorkbookBytes, type WorkbookPreview, workbookRoutes } from './contract.ts'
import { PreviewView } from './preview-view.tsx'
import { claimsToSave, countTaken, linksToSave } from './take.ts'

const texts = workbookTexts.dialog
const figure = (count: number): string => formatFigure(String(count))

interface Props {
  readonly params: { readonly cycleId: string; readonly unitId: string }
  readonly linkDocument: LinkDocument
  readonly onClose: () => void
}

/** A workbook that was filled in: what it would change, what to choose where others changed the same, and then saving it as the grid does. */
export const HandIn = ({ params, linkDocument, onClose }: Props) => {
  const [preview, setPreview] = useState<WorkbookPreview>()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [done, setDone] = useState<number>()
  const [unlinked, setUnlinked] = useState<Refused>()
  const look = useChange(workbookRoutes.preview, { refreshes: [] })
  const save = useChange(selfAssessmentRoutes.change, { refreshes: [selfAssessmentRoutes.sheet] })
  const count = preview ? countTaken(preview, chosen) : 0
  const show = async (file: File): Promise<void> => {
    setPreview(undefined)
    setDone(undefined)
    setUnlinked(undefined)
    setChosen(new Set())
    save.forget()
    const outcome = await look.run({ params, upload: { file } })
    if (outcome.ok) setPreview(outcome.value)
  }
  const bring = async (): Promise<void> => {
    if (!preview) return
    const claims = claimsToSave(preview, chosen)
    if (claims.length > 0 && !(await save.run({ params, body: { claims } })).ok) return
    for (const { isLinked, ...at } of linksToSave(preview, chosen)) {
      const outcome = await linkDocument({ ...params, ...at }, isLinked)
      if (!outcome.ok) return setUnlinked(outcome)
    }
    setDone(count)
    setPreview(undefined)
  }
  return (
    <Stack gap="md">
      <Text size="sm" c="gray.8">
        {texts.hint}
      </Text>
      <FileDrop
        label={texts.file}
        accept={['.xlsx']}
        maxBytes={maxWorkbookBytes}
        onFile={(file) => void show(file)}
        {...(look.isRunning && { progress: 1 })}
      />
      {look.refused && <ErrorState refused={look.refused} />}
      {done !== undefined && <Text role="status">{texts.done(figure(done))}</Text>}
      {preview && <PreviewView preview={preview} chosen={chosen} onChoose={setChosen} />}
      {save.refused && <ErrorState refused={save.refused} />}
      {unlinked && <ErrorState refused={unlinked} />}
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onClose}>
          {texts.close}
        </Button>
        {count > 0 && (
          <Button loading={save.isRunning} onClick={() => void bring()}>
            {texts.act(figure(count))}
          </Button>
        )}
      </Group>
    </Stack>
  )
}
