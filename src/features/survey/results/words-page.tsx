import { Stack } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import { type QuestionnaireFile, questionsOf, wordsIn } from '../../../core/survey/design.ts'
import { surveyResultTexts } from '../../../language/pages/survey-results.ts'
import { EmptyState } from '../../../web/widgets/empty-state.tsx'
import { Loaded } from '../../../web/widgets/loaded.tsx'
import { useCall } from '../../../web/widgets/use-call.ts'
import { type SurveyDetail, surveyRoutes } from '../contract.ts'
import { groupsOf } from '../respondent-groups.ts'
import { SurveyHead } from '../survey-head.tsx'
import { WordsPanel } from './words-panel.tsx'

/** What was written freely, for whoever conducts the survey. */
export const SurveyWordsPage = () => {
  const { surveyId } = useParams({ from: '/dieu-tra/$surveyId/y-kien' })
  const survey = useCall(surveyRoutes.show, { params: { surveyId } })
  return <Loaded call={survey}>{(value) => <Shown survey={value} />}</Loaded>
}

const Shown = ({ survey }: { readonly survey: SurveyDetail }) => {
  const questions = questionsOf(survey.questionnaire as unknown as QuestionnaireFile)
    .filter(({ kind }) => kind === 'text')
    .map(({ id, text }) => ({ value: id, label: wordsIn(text) }))
  return (
    <Stack gap="lg">
      <SurveyHead survey={survey} place="words" />
      {questions.length === 0 ? (
        <EmptyState title={surveyResultTexts.words.noQuestion}>{surveyResultTexts.words.noQuestionHint}</EmptyState>
      ) : (
        <WordsPanel surveyId={survey.id} questions={questions} groups={new Map(groupsOf(survey, '').map(({ id, text }) => [id, text]))} />
      )}
    </Stack>
  )
}
