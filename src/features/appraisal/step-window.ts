import { sql } from 'kysely'
import type { OpenedByStep } from '../../core/cycle/opened-by-step.ts'
import { checkWindow, type StepWindow } from '../../core/cycle/step-window.ts'
import type { Result } from '../../core/result.ts'
import { accept } from '../../core/result.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import type { SheetPlace } from './sheet-place.ts'

/** A round in which people of the appraisal work; explaining has its own clock beside the plan. */
export type AppraisedRound = Exclude<OpenedByStep, 'selfAssessment'>

/**
 * When a round is open for one unit: the step of the plan that opens it, its end put off by whatever was granted to the unit; explaining lasts at least as long
 * as the unit was told when its results were sent. Nothing where the plan has no such step and the unit no clock.
 */
export const loadWindow = async ({ transaction }: ActContext, place: SheetPlace, round: AppraisedRound): Promise<StepWindow> => {
  const { rows } = await sql<{ opens: Date | null; first_minute: string | null; closes: Date | null; last_minute: string | null }>`
    select w.opens, first_minute(w.opens, a.time_zone) as first_minute, w.closes, last_minute(w.closes, a.time_zone) as last_minute
    from cycle_unit cu join authority a on a.id = cu.authority_id
    cross join lateral (select step_opens(cu.cycle_id, ${round}) as opens, step_closes(cu.cycle_id, ${round}) as step,
      (select max(e.closes) from deadline_extension e where e.authority_id = cu.authority_id and e.cycle_id = cu.cycle_id
        and e.unit_id = cu.unit_id and e.subject = ${round}) as granted) s
    cross join lateral (select s.opens, case
      when ${round} = 'explanation' then greatest(cu.explanation_closes, s.step)
      when s.step is not null then greatest(s.step, s.granted) end as closes) w
    where cu.cycle_id = ${place.cycleId} and cu.unit_id = ${place.unitId}`.execute(transaction)
  const [row] = rows
  return {
    ...(row?.opens && { opens: row.opens }),
    ...(row?.first_minute && { firstMinute: row.first_minute }),
    ...(row?.closes && { closes: row.closes }),
    ...(row?.last_minute && { lastMinute: row.last_minute }),
  }
}

/** Refuses what comes before the step of a round has begun or after it is over for the unit. The database's clock decides. */
export const checkStepWindow = async (context: ActContext, place: SheetPlace, round: AppraisedRound): Promise<Result<undefined>> => {
  const problems = checkWindow(place.unitId, await loadWindow(context, place, round), context.now)
  return problems.length ? { ok: false, problems } : accept(undefined)
}
