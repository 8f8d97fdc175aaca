import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { partTexts } from '../../../language/pages/parts.ts'
import { DataTable } from '../../../web/widgets/data-table.tsx'
import { ErrorState } from '../../../web/widgets/error-state.tsx'
import { Moment, Points } from '../../../web/widgets/figures.tsx'
import { Loaded } from '../../../web/widgets/loaded.tsx'
import { ProgressBar } from '../../../web/widgets/progress-bar.tsx'
import { useCall, useChange } from '../../../web/widgets/use-call.ts'
import { selfAssessmentTexts } from '../../../language/pages/self-assessment.ts'
import type { Sheet } from '../contract.ts'
import { type Part, partRoutes } from '../parts-contract.ts'
import { readsOfParts } from './reads-of-parts.ts'
import { PartBadge } from './part-badge.tsx'
import { ReasonDialog } from './reason-dialog.tsx'

const texts = partTexts.table

/** What the Office of a unit sees of its divisions: how far each is, with the way to merge it or to give it back. */
export const PartsTable = ({ sheet }: { readonly sheet: Sheet }) => {
  const params = { cycleId: sheet.cycle.id, unitId: sheet.unit.id }
  const parts = useCall(partRoutes.parts, { params }, { everySeconds: 60 })
  const { all, handedIn, merged } = sheet.parts ?? { all: 0, handedIn: 0, merged: 0 }
  return (
    <details open={handedIn > 0} className="no-print" style={{ marginBottom: 12 }}>
      <Text component="summary" fw={600}>
        {texts.title}. {handedIn > 0 && texts.waiting(handedIn)} {merged === all ? texts.allMerged : texts.merged(merged, all)}
      </Text>
      <Loaded call={parts}>{(value) => <Rows parts={value.parts} params={params} canAct={sheet.closedBecause === undefined} />}</Loaded>
    </details>
  )
}

interface RowsProps {
  readonly parts: readonly Part[]
  readonly params: { readonly cycleId: string; readonly unitId: string }
  readonly canAct: boolean
}

const Rows = ({ parts, params, canAct }: RowsProps) => {
  const merge = useChange(partRoutes.merge, { refreshes: readsOfParts })
  const [asked, ask] = useState<{ readonly part: Part; readonly act: 'giveBack' | 'takeIn' }>()
  const take = (part: Part): void =>
    void merge.run({ params: { ...params, divisionId: part.division.id }, body: {}, ifMatch: part.version })
  return (
    <>
      {merge.refused && <ErrorState refused={merge.refused} />}
      <DataTable
        caption={texts.caption}
        isCaptionHidden
        rows={parts}
        keyOf={({ division }) => division.id}
        columns={[
          { key: 'division', title: texts.division, isRowHeader: true, cell: (part) => <Division part={part} /> },
          { key: 'state', title: texts.state, cell: ({ state }) => <PartBadge state={state} /> },
          {
            key: 'leaves',
            title: texts.leaves,
            width: 160,
            cell: ({ answered, leaves }) => <ProgressBar done={answered} of={leaves} what={selfAssessmentTexts.criteria} />,
          },
          { key: 'points', title: texts.points, isFigure: true, cell: ({ points }) => <Points value={points} /> },
          { key: 'last', title: texts.last, cell: (part) => <Last part={part} /> },
          ...(canAct
            ? [
                {
                  key: 'acts',
                  title: texts.acts,
                  cell: (part: Part) => <Acts part={part} onMerge={() => take(part)} onAsk={(act) => ask({ part, act })} />,
                },
              ]
            : []),
        ]}
      />
      {asked && <ReasonDialog {...asked} params={params} onClose={() => ask(undefined)} />}
    </>
  )
}

const Division = ({ part: { division, leads, leaves, reason, state } }: { readonly part: Part }) => (
  <>
    {division.name}
    <Text size="xs" c="gray.7">
      {texts.leads(leads, leaves - leads)}
    </Text>
    {reason !== undefined && state !== 'handedIn' && (
      <Text size="xs" c="gray.8">
        {texts.reason(reason)}
      </Text>
    )}
  </>
)

const Last = ({ part: { handedInAt, handedInBy, changedAt, changedBy, state } }: { readonly part: Part }) => (
  <Text size="sm">
    {state === 'handedIn' && handedInAt && handedInBy ? (
      <>
        {texts.handedIn(handedInBy.name)} <Moment value={handedInAt} />
      </>
    ) : (
      <>
        {changedBy && texts.changed(changedBy.name)} <Moment value={changedAt} />
      </>
    )}
  </Text>
)

interface ActsProps {
  readonly part: Part
  readonly onMerge: () => void
  readonly onAsk: (act: 'giveBack' | 'takeIn') => void
}

const Acts = ({ part: { state, division }, onMerge, onAsk }: ActsProps) => {
  const { acts } = partTexts
  return (
    <Group gap="xs">
      {state === 'handedIn' && (
        <Button size="compact-sm" aria-label={acts.mergeFor(division.name)} onClick={onMerge}>
          {acts.merge}
        </Button>
      )}
      {(state === 'working' || state === 'finished') && (
        <Button size="compact-sm" variant="subtle" aria-label={acts.takeInFor(division.name)} onClick={() => onAsk('takeIn')}>
          {acts.takeIn}
        </Button>
      )}
      {(state === 'handedIn' || state === 'merged') && (
        <Button size="compact-sm" variant="default" aria-label={acts.giveBackFor(division.name)} onClick={() => onAsk('giveBack')}>
          {acts.giveBack}
        </Button>
      )}
    </Group>
  )
}
