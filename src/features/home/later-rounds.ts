import { sql } from 'kysely'
import type { ActContext } from '../../platform/database/transaction.ts'
import type { TaskOf } from './contract.ts'
import { ownUnitIds } from './own-units.ts'
import { type CycleColumns, cycleColumns, cycleRefOf, deadlineOf } from './rows.ts'

interface Ending {
  closes: Date | null
  last_minute: string | null
}
interface ExplanationRow extends CycleColumns, Ending {
  unit_id: string
  code: string
  name: string
  differs: number
  disputed: number
}

/** Own units that may explain now, those whose time ends first at the top. */
export const explanationTasks = async ({ transaction, actor }: ActContext): Promise<TaskOf<'explanation'>[]> => {
  const unitIds = ownUnitIds(actor)
  if (unitIds.length === 0) return []
  const { rows } = await sql<ExplanationRow>`
    select ${cycleColumns}, u.id as unit_id, u.code, u.name, w.closes, last_minute(w.closes, a.time_zone) as last_minute,
      coalesce(t.differs, 0) as differs, (select count(*)::int from explanation e where e.authority_id = cu.authority_id and e.cycle_id = cu.cycle_id
        and e.unit_id = cu.unit_id and e.answer = 'disputed' and e.withdrawn_at is null) as disputed
    from cycle_unit cu join cycle c on c.id = cu.cycle_id join authority a on a.id = c.authority_id join unit u on u.id = cu.unit_id
    cross join lateral (select greatest(cu.explanation_closes, step_closes(c.id, 'explanation')) as closes) w
    left join unit_total t on t.authority_id = cu.authority_id and t.cycle_id = cu.cycle_id and t.unit_id = cu.unit_id
      and t.round = 'firstAppraisal'
    where cu.unit_id = any(${unitIds}::uuid[]) and cu.stage = 'explaining' order by c.is_trial, w.closes, u.name limit 12`.execute(
    transaction,
  )
  return rows.map((row) => ({
    kind: 'explanation',
    cycle: cycleRefOf(row),
    unit: { id: row.unit_id, code: row.code, name: row.name },
    differs: row.differs,
    disputed: row.disputed,
    ...deadlineOf(row.closes, row.last_minute),
  }))
}

/** Cycles with units before the council. */
export const councilTasks = async ({ transaction }: ActContext): Promise<TaskOf<'council'>[]> => {
  const { rows } = await sql<CycleColumns & Ending & { units: number }>`
    select ${cycleColumns}, count(*)::int as units, step_closes(c.id, 'council') as closes,
      last_minute(step_closes(c.id, 'council'), a.time_zone) as last_minute
    from cycle_unit cu join cycle c on c.id = cu.cycle_id join authority a on a.id = c.authority_id
    where cu.stage = 'council' group by c.id, a.time_zone order by c.is_trial, c.year desc`.execute(transaction)
  return rows.map((row) => ({ kind: 'council', cycle: cycleRefOf(row), units: row.units, ...deadlineOf(row.closes, row.last_minute) }))
}

/** Petitions that wait for an answer, by cycle. */
export const petitionsTasks = async ({ transaction }: ActContext): Promise<TaskOf<'petitions'>[]> => {
  const { rows } = await sql<CycleColumns & { waiting: number }>`
    select ${cycleColumns}, count(*)::int as waiting from petition t join publication p on p.id = t.publication_id join cycle c on c.id = p.cycle_id
    where t.outcome is null group by c.id order by c.year desc`.execute(transaction)
  return rows.map((row) => ({ kind: 'petitions', cycle: cycleRefOf(row), waiting: row.waiting }))
}
