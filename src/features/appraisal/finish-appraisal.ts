import { checkFinished } from '../../core/appraisal/check-finished.ts'
import { accept, type Result } from '../../core/result.ts'
import { recordActions } from '../../platform/audit/record-action.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import type { MovedUnit } from './shapes.ts'
import { loadAppraisal, type SheetPlace } from './load-appraisal.ts'
import { checkCycleOpen, checkVersion, moveUnit } from './move-unit.ts'

/** Finishes the appraisal of a unit: every leaf is decided, and nobody has changed its stage since it was seen. */
export const finishAppraisal = async (context: ActContext, place: SheetPlace, version: number): Promise<Result<MovedUnit>> => {
  const appraisal = await loadAppraisal(context, place, 'forChange')
  if (!appraisal.ok) return appraisal
  const seen = checkVersion(appraisal.value, version)
  if (!seen.ok) return seen
  const open = checkCycleOpen(appraisal.value, 'finishAppraisal')
  if (!open.ok) return open
  const problems = checkFinished(appraisal.value.rows)
  if (problems.length) return { ok: false, problems }
  const moved = await moveUnit(context, appraisal.value, 'finishAppraisal')
  if (moved.ok) await recordActions(context, [{ kind: 'appraisalFinished', ...place, facts: { round: appraisal.value.round } }])
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
