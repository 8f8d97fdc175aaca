import { useParams } from '@tanstack/react-router'
import { CyclePage } from '../../features/cycle/cycle-page.tsx'
import { CycleGrounds } from '../../features/legal-basis/cycle-grounds.tsx'

/** A cycle with what it rests on: two features that do not know one another. */
export const CycleWithGrounds = () => {
  const { cycleId } = useParams({ strict: false }) as { readonly cycleId: string }
  return (
    <>
      <CyclePage />
      <CycleGrounds cycleId={cycleId} />
    </>
  )
}
