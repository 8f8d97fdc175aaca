import { errorAt } from '../../core/problem.ts'
import { nextStage } from '../../core/cycle/stages.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import type { Stage } from '../../core/vocabulary.ts'
import { recordActions } from '../../platform/audit/record-action.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import type { ReturnBody } from './deadline-shapes.ts'
import { closingMoment } from '../../platform/database/closing-moment.ts'
import { loadCycle } from './load-cycles.ts'

/** The later deadline the unit gets; refused where it would come back to a closed sheet. */
const deadlineFor = async (context: ActContext, cycleId: string, { deadline }: ReturnBody): Promise<Result<Date | undefined>> => {
  const own = deadline && (await closingMoment(context, deadline))
  const cycle = await loadCycle(context, cycleId)
  if (!cycle.ok) return cycle
  const general = cycle.value.selfAssessmentDeadline
  const closes = Math.max(own?.getTime() ?? 0, general ? new Date(general.closes).getTime() : Number.POSITIVE_INFINITY)
  if (closes <= context.now.getTime())
    return refuse(
      own ? errorAt('deadlinePassed', 'deadline', { deadline: deadline.date }) : errorAt('missingField', 'deadline', { field: 'deadline' }),
    )
  return accept(own)
}

/** Gives a submitted sheet back to its unit. What was entered stays; what was submitted is no longer frozen, and the log says why. */
export const returnSelfAssessment = async (
  context: ActContext,
  { cycleId, unitId }: { readonly cycleId: string; readonly unitId: string },
  seen: number,
  asked: ReturnBody,
): Promise<Result<{ version: number; stage: Stage }>> => {
  const { transaction } = context
  const unit = await transaction
    .selectFrom('cycle_unit')
    .select(['stage', 'version', 'submitted_hash'])
    .where('cycle_id', '=', cycleId)
    .where('unit_id', '=', unitId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  if (unit.version !== seen) return refuse(errorAt('changedMeanwhile', '', { version: String(unit.version) }))
  const stage = nextStage(unit.stage as Stage, 'returnSelfAssessment')
  if (!stage.ok) return stage
  const closes = await deadlineFor(context, cycleId, asked)
  if (!closes.ok) return closes
  await transaction
    .updateTable('cycle_unit')
    .set({
      stage: stage.value,
      version: seen + 1,
      submitted_at: null,
      submitted_by: null,
      submitted_hash: null,
      ...(closes.value && { self_assessment_closes: closes.value }),
    })
    .where('cycle_id', '=', cycleId)
    .where('unit_id', '=', unitId)
    .execute()
  const facts = { reason: asked.reason, submittedHash: unit.submitted_hash, ...(asked.deadline && { deadline: asked.deadline }) }
  await recordActions(context, [{ kind: 'selfAssessmentReturned', cycleId, unitId, facts }])
  return accept({ version: seen + 1, stage: stage.value })
}
