import { Group } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import { resultsWords as words } from '../../language/pages/results.ts'
import { seenWords } from '../../language/pages/seen-results.ts'
import { PageLink } from '../../web/widgets/links.tsx'
import { Loaded } from '../../web/widgets/loaded.tsx'
import { PageTitle } from '../../web/widgets/page-title.tsx'
import { useSignedIn } from '../../web/widgets/session.ts'
import { useAddress } from '../../web/widgets/use-address.ts'
import { useCall } from '../../web/widgets/use-call.ts'
import { resultsRoutes } from './contract.ts'
import { RankingView } from './ranking-view.tsx'
import { SheetView } from './sheet-view.tsx'

/** `/ket-qua/cong-bo/$publicationId`: a ranking as it was frozen. */
export const PublishedRankingPage = () => {
  const { publicationId = '' } = useParams({ strict: false })
  const [group] = useAddress('nhom')
  const call = useCall(resultsRoutes.publishedRanking, { params: { publicationId }, query: { ...(group && { group }) } })
  return (
    <Loaded call={call}>
      {(reply) => (
        <>
          <PageTitle>{reply.basis.kind === 'published' ? reply.basis.title : reply.cycle.title}</PageTitle>
          <RankingView
            reply={reply}
            link={(unit) => (
              <PageLink to="/ket-qua/cong-bo/$publicationId/$unitId" params={{ publicationId, unitId: unit.id }}>
                {unit.name}
              </PageLink>
            )}
          />
        </>
      )}
    </Loaded>
  )
}

/** `/ket-qua/cong-bo/$publicationId/$unitId`: a unit's sheet as it was frozen. */
export const PublishedSheetPage = () => {
  const { publicationId = '', unitId = '' } = useParams({ strict: false })
  const { grants } = useSignedIn()
  const call = useCall(resultsRoutes.publishedSheet, { params: { publicationId, unitId } })
  return (
    <Loaded call={call}>
      {(sheet) => (
        <>
          <PageTitle
            under={
              <Group gap="md">
                <PageLink to="/ket-qua/cong-bo/$publicationId" params={{ publicationId }} search={{ nhom: sheet.group } as never}>
                  {words.backToRanking}
                </PageLink>
                <PageLink to="/ket-qua/don-vi/$unitId" params={{ unitId }}>
                  {seenWords.toYears}
                </PageLink>
                {grants.some(({ unit }) => unit?.id === unitId) && (
                  <>
                    <PageLink to="/ket-qua/thu-don-vi/$publicationId/$unitId" params={{ publicationId, unitId }}>
                      {seenWords.toScenario}
                    </PageLink>
                    <PageLink to="/kien-nghi">{seenWords.toPetition}</PageLink>
                  </>
                )}
                {/* As the scores stand, with what the rules were told. */}
                {grants.some(({ unit }) => unit?.id === unitId) && (
                  <PageLink to="/ket-qua/$cycleId/$unitId" params={{ cycleId: sheet.cycle.id, unitId }}>
                    {words.toReasons}
                  </PageLink>
                )}
              </Group>
            }
          >
            {words.sheetTitle(sheet.unit.name)}
          </PageTitle>
          <SheetView sheet={sheet} />
        </>
      )}
    </Loaded>
  )
}
