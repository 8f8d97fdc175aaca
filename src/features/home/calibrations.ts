import { sql } from 'kysely'
import type { ActContext } from '../../platform/database/transaction.ts'
import type { TaskOf } from './contract.ts'
import { type CycleColumns, cycleColumns, cycleRefOf } from './rows.ts'

interface CalibrationRow extends CycleColumns {
  readonly id: string
  readonly name: string
  readonly given: number
  readonly leaves: number
}

/** Common samples that wait for points of the person, newest first; of what has ended nothing is due. */
export const calibrationTasks = async ({ transaction, actor, now }: ActContext): Promise<TaskOf<'calibration'>[]> => {
  const { rows } = await sql<CalibrationRow>`
    select ${cycleColumns}, k.id, k.title as name, a.given, l.leaves
    from calibration_appraiser a
    join calibration k on k.id = a.calibration_id
    join cycle c on c.id = k.cycle_id
    cross join lateral (select count(*)::int as leaves from calibration_leaf where calibration_id = k.id) l
    where a.person_id = ${actor.personId} and k.stage = 'giving' and coalesce(k.ends_at > ${now}, true) and a.given < l.leaves
    order by k.drawn_at desc limit 4`.execute(transaction)
  return rows.map((row) => ({
    kind: 'calibration',
    cycle: cycleRefOf(row),
    calibration: { id: row.id, title: row.name },
    given: row.given,
    leaves: row.leaves,
  }))
}
