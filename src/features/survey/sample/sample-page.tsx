import { Stack } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import { surveySampleTexts as texts } from '../../../language/pages/survey-field.ts'
import { EmptyState } from '../../../web/widgets/empty-state.tsx'
import { Loaded } from '../../../web/widgets/loaded.tsx'
import { holdsAny, useSignedIn } from '../../../web/widgets/session.ts'
import { useCall } from '../../../web/widgets/use-call.ts'
import { surveyRoutes } from '../contract.ts'
import { SurveyHead } from '../survey-head.tsx'
import { RespondentList } from './respondent-list.tsx'
import { SizePlan } from './size-plan.tsx'

/** How many are asked, with which precision, and who. */
export const SamplePage = () => {
  const { surveyId } = useParams({ from: '/dieu-tra/$surveyId/mau' })
  const survey = useCall(surveyRoutes.show, { params: { surveyId } })
  const canChange = holdsAny(useSignedIn(), ['surveyManager'])
  return (
    <Loaded call={survey}>
      {(value) => (
        <Stack gap="lg">
          <SurveyHead survey={value} place="sample" />
          {value.strata.length === 0 ? (
            <EmptyState>{texts.population.none}</EmptyState>
          ) : (
            <SizePlan key={value.version} survey={value} canChange={canChange} />
          )}
          {canChange && value.strata.length > 0 && value.stage !== 'closed' && <RespondentList survey={value} />}
        </Stack>
      )}
    </Loaded>
  )
}
