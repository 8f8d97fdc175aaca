import { frameworkTexts } from '../../language/pages/framework.ts'
import { Loaded } from '../../web/widgets/loaded.tsx'
import { PageTitle } from '../../web/widgets/page-title.tsx'
import { useCall } from '../../web/widgets/use-call.ts'
import { frameworkRoutes } from './contract.ts'
import { FrameworkList } from './framework-list.tsx'
import { UploadDecision } from './upload-decision.tsx'

/** All frameworks, and for the method owner the way to a new one. */
export const FrameworksPage = () => {
  const list = useCall(frameworkRoutes.list)
  return (
    <>
      <PageTitle under={frameworkTexts.lead}>{frameworkTexts.title}</PageTitle>
      <Loaded call={list}>
        {({ frameworks, canChange }) => (
          <>
            {canChange && <UploadDecision />}
            <FrameworkList frameworks={frameworks} canChange={canChange} />
          </>
        )}
      </Loaded>
    </>
  )
}
