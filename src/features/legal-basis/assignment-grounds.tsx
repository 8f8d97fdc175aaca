import { legalBasisTexts } from '../../language/pages/legal-basis.ts'
import { Loaded } from '../../web/widgets/loaded.tsx'
import { useSignedIn } from '../../web/widgets/session.ts'
import { useCall, useChange } from '../../web/widgets/use-call.ts'
import { legalBasisRoutes } from './contract.ts'
import { type GroundChanges, GroundsPanel } from './grounds-panel.tsx'

/** What the assignment of a unit's work in a cycle rests on. */
export const AssignmentGrounds = ({ cycleId, unitId }: { readonly cycleId: string; readonly unitId: string }) => {
  const grounds = useCall(legalBasisRoutes.grounds, { params: { cycleId } })
  const changes = useAssignmentChanges(cycleId, unitId)
  const { grants } = useSignedIn()
  const mayChange = grants.some(
    ({ role, unit }) => role === 'methodOwner' || (unit?.id === unitId && (role === 'unitOfficer' || role === 'headOfUnit')),
  )
  return (
    <Loaded call={grounds}>
      {({ on, grounds: found }) => (
        <GroundsPanel
          title={legalBasisTexts.grounds.ofAssignment}
          on={on}
          grounds={found.filter(({ of, unit }) => of === 'assignment' && unit?.id === unitId)}
          changes={mayChange ? changes : undefined}
        />
      )}
    </Loaded>
  )
}

const useAssignmentChanges = (cycleId: string, unitId: string): GroundChanges => {
  const refreshes = { refreshes: [legalBasisRoutes.grounds] }
  const set = useChange(legalBasisRoutes.setAssignmentGround, refreshes)
  const drop = useChange(legalBasisRoutes.dropAssignmentGround, refreshes)
  return {
    subjects: ['assignment'],
    set: async (_, documentId) => (await set.run({ params: { cycleId, unitId, documentId } })).ok,
    drop: ({ document }) => void drop.run({ params: { cycleId, unitId, documentId: document.id } }),
    mayDrop: () => true,
    isRunning: set.isRunning || drop.isRunning,
    refused: set.refused ?? drop.refused,
  }
}
