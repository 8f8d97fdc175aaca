import { Text } from '@mantine/core'
import { inspectionTexts as texts } from '../../../language/pages/inspection.ts'
import { useCall } from '../../../web/widgets/use-call.ts'
import type { SheetPlace } from '../sheet-place.ts'
import { inspectionRoutes } from './contract.ts'

/** What visits to the unit found on one leaf; nothing where they found nothing. The same answer serves every leaf of the sheet. */
export const LeafFindings = ({ place: { cycleId, unitId }, nodeId }: { readonly place: SheetPlace; readonly nodeId: string }) => {
  const { value } = useCall(inspectionRoutes.ofUnit, { params: { cycleId, unitId } })
  const found = (value?.inspections ?? []).flatMap(({ id, heldOn, findings }) =>
    findings.flatMap((each) => (each.nodeId === nodeId && heldOn !== undefined ? { ...each, id, heldOn } : [])),
  )
  if (found.length === 0) return null
  return (
    <div>
      <Text fw={600}>{texts.atLeaf}</Text>
      {found.map(({ id, heldOn, outcome, words }) => (
        <Text key={id} size="sm">
          {texts.leafLine(texts.outcomes[outcome], heldOn, words)}
        </Text>
      ))}
    </div>
  )
}
