import { useParams } from '@tanstack/react-router'
import { CyclePage } from '../../features/cycle/cycle-page.tsx'
import { ChooseIndex } from '../../features/indexes/choose-index.tsx'
import { PeerPoints } from '../../features/measured/peer-points.tsx'
import { CycleGrounds } from '../../features/legal-basis/cycle-grounds.tsx'

/** A cycle with the index it is of and with what it rests on: features that do not know one another. */
export const CycleWithGrounds = () => {
  const { cycleId } = useParams({ strict: false }) as { readonly cycleId: string }
  return (
    <>
      <CyclePage />
      <PeerPoints cycleId={cycleId} />
      <ChooseIndex cycleId={cycleId} />
      <CycleGrounds cycleId={cycleId} />
    </>
  )
}
