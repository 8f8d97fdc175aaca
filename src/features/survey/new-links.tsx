import { Button, Group, Modal, NumberInput, Select, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { surveyTexts } from '../../language/pages/survey.ts'
import { widgetTexts } from '../../language/pages/widgets.ts'
import { ErrorState } from '../../web/widgets/error-state.tsx'
import { useChange } from '../../web/widgets/use-call.ts'
import { type SurveyDetail, surveyRoutes } from './contract.ts'
import { type MadeLinks, surveyChannels } from './link-shapes.ts'
import { LinkSheet } from './link-sheet.tsx'

const texts = surveyTexts.links

interface Props {
  readonly survey: SurveyDetail
  readonly stratum: SurveyDetail['strata'][number]
  readonly onClose: () => void
}

type Channel = (typeof surveyChannels)[number]

/** Makes links for one unit and group, then shows them, this once, as a sheet to print. */
export const NewLinks = ({ survey, stratum, onClose }: Props) => {
  const [channel, setChannel] = useState<Channel>('link')
  const [count, setCount] = useState(24)
  const [most, setMost] = useState(500)
  const [sheet, setSheet] = useState('')
  const [made, setMade] = useState<MadeLinks>()
  const add = useChange(surveyRoutes.addLinks)
  const isOneTime = channel === 'link'
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const body = {
      unitId: stratum.unitId,
      group: stratum.group,
      channel,
      count: isOneTime ? count : 1,
      most: isOneTime ? 1 : most,
      sheet,
      origin: location.origin,
    }
    const outcome = await add.run({ params: { surveyId: survey.id }, body })
    if (outcome.ok) setMade(outcome.value)
  }
  return (
    <Modal opened onClose={onClose} size="xl" title={texts.title(stratum.unitName)} closeButtonProps={{ 'aria-label': widgetTexts.close }}>
      {made ? (
        <LinkSheet made={made} title={survey.title} unit={stratum.unitName} note={sheet} />
      ) : (
        <form onSubmit={(event) => void save(event)}>
          <Stack gap="md">
            <Select
              label={texts.channel}
              data={surveyChannels.map((value) => ({ value, label: surveyTexts.channels[value] }))}
              value={channel}
              onChange={(value) => setChannel((value ?? 'link') as Channel)}
              allowDeselect={false}
            />
            {isOneTime ? (
              <NumberInput label={texts.count} min={1} max={5000} value={count} onChange={(value) => setCount(Number(value) || 1)} />
            ) : (
              <NumberInput label={texts.most} min={1} max={1_000_000} value={most} onChange={(value) => setMost(Number(value) || 1)} />
            )}
            <TextInput label={texts.sheet} value={sheet} onChange={(event) => setSheet(event.currentTarget.value)} maxLength={100} />
            {add.refused && <ErrorState refused={add.refused} />}
            <Group justify="flex-end">
              <Button type="submit" loading={add.isRunning}>
                {texts.act}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Modal>
  )
}
