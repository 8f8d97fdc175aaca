import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { reportStandings } from '../../../core/reporting/report-standing.ts'
import { formatDate } from '../../../language/format.ts'
import { reportStandingLabels, reportTexts } from '../../../language/pages/reports.ts'
import { DataTable } from '../../../web/widgets/data-table.tsx'
import { PageLink } from '../../../web/widgets/links.tsx'
import { Loaded } from '../../../web/widgets/loaded.tsx'
import { PageTitle } from '../../../web/widgets/page-title.tsx'
import { useAddress } from '../../../web/widgets/use-address.ts'
import { useCall } from '../../../web/widgets/use-call.ts'
import { reportRoutes, type SentReport } from './contract.ts'
import { momentText, reportName } from './report-name.ts'
import { ReportStandingBadge } from './standing-badge.tsx'

const texts = reportTexts.units

/** `/bao-cao/$demandId`: every unit that is asked for a report, with when it sent its copies. */
export const DemandPage = () => {
  const { demandId } = useParams({ from: '/bao-cao/$demandId' })
  const [chosen, choose] = useAddress('tinh-trang')
  const standing = reportStandings.find((each) => each === chosen)
  const [pages, setPages] = useState<readonly (string | undefined)[]>([undefined])
  const after = pages.at(-1)
  const call = useCall(reportRoutes.units, { params: { demandId }, query: { ...(standing && { standing }), ...(after && { after }) } })
  return (
    <Loaded call={call}>
      {({ demand, reports, next }) => (
        <Stack gap="md">
          <Text size="sm" className="no-print">
            <PageLink to="/bao-cao" search={{ nam: String(demand.year) }}>
              {reportTexts.back}
            </PageLink>
          </Text>
          <PageTitle
            under={[reportTexts.form.due(formatDate(demand.dueOn)), demand.demandedBy && reportTexts.form.demandedBy(demand.demandedBy)]
              .filter(Boolean)
              .join('. ')}
          >
            {`${reportName(demand)} ${demand.year}`}
          </PageTitle>
          <NativeSelect
            label={texts.filter}
            w={240}
            maw="100%"
            value={standing ?? ''}
            onChange={(event) => {
              choose(event.currentTarget.value)
              setPages([undefined])
            }}
            data={[{ value: '', label: texts.all }, ...reportStandings.map((value) => ({ value, label: reportStandingLabels[value] }))]}
          />
          <UnitTable reports={reports} demandId={demandId} />
          {(pages.length > 1 || next !== undefined) && (
            <Group justify="center">
              {next !== undefined && (
                <Button variant="default" onClick={() => setPages([...pages, next])}>
                  {texts.more}
                </Button>
              )}
            </Group>
          )}
        </Stack>
      )}
    </Loaded>
  )
}

const UnitTable = ({ reports, demandId }: { readonly reports: readonly SentReport[]; readonly demandId: string }) => (
  <DataTable
    caption={texts.caption}
    isCaptionHidden
    rows={reports}
    keyOf={({ unit }) => unit.id}
    empty={texts.none}
    columns={[
      {
        key: 'unit',
        title: reportTexts.columns.unit,
        isRowHeader: true,
        cell: ({ unit }) => (
          <PageLink to="/bao-cao/$unitId/$demandId" params={{ unitId: unit.id, demandId }}>
            {unit.name}
          </PageLink>
        ),
      },
      {
        key: 'standing',
        title: reportTexts.columns.standing,
        width: 170,
        cell: ({ standing }) => <ReportStandingBadge standing={standing} />,
      },
      { key: 'soft', title: reportTexts.columns.soft, width: 160, cell: ({ softCopyAt }) => momentText(softCopyAt) || texts.notSent },
      {
        key: 'signed',
        title: reportTexts.columns.signed,
        width: 160,
        cell: ({ signedCopyAt }) => momentText(signedCopyAt) || texts.notSent,
      },
      { key: 'number', title: reportTexts.columns.number, width: 150, cell: ({ number }) => number ?? '–' },
    ]}
  />
)
