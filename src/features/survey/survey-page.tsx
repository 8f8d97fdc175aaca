import { Alert, Stack, Tabs } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import { formatFigure } from '../../language/format.ts'
import { surveyResultTexts } from '../../language/pages/survey-results.ts'
import { surveyTexts } from '../../language/pages/survey.ts'
import { Loaded } from '../../web/widgets/loaded.tsx'
import { holdsAny, useSignedIn } from '../../web/widgets/session.ts'
import { useAddress } from '../../web/widgets/use-address.ts'
import { useCall } from '../../web/widgets/use-call.ts'
import { CarryPoints } from './carry-dialog.tsx'
import { type SurveyDetail, surveyRoutes } from './contract.ts'
import { daysText, SurveyStage } from './page.tsx'
import { SurveyProgress } from './progress.tsx'
import { countsOf } from './questionnaire-counts.ts'
import { groupsOf } from './respondent-groups.ts'
import { MarksPanel } from './results/marks-panel.tsx'
import { CloseSurvey, StartSurvey } from './stage-acts.tsx'
import { StrataForm } from './strata-form.tsx'
import { SurveyHead } from './survey-head.tsx'

/** One survey: what comes next, whom it asks, how far it is. */
export const SurveyPage = () => {
  const { surveyId } = useParams({ from: '/dieu-tra/$surveyId' })
  const survey = useCall(surveyRoutes.show, { params: { surveyId } }, { everySeconds: 60 })
  return <Loaded call={survey}>{(value) => <Shown survey={value} />}</Loaded>
}

const nextStep = ({ stage, strata, cycleId }: SurveyDetail): string => {
  const { next } = surveyTexts
  if (stage === 'draft') return strata.length === 0 ? next.units : next.start
  if (stage === 'collecting') return next.collect
  return cycleId ? next.carry : next.read
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
  const under = (
    <>
      <SurveyStage stage={survey.stage} /> {daysText(survey)}. {surveyTexts.preview.title}:{' '}
      {surveyTexts.preview.of(formatFigure(String(questions)), formatFigure(String(sections)))}.
    </>
  )
  return (
    <Stack gap="lg">
      <SurveyHead survey={survey} place="overview" under={under} actions={actions} />
      {canChange && (
        <Alert color="navy" title={surveyTexts.next.title} className="no-print">
          {nextStep(survey)}
        </Alert>
      )}
      {survey.stage === 'draft' && canChange && <StrataForm survey={survey} />}
      {survey.strata.length > 0 && <Progress survey={survey} canChange={canChange} />}
    </Stack>
  )
}

/** Whoever conducts the survey also looks at responses that came too fast or alike. */
const Progress = ({ survey, canChange }: { readonly survey: SurveyDetail; readonly canChange: boolean }) => {
  const [tab, setTab] = useAddress('xem', 'tien-do')
  if (!canChange || survey.answers === 0) return <SurveyProgress survey={survey} canChange={canChange} />
  const groups = new Map(groupsOf(survey, '').map(({ id, text }) => [id, text]))
  return (
    <Tabs value={tab} onChange={(value) => setTab(value ?? 'tien-do')} keepMounted={false}>
      <Tabs.List className="no-print">
        <Tabs.Tab value="tien-do">{surveyTexts.progress.title}</Tabs.Tab>
        <Tabs.Tab value="can-de-y">{surveyResultTexts.marks.title}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="tien-do" pt="md">
        <SurveyProgress survey={survey} canChange />
      </Tabs.Panel>
      <Tabs.Panel value="can-de-y" pt="md">
        <MarksPanel surveyId={survey.id} groups={groups} />
      </Tabs.Panel>
    </Tabs>
  )
}
