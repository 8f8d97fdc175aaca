import { Stack } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import { appraisalTexts } from '../../language/pages/appraisal.ts'
import { councilTexts } from '../../language/pages/council.ts'
import { LinkButton } from '../../web/widgets/links.tsx'
import { Loaded } from '../../web/widgets/loaded.tsx'
import { PageTitle } from '../../web/widgets/page-title.tsx'
import { holdsAny, useSignedIn } from '../../web/widgets/session.ts'
import { useCall } from '../../web/widgets/use-call.ts'
import { type Councils, councilRoutes } from './council-contract.ts'
import { councilKinds } from './council-shapes.ts'
import { CouncilBody } from './council/council-body.tsx'
import { Division } from './council/division.tsx'
import { Interests } from './council/interests.tsx'

/** Who is on the council and its team, what is divided among whom, who has an interest where. */
export const CouncilsPage = () => {
  const { cycleId } = useParams({ from: '/hoi-dong/$cycleId' })
  const councils = useCall(councilRoutes.councils, { params: { cycleId } })
  return <Loaded call={councils}>{(value) => <Page councils={value} />}</Loaded>
}

const Page = ({ councils }: { readonly councils: Councils }) => {
  const canChange = holdsAny(useSignedIn(), ['methodOwner', 'councilChair', 'councilSecretary'])
  const { cycle } = councils
  return (
    <Stack gap="xl">
      <PageTitle
        under={cycle.title}
        actions={
          <LinkButton variant="default" to="/tham-dinh/$cycleId" params={{ cycleId: cycle.id }}>
            {appraisalTexts.backToList}
          </LinkButton>
        }
      >
        {councilTexts.title}
      </PageTitle>
      {councilKinds.map((kind) => (
        <CouncilBody key={kind} kind={kind} councils={councils} canChange={canChange} />
      ))}
      <Division councils={councils} canChange={canChange} />
      <Interests councils={councils} />
    </Stack>
  )
}
