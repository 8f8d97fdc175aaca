import { type Following, mostNamed, nearDays } from '../../../contract/following.ts'
import { daysBetween } from '../../../core/dates.ts'
import type { ActContext } from '../../../platform/database/transaction.ts'
import { loadToday } from './load-demand.ts'
import { openReports } from './own-reports.ts'
import { reportName } from './report-name.ts'

/** Reports that these units owe and that are late or due soon. */
export const reportsToFollow = async (context: ActContext, unitIds: readonly string[]): Promise<Following[]> => {
  const today = await loadToday(context)
  const following: Following[] = []
  for (const unitId of unitIds) {
    const { unit, reports } = await openReports(context, unitId, today)
    const due = reports.filter(({ demand, standing }) => standing === 'overdue' || daysBetween(today, demand.dueOn) < nearDays)
    if (!unit || due.length === 0) continue
    const late = due.filter(({ standing }) => standing === 'overdue').length
    following.push({
      of: 'reports',
      unit,
      late,
      endangered: due.length - late,
      first: due.slice(0, mostNamed).map(({ demand, standing }) => ({
        title: reportName(demand),
        until: demand.dueOn,
        isLate: standing === 'overdue',
      })),
    })
  }
  return following
}
