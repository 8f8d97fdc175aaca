import { errorAt } from '../../core/problem.ts'
import { checkRounds } from '../../core/cycle/rounds.ts'
import { nextStage } from '../../core/cycle/stages.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import { trialTitle } from '../../language/trial-words.ts'
import { recordActions } from '../../platform/audit/record-action.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import type { Cycle, CycleChange } from './contract.ts'
import { closingMoment } from '../../platform/database/closing-moment.ts'
import { loadCycle } from './load-cycles.ts'
import { placeUnits } from './place-units.ts'

/** The cycle, held until the act ends, as the person saw it. */
const loadSeen = async (context: ActContext, cycleId: string, seen: number): Promise<Result<Cycle>> => {
  const cycle = await loadCycle(context, cycleId, 'forUpdate')
  if (!cycle.ok || cycle.value.version === seen) return cycle
  return refuse(errorAt('changedMeanwhile', '', { version: String(cycle.value.version) }))
}

/** Other frameworks, units or rounds: only while nobody has begun. */
const changePrepared = async (context: ActContext, cycle: Cycle, { frameworks, rounds }: CycleChange): Promise<Result<undefined>> => {
  if (!frameworks && !rounds) return accept(undefined)
  const stage = nextStage(cycle.stage, 'changeCycle')
  if (!stage.ok) return stage
  const problems = rounds ? checkRounds(rounds) : []
  const placed = frameworks ? await placeUnits(context, cycle.id, frameworks) : accept(undefined)
  if (problems.length || !placed.ok) return { ok: false, problems: [...problems, ...(placed.ok ? [] : placed.problems)] }
  return accept(undefined)
}

/** Changes name, deadlines, and what is prepared. A later deadline holds at once for every unit that has not submitted. */
export const changeCycle = async (context: ActContext, cycleId: string, seen: number, change: CycleChange): Promise<Result<Cycle>> => {
  const cycle = await loadSeen(context, cycleId, seen)
  if (!cycle.ok) return cycle
  const prepared = await changePrepared(context, cycle.value, change)
  if (!prepared.ok) return prepared
  const closes = change.selfAssessmentDeadline && (await closingMoment(context, change.selfAssessmentDeadline))
  await context.transaction
    .updateTable('cycle')
    .set({
      revision: seen + 1,
      ...(change.title && { title: cycle.value.isTrial ? trialTitle(change.title) : change.title }),
      ...(closes && { self_assessment_closes: closes }),
      ...(change.explanationDays && { explanation_days: change.explanationDays }),
      ...(change.rounds && { rounds: [...change.rounds] }),
      ...(change.submissionDemand && { submission_demand: change.submissionDemand }),
      ...(change.publicationDemand && { publication_demand: change.publicationDemand }),
    })
    .where('id', '=', cycleId)
    .execute()
  await recordActions(context, [
    { kind: 'cycleChanged', cycleId, facts: { ...change, before: cycle.value.selfAssessmentDeadline?.closes ?? null } },
  ])
  return loadCycle(context, cycleId)
}

/** Takes a prepared cycle back, with its frameworks, units and councils. The log keeps that it was there. */
export const deleteCycle = async (context: ActContext, cycleId: string, seen: number): Promise<Result<undefined>> => {
  const cycle = await loadSeen(context, cycleId, seen)
  if (!cycle.ok) return cycle
  const stage = nextStage(cycle.value.stage, 'deleteCycle')
  if (!stage.ok) return stage
  const { transaction } = context
  const { year, title } = cycle.value
  await transaction.deleteFrom('cycle_unit').where('cycle_id', '=', cycleId).execute()
  await transaction.deleteFrom('cycle_framework').where('cycle_id', '=', cycleId).execute()
  await transaction.updateTable('cycle').set({ previous_id: null }).where('previous_id', '=', cycleId).execute()
  await transaction.deleteFrom('cycle').where('id', '=', cycleId).execute()
  await recordActions(context, [{ kind: 'cycleDeleted', facts: { cycleId, year, title } }])
  return accept(undefined)
}

/** Opens a prepared cycle: it and all its units may assess themselves from now on. */
export const openCycle = async (context: ActContext, cycleId: string, seen: number): Promise<Result<Cycle>> => {
  const cycle = await loadSeen(context, cycleId, seen)
  if (!cycle.ok) return cycle
  const stage = nextStage(cycle.value.stage, 'openCycle')
  if (!stage.ok) return stage
  const deadline = cycle.value.selfAssessmentDeadline
  if (deadline && new Date(deadline.closes) <= context.now)
    return refuse(errorAt('deadlinePassed', 'selfAssessmentDeadline', { deadline: deadline.lastMinute }))
  await context.transaction
    .updateTable('cycle')
    .set({ stage: stage.value, revision: seen + 1 })
    .where('id', '=', cycleId)
    .execute()
  const opened = await context.transaction
    .updateTable('cycle_unit')
    .set((row) => ({ stage: stage.value, version: row('version', '+', 1) }))
    .where('cycle_id', '=', cycleId)
    .executeTakeFirst()
  await recordActions(context, [{ kind: 'cycleOpened', cycleId, facts: { units: Number(opened.numUpdatedRows) } }])
  return loadCycle(context, cycleId)
}
