import { Stack, Text } from '@mantine/core'
import { type QuestionnaireFile, questionsOf, wordsIn } from '../../core/survey/design.ts'
import { useParams } from '@tanstack/react-router'
import { formatFigure } from '../../language/format.ts'
import { surveyDesignTexts } from '../../language/pages/survey-design.ts'
import { surveyPaperTexts, surveySampleTexts } from '../../language/pages/survey-field.ts'
import { surveyTexts } from '../../language/pages/survey.ts'
import { PageLink } from '../../web/widgets/links.tsx'
import { Loaded } from '../../web/widgets/loaded.tsx'
import { PageTitle } from '../../web/widgets/page-title.tsx'
import { holdsAny, useSignedIn } from '../../web/widgets/session.ts'
import { useCall } from '../../web/widgets/use-call.ts'
import { CarryPoints } from './carry-dialog.tsx'
import { type SurveyDetail, surveyRoutes } from './contract.ts'
import { daysText, SurveyStage } from './page.tsx'
import { SurveyProgress } from './progress.tsx'
import { countsOf } from './questionnaire-counts.ts'
import { groupsOf } from './respondent-groups.ts'
import { MarksPanel } from './results/marks-panel.tsx'
import { WordsPanel } from './results/words-panel.tsx'
import { SurveyResults } from './results.tsx'
import { CloseSurvey, StartSurvey } from './stage-acts.tsx'
import { StrataForm } from './strata-form.tsx'

/** One survey: whom it asks, how far it is, what it says. */
export const SurveyPage = () => {
  const { surveyId } = useParams({ from: '/dieu-tra/$surveyId' })
  const survey = useCall(surveyRoutes.show, { params: { surveyId } }, { everySeconds: 60 })
  return <Loaded call={survey}>{(value) => <Shown survey={value} />}</Loaded>
}

const Shown = ({ survey }: { readonly survey: SurveyDetail }) => {
  const canChange = holdsAny(useSignedIn(), ['surveyManager'])
  const { questions, sections } = countsOf(survey.questionnaire)
  const actions = canChange && (
    <>
      {survey.stage === 'draft' && survey.strata.length > 0 && <StartSurvey survey={survey} />}
      {survey.stage === 'collecting' && <CloseSurvey survey={survey} />}
      {survey.stage === 'closed' && survey.cycleId && <CarryPoints survey={survey} />}
    </>
  )
  const results =
    survey.answers > 0 ? <SurveyResults survey={survey} canDownload={canChange} /> : <Text c="gray.7">{surveyTexts.results.none}</Text>
  return (
    <Stack gap="lg">
      <div>
        <PageLink to="/dieu-tra" className="no-print">
          {surveyTexts.back}
        </PageLink>
        <PageTitle
          actions={actions}
          under={
            <>
              <SurveyStage stage={survey.stage} /> {daysText(survey)}. {surveyTexts.preview.title}:{' '}
              {surveyTexts.preview.of(formatFigure(String(questions)), formatFigure(String(sections)))}.{' '}
              <PageLink to="/dieu-tra/$surveyId/phieu-hoi" params={{ surveyId: survey.id }} className="no-print">
                {survey.stage === 'draft' && canChange ? surveyDesignTexts.open : surveyDesignTexts.openClosed}
              </PageLink>
              {survey.strata.length > 0 && (
                <>
                  {' · '}
                  <PageLink to="/dieu-tra/$surveyId/mau" params={{ surveyId: survey.id }} className="no-print">
                    {surveySampleTexts.open}
                  </PageLink>
                </>
              )}
              {survey.stage === 'collecting' && canChange && (
                <>
                  {' · '}
                  <PageLink to="/dieu-tra/$surveyId/phieu-giay" params={{ surveyId: survey.id }} className="no-print">
                    {surveyPaperTexts.open}
                  </PageLink>
                </>
              )}
            </>
          }
        >
          {survey.title}
        </PageTitle>
      </div>
      {survey.stage === 'draft' && canChange && <StrataForm survey={survey} />}
      {survey.stage === 'closed' && results}
      {survey.strata.length > 0 && <SurveyProgress survey={survey} canChange={canChange} />}
      {survey.stage === 'collecting' && results}
      {canChange && survey.answers > 0 && <Doubts survey={survey} />}
    </Stack>
  )
}

/** What whoever conducts the survey looks through beyond the figures. */
const Doubts = ({ survey }: { readonly survey: SurveyDetail }) => {
  const groups = new Map(groupsOf(survey, '').map(({ id, text }) => [id, text]))
  const file = survey.questionnaire as unknown as QuestionnaireFile
  const questions = questionsOf(file)
    .filter(({ kind }) => kind === 'text')
    .map(({ id, text }) => ({ value: id, label: wordsIn(text) }))
  return (
    <>
      <MarksPanel surveyId={survey.id} groups={groups} />
      {questions.length > 0 && <WordsPanel surveyId={survey.id} questions={questions} groups={groups} />}
    </>
  )
}
