import { sql } from 'kysely'
import type { Telling } from '../../../contract/telling.ts'
import { daysBetween } from '../../../core/dates.ts'
import { calendarTexts } from '../../../language/pages/calendar.ts'
import type { ActContext } from '../../../platform/database/transaction.ts'

const { reminder: texts } = calendarTexts

/** Days of reminding where the plan has no step for what a unit has a deadline of its own for. */
const usualBefore = '{1,0}'

interface OwnDeadline {
  readonly cycle_id: string
  readonly cycle_title: string
  readonly step_title: string | null
  readonly person_id: string
  readonly unit_id: string
  readonly unit_name: string
  readonly subject: 'selfAssessment' | 'explanation'
  readonly until_day: string
  /** The minute of that day at which it is over, where that is not its end. */
  readonly until_minute: string | null
  readonly today: string
  readonly answered: number
  readonly leaves: number
}

/**
 * Officers and heads of units that have not handed in, to be reminded today: of the day of the plan, or of the unit's own where it was granted a later one; of
 * explaining every unit has its own.
 */
export const unitDeadlines = async ({ transaction }: ActContext): Promise<readonly OwnDeadline[]> => {
  const { rows } = await sql<OwnDeadline>`
    with open as (
      select cu.authority_id, cu.cycle_id, cu.unit_id, cu.framework_id, c.title as cycle_title, s.title as step_title, w.subject,
        coalesce(s.remind_before, case when w.own is not null then ${usualBefore}::integer[] end) as before,
        coalesce(s.remind_after, '{}') as after, (now() at time zone a.time_zone)::date as today,
        coalesce((e.closes - interval '1 minute')::date, s.until_day) as until_day,
        case when e.closes::time <> '00:00' then to_char(e.closes, 'YYYY-MM-DD"T"HH24:MI') end as until_minute
      from cycle_unit cu join cycle c on c.id = cu.cycle_id join authority a on a.id = cu.authority_id
      cross join lateral (select case cu.stage when 'selfAssessing' then 'selfAssessment' else 'explanation' end as subject,
        case cu.stage when 'selfAssessing' then cu.self_assessment_closes else cu.explanation_closes end as own) w
      cross join lateral (select (case w.subject when 'selfAssessment' then closes_at(c.self_assessment_closes, w.own)
        else greatest(w.own, step_closes(c.id, 'explanation')) end) at time zone a.time_zone as closes) e
      left join calendar_step s on s.authority_id = cu.authority_id and s.cycle_id = cu.cycle_id and s.opens = w.subject
      where c.stage not in ('approved', 'published') and cu.stage in ('selfAssessing', 'explaining') and (s.id is not null or w.own is not null)
    ), due as (
      select * from open where (until_day - today) = any(before) or (today > until_day and (today - until_day) = any(after))
    )
    select distinct d.cycle_id, d.cycle_title, d.step_title, p.id as person_id, u.id as unit_id, u.name as unit_name, d.subject,
      to_char(d.until_day, 'YYYY-MM-DD') as until_day, d.until_minute, to_char(d.today, 'YYYY-MM-DD') as today, coalesce(t.answered, 0) as answered,
      (select count(*)::int from framework_node n where n.authority_id = d.authority_id and n.framework_id = d.framework_id and n.is_leaf
        and n.source = 'appraised') as leaves
    from due d join unit u on u.id = d.unit_id
    join role_grant g on g.unit_id = u.id and g.valid @> today() and g.role in ('unitOfficer', 'headOfUnit')
    join person p on p.id = g.person_id and p.active
    left join unit_total t on t.authority_id = d.authority_id and t.cycle_id = d.cycle_id and t.unit_id = d.unit_id
      and t.round = 'claimed'`.execute(transaction)
  return rows
}

/** What one person of the unit is told of it. */
export const unitTelling = (row: OwnDeadline): Telling => {
  const days = daysBetween(row.today, row.until_day)
  return {
    personId: row.person_id,
    unitId: row.unit_id,
    cycleId: row.cycle_id,
    title: texts.title(row.step_title ?? texts.ownTitle[row.subject], days),
    body:
      row.subject === 'explanation'
        ? texts.explanation(row.unit_name, row.cycle_title, row.until_minute ?? row.until_day)
        : texts.selfAssessment(row.unit_name, row.cycle_title, String(row.answered), String(row.leaves), row.until_minute ?? row.until_day),
    link: `/${row.subject === 'explanation' ? 'giai-trinh' : 'tu-danh-gia'}/${row.cycle_id}/${row.unit_id}`,
    key: `${row.subject} ${row.cycle_id} ${row.unit_id} ${row.until_day} ${row.today}`,
  }
}
