import { legalBasisTexts } from '../../language/pages/legal-basis.ts'
import { Loaded } from '../../web/widgets/loaded.tsx'
import { holdsAny, useSignedIn } from '../../web/widgets/session.ts'
import { useCall, useChange } from '../../web/widgets/use-call.ts'
import { legalBasisRoutes } from './contract.ts'
import { type GroundChanges, GroundsPanel } from './grounds-panel.tsx'

/** What a framework rests on: the scheme, the decision that approved it. */
export const FrameworkGrounds = ({ frameworkId }: { readonly frameworkId: string }) => {
  const grounds = useCall(legalBasisRoutes.frameworkGrounds, { params: { frameworkId } })
  const changes = useFrameworkChanges(frameworkId)
  const mayChange = holdsAny(useSignedIn(), ['methodOwner'])
  return (
    <Loaded call={grounds}>
      {({ on, grounds: found }) => (
        <GroundsPanel title={legalBasisTexts.grounds.ofFramework} on={on} grounds={found} changes={mayChange ? changes : undefined} />
      )}
    </Loaded>
  )
}

const useFrameworkChanges = (frameworkId: string): GroundChanges => {
  const refreshes = { refreshes: [legalBasisRoutes.frameworkGrounds] }
  const set = useChange(legalBasisRoutes.setFrameworkGround, refreshes)
  const drop = useChange(legalBasisRoutes.dropFrameworkGround, refreshes)
  return {
    subjects: ['framework'],
    set: async (_, documentId) => (await set.run({ params: { frameworkId, documentId } })).ok,
    drop: ({ document }) => void drop.run({ params: { frameworkId, documentId: document.id } }),
    mayDrop: () => true,
    isRunning: set.isRunning || drop.isRunning,
    refused: set.refused ?? drop.refused,
  }
}
