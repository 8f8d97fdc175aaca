import { Button, Group, Stack } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { ReplyOf } from '../../../contract/route.ts'
import { reportTexts as texts } from '../../../language/pages/reports.ts'
import { Confirm } from '../../../web/widgets/confirm.tsx'
import { DataTable } from '../../../web/widgets/data-table.tsx'
import { EmptyState } from '../../../web/widgets/empty-state.tsx'
import { DateText } from '../../../web/widgets/figures.tsx'
import { PageLink } from '../../../web/widgets/links.tsx'
import { Loaded } from '../../../web/widgets/loaded.tsx'
import { PageTitle } from '../../../web/widgets/page-title.tsx'
import { useCall, useChange } from '../../../web/widgets/use-call.ts'
import { reportStandingLabels } from '../../../language/pages/reports.ts'
import { reportRoutes } from './contract.ts'
import { AddDemands, ChangeDemand } from './demand-dialogs.tsx'
import { reportName } from './report-name.ts'

type Counted = ReplyOf<typeof reportRoutes.demands>['demands'][number]

interface Props {
  readonly year: number
  readonly choice: ReactNode
  readonly mayDemand: boolean
}

/** What all units are asked for in a year, with how many sent it in time, late or not at all. */
export const Demands = ({ year, choice, mayDemand }: Props) => {
  const call = useCall(reportRoutes.demands, { query: { year } })
  const [isAdding, setAdding] = useState(false)
  const open = mayDemand && <Button onClick={() => setAdding(true)}>{texts.demands.open}</Button>
  return (
    <>
      <PageTitle under={texts.under} actions={open}>
        {texts.title}
      </PageTitle>
      {choice}
      <Loaded call={call}>
        {({ demands }) =>
          demands.length === 0 ? (
            <EmptyState title={texts.demands.empty(year)}>{texts.demands.emptyHint}</EmptyState>
          ) : (
            <DemandTable demands={demands} mayDemand={mayDemand} />
          )
        }
      </Loaded>
      {isAdding && <AddDemands year={year} onClose={() => setAdding(false)} />}
    </>
  )
}

const figures = (['onTime', 'late', 'overdue', 'open'] as const).map((standing) => ({
  key: standing,
  title: reportStandingLabels[standing],
  isFigure: true,
  width: 110,
  cell: ({ counts }: Counted) => counts[standing],
}))

const DemandTable = ({ demands, mayDemand }: { readonly demands: readonly Counted[]; readonly mayDemand: boolean }) => (
  <Stack gap="md">
    <DataTable
      caption={texts.demands.caption}
      isCaptionHidden
      rows={demands}
      keyOf={({ id }) => id}
      columns={[
        {
          key: 'report',
          title: texts.columns.report,
          isRowHeader: true,
          cell: (demand) => (
            <PageLink to="/bao-cao/$demandId" params={{ demandId: demand.id }}>
              {reportName(demand)}
              {demand.unit && ` (${texts.demands.only(demand.unit.name)})`}
            </PageLink>
          ),
        },
        { key: 'due', title: texts.columns.due, width: 120, cell: ({ dueOn }) => <DateText value={dueOn} /> },
        ...figures,
        ...(mayDemand
          ? [{ key: 'act', title: texts.columns.act, isScreenOnly: true, width: 170, cell: (demand: Counted) => <Acts demand={demand} /> }]
          : []),
      ]}
    />
  </Stack>
)

const Acts = ({ demand }: { readonly demand: Counted }) => {
  const remove = useChange(reportRoutes.remove)
  const [asked, setAsked] = useState<'change' | 'remove'>()
  const close = () => setAsked(undefined)
  const act = async (): Promise<void> => {
    const outcome = await remove.run({ params: { demandId: demand.id }, ifMatch: demand.version })
    if (outcome.ok) close()
  }
  const name = reportName(demand)
  return (
    <Group gap="xs" wrap="nowrap">
      <Button variant="subtle" size="compact-sm" aria-label={`${texts.demands.change}: ${name}`} onClick={() => setAsked('change')}>
        {texts.demands.change}
      </Button>
      <Button
        variant="subtle"
        size="compact-sm"
        color="red"
        aria-label={`${texts.demands.remove}: ${name}`}
        onClick={() => setAsked('remove')}
      >
        {texts.demands.remove}
      </Button>
      {asked === 'change' && <ChangeDemand demand={demand} onClose={close} />}
      <Confirm
        isOpen={asked === 'remove'}
        title={texts.demands.removeTitle}
        act={texts.demands.remove}
        isFinal
        onAct={() => void act()}
        onClose={close}
        isRunning={remove.isRunning}
        refused={remove.refused}
      >
        {`${name}. ${texts.demands.removeHint}`}
      </Confirm>
    </Group>
  )
}
