import { checkFinished } from '../../core/appraisal/check-finished.ts'
import { isLess, isStillDisputed } from '../../core/appraisal/explained-leaf.ts'
import { followingStage } from '../../core/cycle/rounds.ts'
import { accept, type Result } from '../../core/result.ts'
import type { Stage } from '../../core/vocabulary.ts'
import { recordActions } from '../../platform/audit/record-action.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import { leaveRound } from './leave-round.ts'
import type { MovedUnit } from './shapes.ts'
import { loadAppraisal, type UnderAppraisal } from './load-appraisal.ts'
import { checkCycleOpen, checkVersion, moveUnit } from './move-unit.ts'
import type { SheetPlace } from './sheet-place.ts'

/** The council is only for what is still disputed; a unit of which nothing is goes past it. */
const finishingAct = ({ cycle, unit, round, rows }: UnderAppraisal): 'finishAppraisal' | 'settleAppraisal' => {
  if (round === 'firstAppraisal' || followingStage(cycle.rounds, unit.stage as Stage) !== 'council') return 'finishAppraisal'
  const goesOn = rows.some(({ explained, claim, decision }) =>
    cycle.rounds.includes('explanation') ? isStillDisputed(explained, claim, decision) : isLess(claim, decision),
  )
  return goesOn ? 'finishAppraisal' : 'settleAppraisal'
}

/** Finishes the round in work for a unit: every leaf is decided, and nobody has changed its stage since it was seen. */
export const finishAppraisal = async (context: ActContext, place: SheetPlace, version: number): Promise<Result<MovedUnit>> => {
  const appraisal = await loadAppraisal(context, place, 'forChange')
  if (!appraisal.ok) return appraisal
  const seen = checkVersion(appraisal.value, version)
  if (!seen.ok) return seen
  const open = checkCycleOpen(appraisal.value, 'finishAppraisal')
  if (!open.ok) return open
  const problems = checkFinished(appraisal.value.rows)
  if (problems.length) return { ok: false, problems }
  const moved = await leaveRound(context, appraisal.value, finishingAct(appraisal.value))
  if (moved.ok)
    await recordActions(context, [
      { kind: 'appraisalFinished', ...place, facts: { round: appraisal.value.round, stage: moved.value.stage } },
    ])
  return moved
}

/** Takes a finished appraisal up again. The reason stays in the log for good. */
export const reopenAppraisal = async (
  context: ActContext,
  place: SheetPlace,
  { version, reason }: { readonly version: number; readonly reason: string },
): Promise<Result<MovedUnit>> => {
  const appraisal = await loadAppraisal(context, place, 'forChange')
  if (!appraisal.ok) return appraisal
  const seen = checkVersion(appraisal.value, version)
  if (!seen.ok) return seen
  const open = checkCycleOpen(appraisal.value, 'reopenAppraisal')
  if (!open.ok) return open
  const moved = await moveUnit(context, appraisal.value, 'reopenAppraisal')
  if (!moved.ok) return moved
  await recordActions(context, [{ kind: 'appraisalReopened', ...place, facts: { round: appraisal.value.round, reason } }])
  return accept(moved.value)
}
