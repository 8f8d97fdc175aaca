import { Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { reportTexts as texts } from '../../../language/pages/reports.ts'
import { DataTable } from '../../../web/widgets/data-table.tsx'
import { EmptyState } from '../../../web/widgets/empty-state.tsx'
import { DateText } from '../../../web/widgets/figures.tsx'
import { PageLink } from '../../../web/widgets/links.tsx'
import { Loaded } from '../../../web/widgets/loaded.tsx'
import { PageTitle } from '../../../web/widgets/page-title.tsx'
import { useCall } from '../../../web/widgets/use-call.ts'
import { type DueReport, ownReportRoutes } from './contract.ts'
import { momentText, reportName } from './report-name.ts'
import { ReportStandingBadge } from './standing-badge.tsx'

interface Props {
  readonly unitId: string
  readonly unitName: string
  readonly year: number
  readonly choice: ReactNode
}

/** The register of a unit's reports of a year. */
export const OwnReports = ({ unitId, unitName, year, choice }: Props) => {
  const call = useCall(ownReportRoutes.list, { params: { unitId }, query: { year } })
  return (
    <>
      <PageTitle under={texts.underUnit(unitName)}>{texts.title}</PageTitle>
      {choice}
      <Loaded call={call}>
        {({ reports, counts }) =>
          reports.length === 0 ? (
            <EmptyState title={texts.own.empty(year)}>{texts.own.emptyHint}</EmptyState>
          ) : (
            <Stack gap="md">
              <Text>{texts.counts(counts.onTime, counts.late, counts.overdue, counts.open)}</Text>
              <OwnTable reports={reports} unitId={unitId} />
            </Stack>
          )
        }
      </Loaded>
    </>
  )
}

const OwnTable = ({ reports, unitId }: { readonly reports: readonly DueReport[]; readonly unitId: string }) => (
  <DataTable
    caption={texts.own.caption}
    isCaptionHidden
    rows={reports}
    keyOf={({ demand }) => demand.id}
    columns={[
      {
        key: 'report',
        title: texts.columns.report,
        isRowHeader: true,
        cell: ({ demand }) => (
          <PageLink to="/bao-cao/$unitId/$demandId" params={{ unitId, demandId: demand.id }}>
            {reportName(demand)}
          </PageLink>
        ),
      },
      { key: 'due', title: texts.columns.due, width: 120, cell: ({ demand }) => <DateText value={demand.dueOn} /> },
      { key: 'standing', title: texts.columns.standing, width: 170, cell: ({ standing }) => <ReportStandingBadge standing={standing} /> },
      { key: 'soft', title: texts.columns.soft, width: 160, cell: ({ softCopyAt }) => momentText(softCopyAt) || '–' },
      { key: 'signed', title: texts.columns.signed, width: 160, cell: ({ signedCopyAt }) => momentText(signedCopyAt) || '–' },
      { key: 'number', title: texts.columns.number, width: 140, cell: ({ number }) => number ?? '–' },
    ]}
  />
)
