import { Button, Group, Modal, Select, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { formatFigure } from '../../../language/format.ts'
import { carryTexts as texts } from '../../../language/pages/self-assessment-carry.ts'
import { widgetTexts } from '../../../language/pages/widgets.ts'
import { ErrorState } from '../../../web/widgets/error-state.tsx'
import { Loaded } from '../../../web/widgets/loaded.tsx'
import { useCall, useChange } from '../../../web/widgets/use-call.ts'
import { selfAssessmentRoutes, type Sheet } from '../contract.ts'
import { useSession } from '../grid/use-session.ts'
import { PreviewView } from '../workbook/preview-view.tsx'
import { claimsToSave, countTaken } from '../workbook/take.ts'
import { type CarrySource, carryRoutes } from './contract.ts'

const figure = (count: number): string => formatFigure(String(count))

/** Above the grid, where the unit has a result in another cycle of the year: the way to take it over. */
export const CarryPart = ({ sheet }: { readonly sheet: Sheet }) => {
  const session = useSession()
  const [isOpen, setOpen] = useState(false)
  const params = { cycleId: sheet.cycle.id, unitId: sheet.unit.id }
  const list = useCall(carryRoutes.sources, { params })
  const sources = list.value?.sources ?? []
  if (sources.length === 0) return null
  const open = async (): Promise<void> => {
    session.editor.commit?.()
    await session.sheet.flush()
    setOpen(true)
  }
  return (
    <>
      <Button variant="default" size="xs" onClick={() => void open()}>
        {texts.open}
      </Button>
      <Modal
        opened={isOpen}
        onClose={() => setOpen(false)}
        title={texts.title}
        size="xl"
        transitionProps={{ duration: 0 }}
        closeButtonProps={{ 'aria-label': widgetTexts.close }}
      >
        <TakeOver params={params} sources={sources} onClose={() => setOpen(false)} />
      </Modal>
    </>
  )
}

interface TakeOverProps {
  readonly params: { readonly cycleId: string; readonly unitId: string }
  readonly sources: readonly CarrySource[]
  readonly onClose: () => void
}

const nameOf = ({ title, isDecided, answered }: CarrySource): string =>
  isDecided ? texts.decided(title) : texts.claimed(title, figure(answered))

/** Which cycle, what it would change, what to choose where something else stands, and then saving it as the grid does. */
const TakeOver = ({ params, sources, onClose }: TakeOverProps) => {
  const [fromId, setFromId] = useState(sources[0]?.id ?? '')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [done, setDone] = useState<number>()
  const look = useCall(carryRoutes.preview, { params: { ...params, fromId } })
  const save = useChange(selfAssessmentRoutes.change, { refreshes: [selfAssessmentRoutes.sheet, carryRoutes.preview] })
  const count = look.value ? countTaken(look.value, chosen) : 0
  const bring = async (): Promise<void> => {
    if (!look.value) return
    const outcome = await save.run({ params, body: { claims: claimsToSave(look.value, chosen) } })
    if (!outcome.ok) return
    setDone(count)
    setChosen(new Set())
  }
  return (
    <Stack gap="md">
      <Text size="sm" c="gray.8">
        {texts.hint}
      </Text>
      <Select
        label={texts.source}
        data={sources.map((each) => ({ value: each.id, label: nameOf(each) }))}
        value={fromId}
        onChange={(id) => {
          setFromId(id ?? fromId)
          setChosen(new Set())
          setDone(undefined)
        }}
        allowDeselect={false}
      />
      {done !== undefined && <Text role="status">{texts.dialog.done(figure(done))}</Text>}
      <Loaded call={look}>
        {(preview) => <PreviewView preview={preview} chosen={chosen} onChoose={setChosen} words={texts.dialog} />}
      </Loaded>
      {save.refused && <ErrorState refused={save.refused} />}
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onClose}>
          {texts.dialog.close}
        </Button>
        {count > 0 && (
          <Button loading={save.isRunning} onClick={() => void bring()}>
            {texts.dialog.act(figure(count))}
          </Button>
        )}
      </Group>
    </Stack>
  )
}
