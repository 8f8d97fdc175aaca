import { sql } from 'kysely'
import type { ActContext } from '../../platform/database/transaction.ts'
import type { TaskOf } from './contract.ts'

/** Draft frameworks with how many problems stand open in each. */
export const draftTasks = async ({ transaction }: ActContext): Promise<TaskOf<'draft'>[]> => {
  const rows = await transaction
    .selectFrom('framework')
    .select(['id', 'title', 'problems_left'])
    .where('status', '=', 'draft')
    .orderBy('created_at', 'desc')
    .limit(6)
    .execute()
  return rows.map(({ id, title, problems_left }) => ({ kind: 'draft', framework: { id, title }, open: problems_left ?? 0 }))
}

/** Units of a group for which no active person is the unit officer; nothing where every unit has one. */
export const officersTasks = async ({ transaction }: ActContext): Promise<TaskOf<'officers'>[]> => {
  const { rows } = await sql<{ units: number; total: number }>`
    select count(*) as total, count(*) filter (where not exists (
      select from role_grant g join person p on p.id = g.person_id
      where g.unit_id = u.id and g.role = 'unitOfficer' and g.valid @> today() and p.active)) as units
    from unit u where u.unit_group is not null and u.valid @> today()`.execute(transaction)
  const [row] = rows
  return row && row.units > 0 ? [{ kind: 'officers', units: row.units, of: row.total }] : []
}
