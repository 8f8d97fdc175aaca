import { sql } from 'kysely'
import { isDisputed, isLess, isMatter } from '../../core/appraisal/explained-leaf.ts'
import { followingStage } from '../../core/cycle/rounds.ts'
import { isAllowedAt } from '../../core/cycle/stages.ts'
import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import type { Stage } from '../../core/vocabulary.ts'
import { recordActions } from '../../platform/audit/record-action.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import { leaveRound } from './leave-round.ts'
import { loadAppraisal, type UnderAppraisal } from './load-appraisal.ts'
import { checkCycleOpen, checkVersion } from './move-unit.ts'
import type { MovedUnit } from './shapes.ts'
import type { SheetPlace } from './sheet-place.ts'

/** Whether somebody has to look at the unit again; where the council is next, only at what is disputed. */
const goesOn = ({ cycle, rows }: UnderAppraisal): boolean =>
  followingStage(cycle.rounds, 'explaining') === 'council'
    ? rows.some(({ explained, claim, decision }) => isDisputed(explained) && isLess(claim, decision))
    : rows.some(({ explained }) => isMatter(explained))

/** Ends the explaining of a locked unit; leaves without an answer are agreed to. */
const endExplaining = async (context: ActContext, appraisal: UnderAppraisal): Promise<Result<MovedUnit>> => {
  const moved = await leaveRound(context, appraisal, goesOn(appraisal) ? 'finishExplanation' : 'settleAppraisal')
  if (!moved.ok) return moved
  const { cycleId, unitId } = appraisal.unit
  const disputed = appraisal.rows.filter(({ explained }) => isDisputed(explained)).length
  await recordActions(context, [{ kind: 'explanationFinished', cycleId, unitId, facts: { disputed, stage: moved.value.stage } }])
  return moved
}

/** The unit says that it has explained all it wanted to. */
export const finishExplanation = async (context: ActContext, place: SheetPlace, version: number): Promise<Result<MovedUnit>> => {
  const appraisal = await loadAppraisal(context, place, 'forChange')
  if (!appraisal.ok) return appraisal
  // Settling is an act of later stages too; the unit ends its own explaining alone.
  const { stage } = appraisal.value.unit
  if (!isAllowedAt(stage as Stage, 'finishExplanation')) return refuse(errorAt('wrongStage', '', { stage, act: 'finishExplanation' }))
  const seen = checkVersion(appraisal.value, version)
  if (!seen.ok) return seen
  const open = checkCycleOpen(appraisal.value, 'finishExplanation')
  return open.ok ? endExplaining(context, appraisal.value) : open
}

/** Moves on every unit of a cycle whose time to explain has run out. */
export const endExplanations = async (context: ActContext, cycleId: string): Promise<Result<{ units: number }>> => {
  const late = await context.transaction
    .selectFrom('cycle_unit')
    .select('unit_id')
    .where('cycle_id', '=', cycleId)
    .where('stage', '=', 'explaining')
    .where(sql<boolean>`greatest(explanation_closes, (select step_closes(${cycleId}, 'explanation'))) <= ${context.now}`)
    .orderBy('unit_id')
    .execute()
  for (const { unit_id } of late) {
    const appraisal = await loadAppraisal(context, { cycleId, unitId: unit_id }, 'forChange')
    if (!appraisal.ok) return appraisal
    const ended = await endExplaining(context, appraisal.value)
    if (!ended.ok) return ended
  }
  return accept({ units: late.length })
}
