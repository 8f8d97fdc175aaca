import { DataTable } from '../../web/widgets/data-table.tsx'
import type { GroundSubject } from '../../core/legal-basis/legal-document.ts'
import { legalBasisTexts } from '../../language/pages/legal-basis.ts'
import { Loaded } from '../../web/widgets/loaded.tsx'
import { holdsAny, useSignedIn } from '../../web/widgets/session.ts'
import { useCall, useChange } from '../../web/widgets/use-call.ts'
import { type Ground, legalBasisRoutes } from './contract.ts'
import { documentName } from './describe.ts'
import { type GroundChanges, GroundsPanel } from './grounds-panel.tsx'

const texts = legalBasisTexts.grounds
const cycleSubjects = ['cycle', 'guidance', 'accountability', 'discipline'] as const
type CycleSubject = (typeof cycleSubjects)[number]
const isOfCycle = (subject: GroundSubject): subject is CycleSubject => (cycleSubjects as readonly string[]).includes(subject)

/** What a cycle rests on, and which unit is in charge of which area by decision. */
export const CycleGrounds = ({ cycleId }: { readonly cycleId: string }) => {
  const grounds = useCall(legalBasisRoutes.grounds, { params: { cycleId } })
  const changes = useCycleChanges(cycleId)
  const mayChange = holdsAny(useSignedIn(), ['methodOwner'])
  return (
    <Loaded call={grounds}>
      {({ on, grounds: found, inCharge }) => (
        <>
          <GroundsPanel
            title={texts.caption}
            on={on}
            grounds={found.filter(({ of }) => of !== 'assignment')}
            changes={mayChange ? changes : undefined}
          />
          {inCharge.length > 0 && (
            <section style={{ marginTop: 24 }}>
              <DataTable
                caption={texts.inCharge}
                rows={inCharge}
                keyOf={({ area }) => area}
                columns={[
                  { key: 'area', title: texts.area, isRowHeader: true, cell: ({ area }) => area },
                  { key: 'units', title: texts.units, cell: ({ units }) => units.map(({ name }) => name).join(', ') },
                  { key: 'by', title: texts.by, cell: ({ by }) => documentName(by) },
                ]}
              />
            </section>
          )}
        </>
      )}
    </Loaded>
  )
}

const useCycleChanges = (cycleId: string): GroundChanges => {
  const refreshes = { refreshes: [legalBasisRoutes.grounds] }
  const set = useChange(legalBasisRoutes.setCycleGround, refreshes)
  const drop = useChange(legalBasisRoutes.dropCycleGround, refreshes)
  return {
    subjects: cycleSubjects,
    set: async (subject, documentId) => isOfCycle(subject) && (await set.run({ params: { cycleId, subject, documentId } })).ok,
    drop: ({ of, document }: Ground) => {
      if (isOfCycle(of)) void drop.run({ params: { cycleId, subject: of, documentId: document.id } })
    },
    mayDrop: ({ of }) => isOfCycle(of),
    isRunning: set.isRunning || drop.isRunning,
    refused: set.refused ?? drop.refused,
  }
}
