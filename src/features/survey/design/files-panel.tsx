import { Anchor, Group, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { type QuestionnaireFile, questionsOf } from '../../../core/survey/design.ts'
import { formatFigure } from '../../../language/format.ts'
import { surveyDesignTexts } from '../../../language/pages/survey-design.ts'
import { addressOf } from '../../../web/widgets/client.ts'
import { ErrorState } from '../../../web/widgets/error-state.tsx'
import { FileDrop } from '../../../web/widgets/file-drop.tsx'
import { useChange } from '../../../web/widgets/use-call.ts'
import { designRoutes, largestQuestionnaire } from './contract.ts'

const texts = surveyDesignTexts.files

interface Props {
  readonly surveyId: string
  readonly file: QuestionnaireFile
  readonly onChange: (file: QuestionnaireFile) => void
  readonly isFrozen: boolean
}

/** The questionnaire out of and into files. */
export const FilesPanel = ({ surveyId, file, onChange, isFrozen }: Props) => {
  const read = useChange(designRoutes.read, { refreshes: [] })
  const [count, setCount] = useState<number>()
  const take = async (chosen: File): Promise<void> => {
    setCount(undefined)
    const outcome = await read.run({ upload: { file: chosen } })
    if (!outcome.ok) return
    const { questionnaire, parts } = outcome.value
    const next = { ...(questionnaire ?? { ...file, ...parts }) } as unknown as QuestionnaireFile
    setCount(questionsOf(next).length)
    onChange(next)
  }
  const params = { surveyId }
  return (
    <Stack gap="md">
      <Title order={2} fz="md">
        {texts.out}
      </Title>
      <Group>
        <Anchor href={addressOf(designRoutes.xlsx, { params })}>{texts.xlsx}</Anchor>
        <Anchor href={addressOf(designRoutes.json, { params })}>{texts.json}</Anchor>
      </Group>
      {!isFrozen && (
        <>
          <Title order={2} fz="md">
            {texts.in}
          </Title>
          <Text>{texts.hint}</Text>
          <FileDrop
            label={texts.drop}
            accept={['.xlsx', '.csv', '.json']}
            maxBytes={largestQuestionnaire}
            onFile={(chosen) => void take(chosen)}
          />
          {count !== undefined && <Text role="status">{texts.read(formatFigure(String(count)))}</Text>}
          {read.refused && <ErrorState refused={read.refused} />}
        </>
      )}
    </Stack>
  )
}
