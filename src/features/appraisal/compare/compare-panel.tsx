import { Button, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { formatFigure } from '../../../language/format.ts'
import { secondLookTexts as texts } from '../../../language/pages/second-look.ts'
import { appraisalTexts } from '../../../language/pages/appraisal.ts'
import { DataTable } from '../../../web/widgets/data-table.tsx'
import { Points } from '../../../web/widgets/figures.tsx'
import { Loaded } from '../../../web/widgets/loaded.tsx'
import { useCall } from '../../../web/widgets/use-call.ts'
import type { SheetPlace } from '../sheet-place.ts'
import { type Comparison, comparisonRoutes } from './contract.ts'

interface Props {
  readonly place: SheetPlace
  readonly nodeId: string
}

const shown = 8
const sideText = (side: { readonly status: string; readonly points?: string | undefined } | undefined): string => {
  if (side === undefined) return texts.notDecided
  if (side.points !== undefined) return formatFigure(side.points)
  return side.status === 'notApplicable' ? appraisalTexts.notApplicableShort : appraisalTexts.notMeasured
}

/** What other units of the group claim and were given for the leaf; asked for only by whoever wants it, and then kept open from leaf to leaf. */
export const ComparePanel = ({ place, nodeId }: Props) => {
  const [isOpen, setOpen] = useState(false)
  return isOpen ? (
    <Open place={place} nodeId={nodeId} />
  ) : (
    <Button size="xs" variant="default" onClick={() => setOpen(true)} className="no-print">
      {texts.compareAct}
    </Button>
  )
}

const Open = ({ place: { cycleId, unitId }, nodeId }: Props) => {
  const call = useCall(comparisonRoutes.leaf, { params: { cycleId, unitId }, query: { node: nodeId } })
  return <Loaded call={call}>{(value) => <Compared comparison={value} />}</Loaded>
}

const Compared = ({ comparison: { units, spread, alike } }: { readonly comparison: Comparison }) => (
  <Stack gap="xs">
    <Text fw={600}>{texts.compare}</Text>
    <Text size="sm" c="gray.7">
      {texts.compareCount(units)}
    </Text>
    {spread.length > 0 && (
      <DataTable
        caption={texts.compareSpread}
        isCaptionHidden
        rows={spread}
        keyOf={({ points }) => points}
        columns={[
          {
            key: 'points',
            title: texts.compareColumns.points,
            isFigure: true,
            isRowHeader: true,
            cell: ({ points }) => <Points value={points} />,
          },
          { key: 'claimed', title: texts.compareColumns.claimed, isFigure: true, cell: ({ claimed }) => claimed },
          { key: 'given', title: texts.compareColumns.given, isFigure: true, cell: ({ given }) => given },
        ]}
      />
    )}
    {alike.length === 0 ? (
      <Text size="sm">{texts.compareNone}</Text>
    ) : (
      <ul aria-label={texts.compareUnits} style={{ margin: 0, paddingInlineStart: 18 }}>
        {alike.slice(0, shown).map(({ unit, claimed, given }) => (
          <li key={unit.id}>
            <Text size="sm" component="span">
              {unit.name}: {texts.compareLine(claimed ? sideText(claimed) : appraisalTexts.notClaimed.toLowerCase(), sideText(given))}
              {given?.reason && ` (${given.reason})`}
            </Text>
          </li>
        ))}
      </ul>
    )}
  </Stack>
)
