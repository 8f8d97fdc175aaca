import { sql } from 'kysely'
import type { Role, Stage } from '../../core/vocabulary.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import type { TaskOf } from './contract.ts'
import { type CycleColumns, cycleColumns, cycleRefOf, deadlineOf } from './rows.ts'

const unitSide: readonly Role[] = ['unitOfficer', 'divisionOfficer', 'headOfUnit']

/** The units that the person works in. */
export const ownUnitIds = ({ grants }: ActContext['actor']): readonly string[] =>
  grants.flatMap(({ role, unitId }) => (unitId && unitSide.includes(role) ? [unitId] : []))

interface OwnUnitRow extends CycleColumns {
  unit_id: string
  code: string
  name: string
  stage: Stage
  answered: number
  leaves: number
  closes: Date | null
  last_minute: string | null
}

/** The self-assessments of the person's own units in every cycle that has begun and is not published; trials last, what can still be worked on first, then the newest. */
export const ownUnitTasks = async ({ transaction, actor }: ActContext): Promise<TaskOf<'selfAssessment'>[]> => {
  const unitIds = ownUnitIds(actor)
  if (unitIds.length === 0) return []
  const { rows } = await sql<OwnUnitRow>`
    select ${cycleColumns}, u.id as unit_id, u.code, u.name, cu.stage, coalesce(t.answered, 0) as answered,
      closes_at(c.self_assessment_closes, cu.self_assessment_closes) as closes,
      last_minute(closes_at(c.self_assessment_closes, cu.self_assessment_closes), a.time_zone) as last_minute,
      (select count(*) from framework_node n
        where n.authority_id = cu.authority_id and n.framework_id = cu.framework_id and n.is_leaf and n.source = 'appraised') as leaves
    from cycle_unit cu
    join cycle c on c.id = cu.cycle_id
    join authority a on a.id = c.authority_id
    join unit u on u.id = cu.unit_id
    left join unit_total t on t.authority_id = cu.authority_id and t.cycle_id = cu.cycle_id and t.unit_id = cu.unit_id
      and t.round = 'claimed'
    where cu.unit_id = any(${unitIds}::uuid[]) and cu.stage not in ('preparing', 'published')
    order by c.is_trial, cu.stage <> 'selfAssessing', c.year desc, u.name
    limit 12`.execute(transaction)
  return rows.map((row) => ({
    kind: 'selfAssessment',
    cycle: cycleRefOf(row),
    unit: { id: row.unit_id, code: row.code, name: row.name },
    stage: row.stage,
    answered: row.answered,
    leaves: row.leaves,
    ...deadlineOf(row.closes, row.last_minute),
  }))
}
