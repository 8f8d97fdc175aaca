import { sql } from 'kysely'
import { unitByName } from '../../core/organisation/same-name.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import type { TaskOf } from './contract.ts'
import { ownUnitIds } from './own-units.ts'
import { type CycleColumns, cycleColumns, cycleRefOf } from './rows.ts'

interface StepRow extends CycleColumns {
  step_id: string
  step_title: string
  responsible: string | null
  closes: Date
  last_minute: string
}

/** Steps of unfinished cycles that have begun, or end within two weeks, and are not over; the self-assessment has a task of its own. */
const loadSteps = async ({ transaction }: ActContext): Promise<readonly StepRow[]> => {
  const { rows } = await sql<StepRow>`
    select ${cycleColumns}, s.id as step_id, s.title as step_title, s.responsible, d.closes, last_minute(d.closes, a.time_zone) as last_minute
    from calendar_step s join cycle c on c.id = s.cycle_id join authority a on a.id = c.authority_id
    cross join lateral (select (s.until_day + coalesce(s.until_time, '24:00')) at time zone a.time_zone as closes,
      (now() at time zone a.time_zone)::date as today) d
    where c.stage not in ('approved', 'published') and s.opens is distinct from 'selfAssessment' and d.closes > now()
      and (s.from_day <= d.today or s.until_day - d.today <= 14)
    order by s.until_day, s.position limit 40`.execute(transaction)
  return rows
}

/** What the plan asks of the person's own units; of the method owner also what it asks of nobody in the list of units. */
export const stepTasks = async (context: ActContext): Promise<TaskOf<'step'>[]> => {
  const rows = await loadSteps(context)
  if (rows.length === 0) return []
  const { transaction, actor } = context
  const own = new Set(ownUnitIds(actor))
  const owns = actor.grants.some(({ role }) => role === 'methodOwner')
  if (own.size === 0 && !owns) return []
  const units = await transaction.selectFrom('unit').select(['id', 'name', 'aliases']).where(sql<boolean>`valid @> today()`).execute()
  const find = unitByName(units)
  const isMine = ({ responsible }: StepRow): boolean => owns || own.has(find(responsible ?? '')?.id ?? '')
  return rows
    .filter(isMine)
    .slice(0, 6)
    .map((row) => ({
      kind: 'step',
      cycle: cycleRefOf(row),
      step: { id: row.step_id, title: row.step_title, ...(row.responsible !== null && { responsible: row.responsible }) },
      deadline: { closes: row.closes.toISOString(), lastMinute: row.last_minute },
    }))
}
