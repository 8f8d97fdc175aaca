import { Stack, Text } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import { formatDate } from '../../../language/format.ts'
import { periodLabel, reportTexts } from '../../../language/pages/reports.ts'
import { PageLink } from '../../../web/widgets/links.tsx'
import { Loaded } from '../../../web/widgets/loaded.tsx'
import { PageTitle } from '../../../web/widgets/page-title.tsx'
import { useSignedIn } from '../../../web/widgets/session.ts'
import { useCall } from '../../../web/widgets/use-call.ts'
import { type OpenReport, ownReportRoutes } from './contract.ts'
import { ReportEditor } from './report-editor.tsx'
import { reportName } from './report-name.ts'
import { ReportStandingBadge } from './standing-badge.tsx'

const texts = reportTexts.form

/** `/bao-cao/$unitId/$demandId`: one report of a unit with its form, when it was sent, and the paper made of it. */
export const ReportPage = () => {
  const params = useParams({ from: '/bao-cao/$unitId/$demandId' })
  const session = useSignedIn()
  const mayChange = session.grants.some(({ unit, role }) => unit?.id === params.unitId && (role === 'unitOfficer' || role === 'headOfUnit'))
  const call = useCall(ownReportRoutes.report, { params })
  return (
    <Loaded call={call}>
      {(report) => (
        <Stack gap="md">
          <Text size="sm" className="no-print">
            <PageLink to="/bao-cao" search={{ nam: String(report.demand.year) }}>
              {reportTexts.back}
            </PageLink>
          </Text>
          <PageTitle under={underOf(report)} actions={<ReportStandingBadge standing={report.standing} />}>
            {`${reportName(report.demand)} ${report.demand.year}`}
          </PageTitle>
          {!mayChange && <Text>{texts.readOnly}</Text>}
          {mayChange && report.version === 0 && <Text>{carriedText(report)}</Text>}
          {report.plan && report.demand.kind === 'reform' && (
            <Text>{texts.plan(report.plan.tasks, report.plan.done, report.plan.late, report.plan.wonBack)}</Text>
          )}
          <ReportEditor key={`${report.demand.id} ${params.unitId}`} report={report} mayChange={mayChange} />
        </Stack>
      )}
    </Loaded>
  )
}

const underOf = ({ unit, demand }: OpenReport): string =>
  [unit.name, texts.due(formatDate(demand.dueOn)), demand.demandedBy && texts.demandedBy(demand.demandedBy)].filter(Boolean).join('. ')

const carriedText = ({ before }: OpenReport): string =>
  before === undefined ? texts.fromFacts : texts.carried(periodLabel(before.period), before.year)
