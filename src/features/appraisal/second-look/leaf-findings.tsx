import { Alert, Text } from '@mantine/core'
import { secondLookTexts as texts } from '../../../language/pages/second-look.ts'
import { Moment } from '../../../web/widgets/figures.tsx'
import { useCall } from '../../../web/widgets/use-call.ts'
import type { SheetPlace } from '../sheet-place.ts'
import { secondLookRoutes } from './contract.ts'

interface Props {
  readonly place: SheetPlace
  readonly nodeId: string
}

/** What somebody else found when they looked at the decision on this leaf a second time. */
export const SecondLookFindings = ({ place, nodeId }: Props) => {
  const list = useCall(secondLookRoutes.ofUnit, { params: { cycleId: place.cycleId, unitId: place.unitId } })
  const own = list.value?.findings.filter((finding) => finding.nodeId === nodeId) ?? []
  return own.map(({ verdict, note, lookedBy, lookedAt, isOvertaken }) => (
    <Alert key={lookedAt} color={verdict === 'differs' && !isOvertaken ? 'yellow' : 'gray'} title={texts.atLeaf}>
      <Text size="sm">
        <b>{texts.verdicts[verdict]}</b>
        {note && `: ${note}`}
      </Text>
      <Text size="xs">
        {lookedBy}, <Moment value={lookedAt} />
      </Text>
      {isOvertaken && <Text size="xs">{texts.isOvertaken}</Text>}
    </Alert>
  ))
}
