import { sql } from 'kysely'
import { type Following, mostNamed, nearDays } from '../../../contract/following.ts'
import type { ActContext } from '../../../platform/database/transaction.ts'

/** Tasks that a conference gave these units and that are late or near their last day. */
export const conferenceTasksToFollow = async ({ transaction }: ActContext, unitIds: readonly string[]): Promise<Following[]> => {
  const { rows } = await sql<Omit<Following, 'of'>>`
    with due as (
      select t.*, t.due_on < d.today as is_late, row_number() over (partition by t.publication_id, t.unit_id order by t.due_on, t.position) as place
      from conference_task t join authority a on a.id = t.authority_id
      cross join lateral (select (now() at time zone a.time_zone)::date as today) d
      where t.unit_id = any(${[...unitIds]}::uuid[]) and t.state not in ('done', 'cancelled') and t.due_on < d.today + ${nearDays}::integer
    )
    select jsonb_build_object('id', u.id, 'code', u.code, 'name', u.name) as unit, jsonb_build_object('id', p.id, 'title', p.title) as about,
      (count(*) filter (where t.is_late))::integer as late, (count(*) filter (where not t.is_late))::integer as endangered,
      jsonb_agg(jsonb_build_object('title', t.task, 'until', t.due_on, 'isLate', t.is_late) order by t.place)
        filter (where t.place <= ${mostNamed}) as first
    from due t join unit u on u.id = t.unit_id join publication p on p.id = t.publication_id
    group by u.id, p.id order by p.published_at desc, u.name`.execute(transaction)
  return rows.map((row) => ({ of: 'conference', ...row }))
}
