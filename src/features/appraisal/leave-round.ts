import { sql } from 'kysely'
import { decidingRounds } from '../../core/cycle/rounds.ts'
import type { StageAct } from '../../core/cycle/stages.ts'
import { accept, type Result } from '../../core/result.ts'
import type { Stage } from '../../core/vocabulary.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import { carryDecisions } from '../scores/carry-decisions.ts'
import type { MovedUnit } from './shapes.ts'
import type { UnderAppraisal } from './load-appraisal.ts'
import { moveUnit } from './move-unit.ts'

/** Brings the decisions of the round in work into those that come: the next one where it begins, all of them where the unit is done. */
const carryOn = async (context: ActContext, { cycle, unit, inForce, round }: UnderAppraisal, stage: Stage): Promise<void> => {
  if (stage === 'explaining') return
  const rounds = decidingRounds(cycle.rounds)
  const later = rounds.slice(rounds.indexOf(round) + 1)
  const begun = stage === 'approved' ? later : later.slice(0, 1)
  for (const [index, to] of begun.entries()) await carryDecisions(context, [unit], inForce, { from: begun[index - 1] ?? round, to })
}

/** The unit may explain to the end of the day so many days from now, on the authority's clock. */
const startClock = async ({ transaction }: ActContext, { cycle, unit }: UnderAppraisal): Promise<void> => {
  await transaction
    .updateTable('cycle_unit')
    .set({
      explanation_closes: sql<Date>`(select (date_trunc('day', now() at time zone a.time_zone) + make_interval(days => ${cycle.explanationDays + 1}))
        at time zone a.time_zone from authority a where a.id = actor_authority())`,
    })
    .where('cycle_id', '=', unit.cycleId)
    .where('unit_id', '=', unit.unitId)
    .execute()
}

/** Takes a locked unit out of the round in work: along the cycle's rounds, with its decisions, and with its clock where it may explain now. */
export const leaveRound = async (context: ActContext, appraisal: UnderAppraisal, act: StageAct): Promise<Result<MovedUnit>> => {
  const moved = await moveUnit(context, appraisal, act)
  if (!moved.ok) return moved
  await carryOn(context, appraisal, moved.value.stage)
  if (moved.value.stage === 'explaining') await startClock(context, appraisal)
  return accept(moved.value)
}
