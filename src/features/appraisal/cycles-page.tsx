import { formatFigure } from '../../language/format.ts'
import { appraisalTexts } from '../../language/pages/appraisal.ts'
import { type Column, DataTable } from '../../web/widgets/data-table.tsx'
import { EmptyState } from '../../web/widgets/empty-state.tsx'
import { PageLink } from '../../web/widgets/links.tsx'
import { Loaded } from '../../web/widgets/loaded.tsx'
import { PageTitle } from '../../web/widgets/page-title.tsx'
import { StageBadge } from '../../web/widgets/stage-badge.tsx'
import { useCall } from '../../web/widgets/use-call.ts'
import { appraisalRoutes } from './contract.ts'
import type { CycleToAppraise } from './shapes.ts'

const { cycleColumns: titles } = appraisalTexts
const share = (some: number, units: number): string => appraisalTexts.unitsOf(formatFigure(String(some)), formatFigure(String(units)))

const columns: readonly Column<CycleToAppraise>[] = [
  {
    key: 'cycle',
    title: titles.cycle,
    isRowHeader: true,
    cell: ({ id, title }) => (
      <PageLink to="/tham-dinh/$cycleId" params={{ cycleId: id }}>
        {title}
      </PageLink>
    ),
  },
  { key: 'stage', title: titles.stage, width: 180, cell: ({ stage }) => <StageBadge stage={stage} /> },
  { key: 'submitted', title: titles.submitted, isFigure: true, width: 160, cell: ({ submitted, units }) => share(submitted, units) },
  { key: 'finished', title: titles.finished, isFigure: true, width: 180, cell: ({ finished, units }) => share(finished, units) },
]

/** Cycles to appraise. */
export const AppraisalCyclesPage = () => {
  const cycles = useCall(appraisalRoutes.cycles)
  return (
    <>
      <PageTitle under={appraisalTexts.cyclesUnder}>{appraisalTexts.title}</PageTitle>
      <Loaded call={cycles}>
        {(value) =>
          value.cycles.length === 0 ? (
            <EmptyState title={appraisalTexts.noCycles}>{appraisalTexts.noCyclesHint}</EmptyState>
          ) : (
            <DataTable caption={appraisalTexts.cyclesUnder} isCaptionHidden columns={columns} rows={value.cycles} keyOf={({ id }) => id} />
          )
        }
      </Loaded>
    </>
  )
}
