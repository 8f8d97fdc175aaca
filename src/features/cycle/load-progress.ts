import { sql } from 'kysely'
import { accept, type Result } from '../../core/result.ts'
import type { Stage } from '../../core/vocabulary.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import type { CycleDetail, UnitProgress } from './contract.ts'
import { deadlineOf, loadCycle } from './load-cycles.ts'

interface ProgressRow {
  id: string
  code: string
  name: string
  unit_group: string
  framework_id: string
  ranked: boolean
  stage: Stage
  version: number
  answered: number | null
  points: string | null
  submitted_at: Date | null
  own_closes: Date | null
  own_last_minute: string | null
  explanation_closes: Date | null
  explanation_last_minute: string | null
  late: boolean
}

/** Points are shown of what was submitted; until then only how far the unit is. One statement for all units: 3,321 of them come as slim rows, and the page filters them without asking again. */
const loadUnits = async ({ transaction, now }: ActContext, cycleId: string): Promise<readonly ProgressRow[]> => {
  const { rows } = await sql<ProgressRow>`
    select u.id, u.code, u.name, cu.unit_group, cu.framework_id, cu.ranked, cu.stage, cu.version, t.answered,
      case when cu.submitted_at is not null then t.points end as points, cu.submitted_at,
      cu.self_assessment_closes as own_closes, last_minute(cu.self_assessment_closes, a.time_zone) as own_last_minute,
      x.closes as explanation_closes, last_minute(x.closes, a.time_zone) as explanation_last_minute,
      coalesce(case cu.stage when 'selfAssessing' then closes_at(c.self_assessment_closes, cu.self_assessment_closes)
        when 'explaining' then x.closes end <= ${now}, false) as late
    from cycle c
    join authority a on a.id = c.authority_id
    join cycle_unit cu on cu.authority_id = c.authority_id and cu.cycle_id = c.id
    join unit u on u.id = cu.unit_id
    cross join lateral (select case when cu.explanation_closes is not null
      then greatest(cu.explanation_closes, (select step_closes(${cycleId}, 'explanation'))) end as closes) x
    left join unit_total t on t.authority_id = cu.authority_id and t.cycle_id = cu.cycle_id and t.unit_id = cu.unit_id
      and t.round = 'claimed'
    where c.id = ${cycleId}
    order by cu.unit_group, u.name, u.code`.execute(transaction)
  return rows
}

/** The frameworks of a cycle with how many leaves of each a unit scores itself. */
const loadFrameworks = async ({ transaction }: ActContext, cycleId: string): Promise<CycleDetail['frameworks']> => {
  const { rows } = await sql<CycleDetail['frameworks'][number]>`
    select cf.unit_group as "unitGroup", f.id, f.title,
      (select count(*) from framework_node n where n.authority_id = f.authority_id and n.framework_id = f.id and n.is_leaf and n.source = 'appraised') as leaves
    from cycle_framework cf join framework f on f.id = cf.framework_id
    where cf.cycle_id = ${cycleId} order by cf.unit_group`.execute(transaction)
  return rows
}

const progressOf = (row: ProgressRow, leaves: number): UnitProgress => {
  const ownDeadline = deadlineOf(row.own_closes, row.own_last_minute)
  const explanationDeadline = deadlineOf(row.explanation_closes, row.explanation_last_minute)
  return {
    id: row.id,
    code: row.code,
    name: row.name,
    group: row.unit_group,
    ranked: row.ranked,
    stage: row.stage,
    version: row.version,
    answered: row.answered ?? 0,
    leaves,
    ...(row.points !== null && { points: row.points }),
    ...(row.submitted_at && { submittedAt: row.submitted_at.toISOString() }),
    ...(ownDeadline && { ownDeadline }),
    ...(explanationDeadline && { explanationDeadline }),
    late: row.late,
  }
}

const loadLocked = async ({ transaction }: ActContext, cycleId: string): Promise<CycleDetail['lockedRounds']> => {
  const rows = await transaction
    .selectFrom('calendar_step')
    .select('opens')
    .where('cycle_id', '=', cycleId)
    .where('until_day', 'is not', null)
    .execute()
  return rows.flatMap(({ opens }) => opens ?? [])
}

/** A cycle with its frameworks and every unit's progress: four statements, whatever the number of units. */
export const loadCycleDetail = async (context: ActContext, cycleId: string): Promise<Result<CycleDetail>> => {
  const cycle = await loadCycle(context, cycleId)
  if (!cycle.ok) return cycle
  const frameworks = await loadFrameworks(context, cycleId)
  const leavesOf = new Map(frameworks.map(({ id, leaves }) => [id, leaves]))
  const units = await loadUnits(context, cycleId)
  const lockedRounds = await loadLocked(context, cycleId)
  return accept({
    ...cycle.value,
    lockedRounds,
    frameworks,
    units: units.map((row) => progressOf(row, leavesOf.get(row.framework_id) ?? 0)),
  })
}
