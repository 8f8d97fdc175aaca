import { useParams } from '@tanstack/react-router'
import { resultsWords as words } from '../../language/pages/results.ts'
import type { Round } from '../../core/vocabulary.ts'
import { PageLink } from '../../web/widgets/links.tsx'
import { Loaded } from '../../web/widgets/loaded.tsx'
import { PageTitle } from '../../web/widgets/page-title.tsx'
import { useAddress } from '../../web/widgets/use-address.ts'
import { useCall } from '../../web/widgets/use-call.ts'
import { resultsRoutes } from './contract.ts'
import { RankingView } from './ranking-view.tsx'
import { SheetView } from './sheet-view.tsx'

/** `/ket-qua/$cycleId`: the ranking as the scores stand. */
export const LiveRankingPage = () => {
  const { cycleId = '' } = useParams({ strict: false })
  const [group] = useAddress('nhom')
  const [round] = useAddress('vong')
  const query = { ...(group && { group }), ...(round && { round: round as Round }) }
  const call = useCall(resultsRoutes.ranking, { params: { cycleId }, query })
  return (
    <Loaded call={call}>
      {(reply) => (
        <>
          <PageTitle>{`${words.ranking}: ${reply.cycle.title}`}</PageTitle>
          <RankingView
            reply={reply}
            link={(unit) => (
              <PageLink to="/ket-qua/$cycleId/$unitId" params={{ cycleId, unitId: unit.id }}>
                {unit.name}
              </PageLink>
            )}
          />
        </>
      )}
    </Loaded>
  )
}

/** `/ket-qua/$cycleId/$unitId`: a unit's sheet as its scores stand. */
export const LiveSheetPage = () => {
  const { cycleId = '', unitId = '' } = useParams({ strict: false })
  const call = useCall(resultsRoutes.sheet, { params: { cycleId, unitId } })
  return (
    <Loaded call={call}>
      {(sheet) => (
        <>
          <PageTitle under={sheet.cycle.title}>{words.sheetTitle(sheet.unit.name)}</PageTitle>
          <SheetView sheet={sheet} />
        </>
      )}
    </Loaded>
  )
}
