import { sql } from 'kysely'
import type { Telling } from '../../../contract/telling.ts'
import { daysBetween } from '../../../core/dates.ts'
import { calendarTexts } from '../../../language/pages/calendar.ts'
import type { ActContext } from '../../../platform/database/transaction.ts'
import type { Appraised, DueStep } from './due-step.ts'

const { reminder: texts } = calendarTexts

/** Stages of units that wait for each. */
const waiting: Readonly<Record<Appraised, readonly string[]>> = {
  firstAppraisal: ['submitted', 'firstAppraisal'],
  secondAppraisal: ['secondAppraisal'],
  council: ['council'],
}

/** Appraisers of a cycle, as its work is divided, or all where it is not; of the council its members. Nobody where no unit waits for them. */
export const appraisalPeople = async ({ transaction }: ActContext, step: DueStep, round: Appraised): Promise<readonly Telling[]> => {
  const { rows } = await sql<{ id: string; units: number }>`
    with left_over as (
      select count(*)::int as units from cycle_unit where cycle_id = ${step.cycle_id} and stage = any(${[...waiting[round]]}::text[])
    ), working as (
      select m.person_id from council_member m where ${round} = 'council' and m.cycle_id = ${step.cycle_id} and m.kind = 'council' and m.valid @> today()
      union select d.person_id from appraisal_assignment d where ${round} <> 'council' and d.cycle_id = ${step.cycle_id}
      union select g.person_id from role_grant g where ${round} <> 'council' and g.role in ('appraiser', 'areaLead') and g.valid @> today()
        and not exists (select from appraisal_assignment d where d.cycle_id = ${step.cycle_id})
    )
    select p.id, l.units from working w join person p on p.id = w.person_id and p.active cross join left_over l where l.units > 0`.execute(
    transaction,
  )
  return rows.map(({ id, units }) => ({
    personId: id,
    cycleId: step.cycle_id,
    title: texts.title(step.title, daysBetween(step.today, step.until_day)),
    body: texts.appraisal(step.title, step.cycle_title, String(units), step.until_minute ?? step.until_day),
    link: `/${round === 'council' ? 'hop-hoi-dong' : 'tham-dinh'}/${step.cycle_id}`,
    key: `step ${step.id} ${step.until_day} ${step.today}`,
  }))
}
