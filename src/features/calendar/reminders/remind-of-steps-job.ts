import { sql } from 'kysely'
import { z } from 'zod'
import type { Telling } from '../../../contract/telling.ts'
import { daysBetween } from '../../../core/dates.ts'
import { unitByName } from '../../../core/organisation/same-name.ts'
import { accept } from '../../../core/result.ts'
import { calendarTexts } from '../../../language/pages/calendar.ts'
import type { ActContext } from '../../../platform/database/transaction.ts'
import { bindJob, type Job } from '../../../platform/jobs/job-kind.ts'
import { tell } from '../notices/tell.ts'
import { appraisalPeople } from './appraisal-people.ts'
import type { DueStep } from './due-step.ts'
import { unitDeadlines, unitTelling } from './unit-deadlines.ts'

const remindOfSteps = { kind: 'remindOfSteps', payload: z.unknown(), everySeconds: 60 }
const { reminder: texts } = calendarTexts

/** Steps of unfinished cycles of which people are to be reminded on this day of the authority; units that work in one are reminded of their own day. */
const dueSteps = async ({ transaction }: ActContext): Promise<readonly DueStep[]> => {
  const { rows } = await sql<DueStep>`
    select s.id, s.cycle_id, c.title as cycle_title, s.title, s.until_day, s.responsible, s.opens,
      to_char(s.until_day + s.until_time, 'YYYY-MM-DD"T"HH24:MI') as until_minute, to_char(d.today, 'YYYY-MM-DD') as today
    from calendar_step s join cycle c on c.id = s.cycle_id join authority a on a.id = c.authority_id
    cross join lateral (select (now() at time zone a.time_zone)::date as today) d
    where c.stage not in ('approved', 'published') and s.until_day is not null and coalesce(s.opens, '') not in ('selfAssessment', 'explanation')
      and ((s.until_day - d.today) = any(s.remind_before) or (d.today > s.until_day and (d.today - s.until_day) = any(s.remind_after)))`.execute(
    transaction,
  )
  return rows
}

/** The people of the unit that the step names; where no unit has that name, the office that owns the method. */
const responsiblePeople = async ({ transaction }: ActContext, step: DueStep): Promise<readonly Telling[]> => {
  const units = await transaction.selectFrom('unit').select(['id', 'name', 'aliases']).where(sql<boolean>`valid @> today()`).execute()
  const unit = step.responsible === null ? undefined : unitByName(units)(step.responsible)
  const { rows } = await sql<{ id: string }>`
    select distinct p.id from role_grant g join person p on p.id = g.person_id and p.active
    where g.valid @> today() and ${unit ? sql`g.unit_id = ${unit.id}` : sql`g.role = 'methodOwner'`}`.execute(transaction)
  return rows.map(({ id }) => ({
    personId: id,
    cycleId: step.cycle_id,
    ...(unit && { unitId: unit.id }),
    title: texts.title(step.title, daysBetween(step.today, step.until_day)),
    body: texts.step(step.title, step.cycle_title, step.until_minute ?? step.until_day),
    link: `/ky-danh-gia/${step.cycle_id}/lich`,
    key: `step ${step.id} ${step.until_day} ${step.today}`,
  }))
}

/** Reminds of deadlines on the days that each step says, once a day and person. */
export const remindOfStepsJob = (hasMail: boolean): Job =>
  bindJob(remindOfSteps, async (_, work) => {
    const due = await work.act(async (context) => accept(await dueSteps(context)))
    if (!due.ok) return due
    const units = await work.act(async (context) => accept(await tell(context, hasMail, (await unitDeadlines(context)).map(unitTelling))))
    if (!units.ok) return units
    let told = units.value
    for (const step of due.value) {
      const done = await work.act(async (context) => {
        const tellings = step.opens === null ? await responsiblePeople(context, step) : await appraisalPeople(context, step, step.opens)
        return accept(await tell(context, hasMail, tellings))
      })
      if (!done.ok) return done
      told += done.value
    }
    return accept({ told })
  })
