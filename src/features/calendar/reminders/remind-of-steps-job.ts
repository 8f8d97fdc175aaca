import { sql } from 'kysely'
import { z } from 'zod'
import { daysBetween } from '../../../core/dates.ts'
import { unitByName } from '../../../core/organisation/same-name.ts'
import { accept } from '../../../core/result.ts'
import { calendarTexts } from '../../../language/pages/calendar.ts'
import type { ActContext } from '../../../platform/database/transaction.ts'
import { bindJob, type Job } from '../../../platform/jobs/job-kind.ts'
import { tell, type Telling } from '../notices/tell.ts'

const remindOfSteps = { kind: 'remindOfSteps', payload: z.unknown(), everySeconds: 60 }
const { reminder: texts } = calendarTexts

interface DueStep {
  readonly id: string
  readonly cycle_id: string
  readonly cycle_title: string
  readonly title: string
  readonly until_day: string
  readonly today: string
  readonly responsible: string | null
  readonly opens: string | null
}

/** Steps of unfinished cycles of which people are to be reminded on this day of the authority. */
const dueSteps = async ({ transaction }: ActContext): Promise<readonly DueStep[]> => {
  const { rows } = await sql<DueStep>`
    select s.id, s.cycle_id, c.title as cycle_title, s.title, s.until_day, s.responsible, s.opens, to_char(d.today, 'YYYY-MM-DD') as today
    from calendar_step s join cycle c on c.id = s.cycle_id join authority a on a.id = c.authority_id
    cross join lateral (select (now() at time zone a.time_zone)::date as today) d
    where c.stage not in ('approved', 'published') and s.until_day is not null
      and ((s.until_day - d.today) = any(s.remind_before) or (d.today > s.until_day and (d.today - s.until_day) = any(s.remind_after)))`.execute(
    transaction,
  )
  return rows
}

interface UnitPerson {
  readonly person_id: string
  readonly unit_id: string
  readonly unit_name: string
  readonly answered: number
  readonly leaves: number
}

/** Officers and heads of units that have not submitted; whoever was granted a later deadline is reminded before that by nobody yet. */
const selfAssessing = async ({ transaction }: ActContext, step: DueStep): Promise<readonly Telling[]> => {
  const { rows } = await sql<UnitPerson>`
    select distinct p.id as person_id, u.id as unit_id, u.name as unit_name, coalesce(t.answered, 0) as answered,
      (select count(*)::int from framework_node n where n.authority_id = cu.authority_id and n.framework_id = cu.framework_id and n.is_leaf
        and n.source = 'appraised') as leaves
    from cycle_unit cu join unit u on u.id = cu.unit_id
    join role_grant g on g.unit_id = u.id and g.valid @> current_date and g.role in ('unitOfficer', 'headOfUnit')
    join person p on p.id = g.person_id and p.active
    left join unit_total t on t.authority_id = cu.authority_id and t.cycle_id = cu.cycle_id and t.unit_id = cu.unit_id
      and t.round = 'claimed' and t.node_id = ''
    where cu.cycle_id = ${step.cycle_id} and cu.stage = 'selfAssessing' and cu.self_assessment_closes is null`.execute(transaction)
  return rows.map((row) => ({
    personId: row.person_id,
    unitId: row.unit_id,
    cycleId: step.cycle_id,
    title: texts.title(step.title, daysBetween(step.today, step.until_day)),
    body: texts.selfAssessment(row.unit_name, step.cycle_title, String(row.answered), String(row.leaves), step.until_day),
    link: `/tu-danh-gia/${step.cycle_id}/${row.unit_id}`,
    key: `step ${step.id} ${row.unit_id} ${step.until_day} ${step.today}`,
  }))
}

/** The people of the unit that the step names; where no unit has that name, the office that owns the method. */
const responsiblePeople = async ({ transaction }: ActContext, step: DueStep): Promise<readonly Telling[]> => {
  const units = await transaction.selectFrom('unit').select(['id', 'name', 'aliases']).where(sql<boolean>`valid @> current_date`).execute()
  const unit = step.responsible === null ? undefined : unitByName(units)(step.responsible)
  const { rows } = await sql<{ id: string }>`
    select distinct p.id from role_grant g join person p on p.id = g.person_id and p.active
    where g.valid @> current_date and ${unit ? sql`g.unit_id = ${unit.id}` : sql`g.role = 'methodOwner'`}`.execute(transaction)
  return rows.map(({ id }) => ({
    personId: id,
    cycleId: step.cycle_id,
    ...(unit && { unitId: unit.id }),
    title: texts.title(step.title, daysBetween(step.today, step.until_day)),
    body: texts.step(step.title, step.cycle_title, step.until_day),
    link: `/ky-danh-gia/${step.cycle_id}/lich`,
    key: `step ${step.id} ${step.until_day} ${step.today}`,
  }))
}

/** Reminds of deadlines on the days that each step says, once a day and person. */
export const remindOfStepsJob = (hasMail: boolean): Job =>
  bindJob(remindOfSteps, async (_, work) => {
    const due = await work.act(async (context) => accept(await dueSteps(context)))
    if (!due.ok) return due
    let told = 0
    for (const step of due.value) {
      const done = await work.act(async (context) => {
        const tellings = step.opens === null ? await responsiblePeople(context, step) : await selfAssessing(context, step)
        return accept(await tell(context, hasMail, tellings))
      })
      if (!done.ok) return done
      told += done.value
    }
    return accept({ told })
  })
