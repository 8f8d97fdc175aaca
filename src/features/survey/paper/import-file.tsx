import { Paper, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { columnsOf } from '../../../core/survey/columns.ts'
import { parseQuestionnaire } from '../../../core/survey/parse-questionnaire.ts'
import { formatFigure } from '../../../language/format.ts'
import { surveyPaperTexts } from '../../../language/pages/survey-field.ts'
import { ErrorState } from '../../../web/widgets/error-state.tsx'
import { FileDrop } from '../../../web/widgets/file-drop.tsx'
import { useChange } from '../../../web/widgets/use-call.ts'
import type { SurveyDetail } from '../contract.ts'
import { largestResponses, paperRoutes } from './contract.ts'

const texts = surveyPaperTexts.file
const figure = (count: number): string => formatFigure(String(count))

/** Answers that somebody typed into a sheet of their own. */
export const ImportFile = ({ survey }: { readonly survey: SurveyDetail }) => {
  const change = useChange(paperRoutes.importFile)
  const read = parseQuestionnaire(survey.questionnaire)
  const columns = read.ok ? columnsOf(read.value).map(({ id }) => id) : []
  const [done, setDone] = useState<{ readonly taken: number; readonly takenBefore: number; readonly doubts: number }>()
  const take = async (file: File): Promise<void> => {
    setDone(undefined)
    const outcome = await change.run({ params: { surveyId: survey.id }, upload: { file } })
    if (outcome.ok) setDone(outcome.value)
  }
  return (
    <Paper component="section" p="lg" aria-labelledby="file">
      <Stack gap="md">
        <Title order={2} id="file">
          {texts.title}
        </Title>
        <Text>{texts.hint}</Text>
        <Text>
          {texts.columns}: <code style={{ overflowWrap: 'anywhere' }}>{['response_id', 'unit', 'group', ...columns].join(', ')}</code>
        </Text>
        <FileDrop label={texts.drop} accept={['.xlsx', '.csv']} maxBytes={largestResponses} onFile={(file) => void take(file)} />
        {done && (
          <Text role="status">
            {texts.done(figure(done.taken), figure(done.takenBefore))} {done.doubts > 0 && texts.doubts(figure(done.doubts))}
          </Text>
        )}
        {change.refused && <ErrorState refused={change.refused} />}
      </Stack>
    </Paper>
  )
}
