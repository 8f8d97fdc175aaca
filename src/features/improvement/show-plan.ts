import { sql } from 'kysely'
import { checkMarks } from '../../core/improvement/check-marks.ts'
import { emulationLines } from '../../core/improvement/emulation.ts'
import { checkPlan, parsePlan, tasksOf } from '../../core/improvement/plan.ts'
import type { PlanFile } from '../../core/improvement/plan-file.ts'
import { standingOf } from '../../core/improvement/follow.ts'
import { tasksOn } from '../../core/improvement/progress.ts'
import { taskId } from '../../core/improvement/task.ts'
import { errorAt, type Problem } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import { speakProblem } from '../../language/problem-sentence.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import { problemsAgainstSets } from './against-sets.ts'
import type { PlanView, ProgressShown } from './contract.ts'
import { loadField, loadReached } from './load-outcome.ts'
import { loadPastResults } from './past-results.ts'
import { loadStoredPlan, type PlanPlace, type StoredPlan, todayOf } from './stored-plan.ts'
import { loadDivisions, mayOf, ownTasks } from './whose-plan.ts'

const loadEditions = async ({ transaction }: ActContext, planId: string): Promise<PlanView['editions']> => {
  const rows = await transaction
    .selectFrom('approved_plan as a')
    .leftJoin('person as p', 'p.id', 'a.approved_by')
    .select(['a.edition', 'a.number', 'a.approved_on as approvedOn', 'p.name as approvedBy', 'a.hash'])
    .where('a.plan_id', '=', planId)
    .orderBy('a.edition')
    .execute()
  return rows.map((row) => ({ ...row, approvedBy: row.approvedBy ?? '' }))
}

/** Every report, in the order in which they came. */
export const loadProgress = async ({ transaction }: ActContext, planId: string): Promise<ProgressShown[]> => {
  const rows = await transaction
    .selectFrom('task_progress as t')
    .leftJoin('person as p', 'p.id', 't.reported_by')
    .leftJoin('evidence as e', 'e.id', 't.evidence_id')
    .select(['t.task_id', 't.reported_on', 't.reported_at', 't.reported_by', 't.state', 't.share', 't.note', 't.period', 't.evidence_id'])
    .select(['p.name', 'e.title'])
    .where('t.plan_id', '=', planId)
    .orderBy('t.id')
    .execute()
  return rows.map((row) => ({
    taskId: row.task_id,
    on: row.reported_on,
    at: row.reported_at.toISOString(),
    by: { id: row.reported_by, name: row.name ?? '' },
    state: row.state,
    share: row.share,
    note: row.note,
    ...(row.period && { period: row.period }),
    ...(row.evidence_id && { evidence: { id: row.evidence_id, title: row.title ?? '' } }),
  }))
}

/** What the plan said when it was last approved: what overseers read while it is a draft again. */
const lastApproved = async ({ transaction }: ActContext, planId: string): Promise<Result<PlanFile>> => {
  const row = await transaction
    .selectFrom('approved_plan')
    .select('document')
    .where('plan_id', '=', planId)
    .orderBy('edition', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? parsePlan(row.document) : refuse(errorAt('notFound', planId, { what: 'plan' }))
}

const fieldOf = async (context: ActContext, unitId: string, { row }: StoredPlan): Promise<readonly string[]> => {
  if (row.publication_id !== null) return loadField(context, unitId, row.publication_id)
  const past = (await loadPastResults(context, unitId)).find(({ id }) => id === row.past_result_id)?.past
  return past?.field.map((percent) => `${BigInt(Math.round(Number(percent) * 10_000))}/1000000`) ?? []
}

const loadDocuments = async ({ transaction }: ActContext, unitId: string) =>
  (
    await sql<{ id: string; title: string }>`
      select id, concat_ws(' – ', nullif(document_number, ''), title) as title from evidence
      where unit_id = ${unitId} order by created_at desc limit 300`.execute(transaction)
  ).rows

const loadAnswers = async ({ transaction }: ActContext, planId: string): Promise<PlanView['answers']> => {
  const rows = await transaction
    .selectFrom('recommendation_answer as a')
    .leftJoin('framework as f', 'f.id', 'a.framework_id')
    .select(['a.recommendation_id as id', 'a.outcome', 'a.text', 'a.answered_on as on', 'f.title'])
    .where('a.plan_id', '=', planId)
    .orderBy('a.recommendation_id')
    .execute()
  return rows.map(({ title, ...row }) => ({ ...row, ...(title !== null && { framework: title }) }))
}

/** Legal documents of the whole authority and of the unit, newest first. */
const loadGrounds = async ({ transaction }: ActContext, unitId: string) =>
  (
    await sql<{ id: string; title: string }>`
      select id, concat_ws(' – ', nullif(number, ''), title) as title from legal_document
      where unit_id is null or unit_id = ${unitId} order by issued_on desc nulls first, id desc limit 300`.execute(transaction)
  ).rows

interface Followed {
  readonly plan: PlanFile
  readonly progress: readonly ProgressShown[]
  readonly today: string
  readonly start: string
}

/** Marks that do not fit how the tasks went. */
const markProblems = ({ plan, progress, today, start }: Followed): readonly Problem[] => {
  const entries = progress.map(({ taskId: task, on, state, share }) => ({ task: taskId(task), on, state, share }))
  return checkMarks(emulationLines(plan, tasksOn(tasksOf(plan), entries, today), (task) => standingOf(task, today, start)))
}

/** A plan as its page shows it. */
export const showPlan = async (context: ActContext, place: PlanPlace): Promise<Result<PlanView>> => {
  const stored = await loadStoredPlan(context.transaction, place)
  if (!stored.ok) return stored
  const divisions = await loadDivisions(context, place.unitId)
  const may = mayOf(context, place.unitId, divisions)
  const plan = may.mayFollow || stored.value.row.stage !== 'draft' ? accept(stored.value.plan) : await lastApproved(context, place.planId)
  if (!plan.ok) return plan
  const { row } = stored.value
  const unit = await context.transaction
    .selectFrom('unit')
    .select(['id', 'code', 'name'])
    .where('id', '=', place.unitId)
    .executeTakeFirstOrThrow()
  const editions = await loadEditions(context, row.id)
  const field = await fieldOf(context, place.unitId, stored.value)
  const followed = {
    plan: plan.value,
    today: await todayOf(context),
    start: editions[0]?.approvedOn ?? `${plan.value.actionYear}-01-01`,
    progress: await loadProgress(context, row.id),
  }
  return accept({
    id: row.id,
    unit,
    stage: row.stage,
    version: row.version,
    ...followed,
    editions,
    problems: [
      ...checkPlan(plan.value, field.length + 1),
      ...(await problemsAgainstSets(context, place.unitId, plan.value)),
      ...markProblems(followed),
    ].map((problem) => ({ ...speakProblem(problem) })),
    field: [...field],
    reached: await loadReached(context, place.unitId, plan.value.targetYears),
    documents: may.mayFollow ? await loadDocuments(context, place.unitId) : [],
    divisions: divisions.map(({ name, head }) => ({ name, ...(head !== null && { head }) })),
    ownTasks: [...ownTasks(context, place.unitId, divisions, plan.value)],
    grounds: may.mayFollow ? await loadGrounds(context, place.unitId) : [],
    answers: await loadAnswers(context, row.id),
    ...may,
  })
}
