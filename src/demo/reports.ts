import { sql } from 'kysely'
import { addDays } from '../core/dates.ts'
import { emptyReportForm } from '../core/reporting/report-form.ts'
import { periodsOfKind, proposedDueDay } from '../core/reporting/report-periods.ts'
import type { Building } from './building.ts'
import { departmentsGroup, type DemoUnit } from './province.ts'
import { seededRandom, seededUuid } from './random.ts'

/** A seed of its own: what is reported moves nothing of what stood before it. */
const seed = 20_261_128
const year = 2026
/** The last report of the year is not due yet in the demo: nobody has begun it. */
const sentPeriods = 3

/** Periodic reports of reform: asked of every unit, sent by the departments, most in time, some late, some not at all. */
export const addReports = async ({ transaction, actor }: Building, units: readonly DemoUnit[]): Promise<void> => {
  const random = seededRandom(seed)
  const demands = periodsOfKind('reform').map((period) => ({
    id: seededUuid(random),
    authority_id: actor.authorityId,
    year,
    kind: 'reform' as const,
    period,
    due_on: proposedDueDay(period, year) ?? `${year}-12-15`,
    created_by: actor.personId,
  }))
  await transaction.insertInto('report_demand').values(demands).execute()
  const departments = units.filter(({ group }) => group === departmentsGroup)
  const reports = demands.slice(0, sentPeriods).flatMap(({ id, due_on }, at) =>
    departments.flatMap((unit, order) => {
      const luck = random()
      if (luck < 0.08) return []
      const day = addDays(due_on, luck < 0.2 ? 3 : -1)
      const figures = {
        'plan.tasks': '25',
        'plan.tasksDone': String(6 * (at + 1) + (order % 5)),
        'oneStop.files': String(300 * (at + 1) + 7 * order),
      }
      const sent = sql<Date>`${`${day} 15:30:00+07`}::timestamptz`
      return [
        {
          authority_id: actor.authorityId,
          demand_id: id,
          unit_id: unit.id,
          form: JSON.stringify({ ...emptyReportForm, figures }),
          soft_copy_at: sent,
          signed_copy_at: sent,
          number: `${20 + order * 3 + at}/BC-${unit.code}`,
        },
      ]
    }),
  )
  await transaction.insertInto('unit_report').values(reports).execute()
}
