import { Badge } from '@mantine/core'
import type { ReportStanding } from '../../../core/reporting/report-standing.ts'
import { reportStandingLabels } from '../../../language/pages/reports.ts'

const colors: Readonly<Record<ReportStanding, string>> = { open: 'gray', overdue: 'red', onTime: 'green', late: 'yellow' }

/** How a report stands; the word carries the meaning. */
export const ReportStandingBadge = ({ standing }: { readonly standing: ReportStanding }) => (
  <Badge color={colors[standing]} style={{ flexShrink: 0 }}>
    {reportStandingLabels[standing]}
  </Badge>
)
