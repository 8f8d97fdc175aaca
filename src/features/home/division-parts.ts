import { sql } from 'kysely'
import type { PartState } from '../../core/self-assessment/part.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import type { TaskOf } from './contract.ts'
import { ownUnitIds } from './own-units.ts'
import { type CycleColumns, cycleColumns, cycleRefOf, deadlineOf } from './rows.ts'

interface PartRow extends CycleColumns {
  unit_id: string
  code: string
  name: string
  division: string
  state: PartState
  reason: string | null
  answered: number
  leaves: number
  closes: Date | null
  last_minute: string | null
}

/** Parts of self-assessments that were handed out to the person's own divisions, until the agency has submitted. */
export const partTasks = async ({ transaction, actor }: ActContext): Promise<TaskOf<'part'>[]> => {
  const divisionIds = ownUnitIds(actor)
  if (divisionIds.length === 0) return []
  const { rows } = await sql<PartRow>`
    select ${cycleColumns}, u.id as unit_id, u.code, u.name, d.name as division, p.state, p.reason,
      (select count(*) from division_leaf l where l.authority_id = p.authority_id and l.cycle_id = p.cycle_id and l.unit_id = p.unit_id
        and l.division_id = p.division_id) as leaves,
      (select count(*) from division_leaf l
        join score s on s.authority_id = l.authority_id and s.cycle_id = l.cycle_id and s.unit_id = l.unit_id and s.node_id = l.node_id
          and s.round = 'claimed' and s.status <> 'missing'
        where l.authority_id = p.authority_id and l.cycle_id = p.cycle_id and l.unit_id = p.unit_id and l.division_id = p.division_id) as answered,
      closes_at(c.self_assessment_closes, cu.self_assessment_closes) as closes,
      last_minute(closes_at(c.self_assessment_closes, cu.self_assessment_closes), a.time_zone) as last_minute
    from division_part p
    join cycle_unit cu on cu.authority_id = p.authority_id and cu.cycle_id = p.cycle_id and cu.unit_id = p.unit_id
    join cycle c on c.id = p.cycle_id
    join authority a on a.id = c.authority_id
    join unit u on u.id = p.unit_id
    join unit d on d.id = p.division_id
    where p.division_id = any(${divisionIds}::uuid[]) and cu.stage = 'selfAssessing'
    order by c.is_trial, p.state <> 'working', c.year desc, d.name
    limit 12`.execute(transaction)
  return rows.map((row) => ({
    kind: 'part',
    cycle: cycleRefOf(row),
    unit: { id: row.unit_id, code: row.code, name: row.name },
    division: row.division,
    state: row.state,
    ...(row.reason !== null && { reason: row.reason }),
    answered: row.answered,
    leaves: row.leaves,
    ...deadlineOf(row.closes, row.last_minute),
  }))
}
