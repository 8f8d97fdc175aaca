import { Stack } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import { Loaded } from '../../../web/widgets/loaded.tsx'
import { useCall } from '../../../web/widgets/use-call.ts'
import { surveyRoutes } from '../contract.ts'
import { SurveyHead } from '../survey-head.tsx'
import { EnterPaper } from './enter-paper-form.tsx'
import { ImportFile } from './import-file.tsx'

/** Papers on their way into a survey: typed twice, or as a file. */
export const PaperPage = () => {
  const { surveyId } = useParams({ from: '/dieu-tra/$surveyId/phieu-giay' })
  const survey = useCall(surveyRoutes.show, { params: { surveyId } })
  return (
    <Loaded call={survey}>
      {(value) => (
        <Stack gap="lg">
          <SurveyHead survey={value} place="paper" />
          <EnterPaper survey={value} />
          <ImportFile survey={value} />
        </Stack>
      )}
    </Loaded>
  )
}
