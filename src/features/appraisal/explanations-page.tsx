import { explanationTexts } from '../../language/pages/explanation.ts'
import { DataTable } from '../../web/widgets/data-table.tsx'
import { EmptyState } from '../../web/widgets/empty-state.tsx'
import { LastMoment } from '../../web/widgets/figures.tsx'
import { PageLink } from '../../web/widgets/links.tsx'
import { Loaded } from '../../web/widgets/loaded.tsx'
import { PageTitle } from '../../web/widgets/page-title.tsx'
import { StageBadge } from '../../web/widgets/stage-badge.tsx'
import { useCall } from '../../web/widgets/use-call.ts'
import { explanationRoutes } from './explanation-contract.ts'

const { list: texts } = explanationTexts

/** The points that one's units were given, and whether they can still explain. */
export const ExplanationsPage = () => {
  const sheets = useCall(explanationRoutes.list)
  return (
    <>
      <PageTitle under={texts.under}>{texts.title}</PageTitle>
      <Loaded call={sheets}>
        {(value) =>
          value.sheets.length === 0 ? (
            <EmptyState title={texts.empty}>{texts.emptyHint}</EmptyState>
          ) : (
            <DataTable
              caption={texts.title}
              isCaptionHidden
              rows={value.sheets}
              keyOf={({ cycle, unit }) => `${cycle.id} ${unit.id}`}
              columns={[
                {
                  key: 'cycle',
                  title: texts.cycle,
                  isRowHeader: true,
                  cell: ({ cycle, unit }) => (
                    <PageLink to="/giai-trinh/$cycleId/$unitId" params={{ cycleId: cycle.id, unitId: unit.id }}>
                      {cycle.title}
                    </PageLink>
                  ),
                },
                { key: 'unit', title: texts.unit, cell: ({ unit }) => unit.name },
                { key: 'stage', title: texts.stage, width: 175, cell: ({ stage }) => <StageBadge stage={stage} /> },
                {
                  key: 'deadline',
                  title: texts.deadline,
                  cell: ({ deadline, stage }) => stage === 'explaining' && deadline && <LastMoment closes={deadline.closes} />,
                },
                { key: 'disputed', title: texts.disputed, isFigure: true, width: 140, cell: ({ disputed }) => disputed || '–' },
              ]}
            />
          )
        }
      </Loaded>
    </>
  )
}
