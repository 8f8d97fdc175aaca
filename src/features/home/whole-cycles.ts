import { sql } from 'kysely'
import type { Stage } from '../../core/vocabulary.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import type { TaskOf } from './contract.ts'
import { type CycleColumns, cycleColumns, cycleRefOf, deadlineOf } from './rows.ts'

interface CycleRow extends CycleColumns {
  stage: Stage
  units: number
  submitted: number
  late: number
  closes: Date | null
  last_minute: string | null
}

/** Cycles that are not published yet, with how many of their units have submitted and who is late. */
export const cycleTasks = async ({ transaction, now }: ActContext): Promise<TaskOf<'cycle'>[]> => {
  const { rows } = await sql<CycleRow>`
    select ${cycleColumns}, c.stage, count(cu.unit_id) as units,
      count(cu.submitted_at) as submitted,
      count(*) filter (where cu.stage = 'selfAssessing' and closes_at(c.self_assessment_closes, cu.self_assessment_closes) <= ${now}) as late,
      c.self_assessment_closes as closes, last_minute(c.self_assessment_closes, a.time_zone) as last_minute
    from cycle c
    join authority a on a.id = c.authority_id
    left join cycle_unit cu on cu.authority_id = c.authority_id and cu.cycle_id = c.id
    where c.stage <> 'published'
    group by c.id, a.time_zone order by c.is_trial, c.year desc, c.created_at desc limit 6`.execute(transaction)
  return rows.map((row) => ({
    kind: 'cycle',
    cycle: cycleRefOf(row),
    stage: row.stage,
    units: row.units,
    submitted: row.submitted,
    late: row.late,
    ...deadlineOf(row.closes, row.last_minute),
  }))
}

interface AppraisalRow extends CycleColumns {
  waiting: number
  begun: number
  explaining: number
  second: number
  council: number
  finished: number
  decided: number
  leaves: number
}

/** Cycles in which something was submitted and not everything is appraised. Units in which the appraiser serves are left out. */
export const appraisalTasks = async ({ transaction, actor }: ActContext): Promise<TaskOf<'appraisal'>[]> => {
  const ownUnits = actor.grants.flatMap(({ unitId }) => unitId ?? [])
  const { rows } = await sql<AppraisalRow>`
    select ${cycleColumns},
      count(*) filter (where cu.stage = 'submitted') as waiting,
      count(*) filter (where cu.stage = 'firstAppraisal') as begun,
      count(*) filter (where cu.stage = 'explaining') as explaining,
      count(*) filter (where cu.stage = 'secondAppraisal') as second,
      count(*) filter (where cu.stage = 'council') as council,
      count(cu.submitted_at) filter (where cu.stage in ('approved', 'published')) as finished,
      coalesce(sum(t.answered), 0)::int as decided, coalesce(sum(t.leaves), 0)::int as leaves
    from cycle_unit cu
    join cycle c on c.id = cu.cycle_id
    left join unit_total t on t.authority_id = cu.authority_id and t.cycle_id = cu.cycle_id and t.unit_id = cu.unit_id
      and t.round = cu.stage and cu.stage in ('firstAppraisal', 'secondAppraisal')
    where c.stage <> 'published' and cu.stage not in ('preparing', 'selfAssessing') and cu.unit_id <> all(${ownUnits}::uuid[])
    group by c.id
    having count(*) filter (where cu.stage not in ('approved', 'published')) > 0
    order by c.is_trial, c.year desc`.execute(transaction)
  return rows.map(({ waiting, begun, explaining, second, council, finished, decided, leaves, ...cycle }) => ({
    kind: 'appraisal',
    cycle: cycleRefOf(cycle),
    waiting,
    begun,
    explaining,
    second,
    council,
    finished,
    decided,
    leaves,
  }))
}

/** Cycles that wait for the chair. */
export const publicationTasks = async ({ transaction }: ActContext): Promise<TaskOf<'publication'>[]> => {
  const { rows } = await sql<CycleColumns & { units: number }>`
    select ${cycleColumns}, (select count(submitted_at) from cycle_unit cu where cu.authority_id = c.authority_id and cu.cycle_id = c.id) as units
    from cycle c where c.stage = 'approved' and not c.is_trial order by c.year desc`.execute(transaction)
  return rows.map((row) => ({ kind: 'publication', cycle: cycleRefOf(row), units: row.units }))
}
