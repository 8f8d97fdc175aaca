import { Stack } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import { surveyPaperTexts as texts } from '../../../language/pages/survey-field.ts'
import { PageLink } from '../../../web/widgets/links.tsx'
import { Loaded } from '../../../web/widgets/loaded.tsx'
import { PageTitle } from '../../../web/widgets/page-title.tsx'
import { useCall } from '../../../web/widgets/use-call.ts'
import { surveyRoutes } from '../contract.ts'
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
          <div>
            <PageLink to="/dieu-tra/$surveyId" params={{ surveyId }} className="no-print">
              {texts.back}
            </PageLink>
            <PageTitle under={value.title}>{texts.title}</PageTitle>
          </div>
          <EnterPaper survey={value} />
          <ImportFile survey={value} />
        </Stack>
      )}
    </Loaded>
  )
}
