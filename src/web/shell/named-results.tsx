import { useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { IndexOfCycle, IndexOfPublication } from '../../features/indexes/index-name.tsx'
import { LiveRankingPage, LiveSheetPage } from '../../features/results/live-pages.tsx'
import { PublishedRankingPage, PublishedSheetPage } from '../../features/results/published-pages.tsx'

/** Results under the name of the index they are of: two features that do not know one another. */
const Named = ({ children }: { readonly children: ReactNode }) => {
  const { cycleId, publicationId } = useParams({ strict: false }) as { readonly cycleId?: string; readonly publicationId?: string }
  return (
    <>
      {cycleId !== undefined && <IndexOfCycle cycleId={cycleId} />}
      {publicationId !== undefined && <IndexOfPublication publicationId={publicationId} />}
      {children}
    </>
  )
}

export const NamedLiveRanking = () => (
  <Named>
    <LiveRankingPage />
  </Named>
)
export const NamedLiveSheet = () => (
  <Named>
    <LiveSheetPage />
  </Named>
)
export const NamedPublishedRanking = () => (
  <Named>
    <PublishedRankingPage />
  </Named>
)
export const NamedPublishedSheet = () => (
  <Named>
    <PublishedSheetPage />
  </Named>
)
