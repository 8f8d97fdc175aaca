import { sql } from 'kysely'
import { parsePlan } from '../../core/improvement/plan.ts'
import type { PlanFile } from '../../core/improvement/plan-file.ts'
import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import { recordActions } from '../../platform/audit/record-action.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import { approvedPlans } from './approved-plans.ts'
import type { RecommendationAnswer, RecommendationLine } from './follow-contract.ts'
import { todayOf } from './stored-plan.ts'

const plansPerPage = 100

interface AnswerRow {
  readonly plan_id: string
  readonly recommendation_id: string
  readonly outcome: RecommendationAnswer['outcome']
  readonly text: string
  readonly answered_on: string
  readonly version: number
  readonly framework: { id: string; title: string } | null
}

const loadAnswers = async ({ transaction }: ActContext, planIds: readonly string[]): Promise<ReadonlyMap<string, AnswerRow>> => {
  const { rows } = await sql<AnswerRow>`
    select a.plan_id, a.recommendation_id, a.outcome, a.text, a.answered_on, a.version,
      case when f.id is not null then jsonb_build_object('id', f.id, 'title', f.title) end as framework
    from recommendation_answer a left join framework f on f.id = a.framework_id
    where a.plan_id = any(${[...planIds]}::uuid[])`.execute(transaction)
  return new Map(rows.map((row) => [`${row.plan_id} ${row.recommendation_id}`, row]))
}

const loadDrafts = async ({ transaction }: ActContext): Promise<{ id: string; title: string }[]> =>
  transaction
    .selectFrom('framework')
    .select(['id', 'title'])
    .where('status', '=', 'draft')
    .orderBy('created_at', 'desc')
    .limit(50)
    .execute()

type PlanOfUnit = { readonly id: string; readonly unit: RecommendationLine['unit']; readonly plan: PlanFile }

const lineOf = (
  { id: planId, unit, plan }: PlanOfUnit,
  { id, addressee, text, answer: own, answeredOn }: PlanFile['recommendations'][number],
  answers: ReadonlyMap<string, AnswerRow>,
): RecommendationLine => {
  const official = answers.get(`${planId} ${id}`)
  const [answer, on] = official ? [official.text, official.answered_on] : [own, answeredOn]
  return {
    planId,
    unit,
    year: plan.year,
    id,
    addressee,
    text,
    version: official?.version ?? 0,
    ...(official && { outcome: official.outcome }),
    ...(answer !== undefined && { answer }),
    ...(on !== undefined && { answeredOn: on }),
    ...(official?.framework && { framework: official.framework }),
  }
}

/** What units ask to have changed in the criteria: the method owner's list for the next version. */
export const listRecommendations = async (
  context: ActContext,
  { after }: { readonly after?: string | undefined },
): Promise<Result<{ recommendations: RecommendationLine[]; drafts: { id: string; title: string }[]; next?: string }>> => {
  const rows = await approvedPlans(context, after, plansPerPage + 1)
  const shown = rows.slice(0, plansPerPage)
  const answers = await loadAnswers(
    context,
    shown.map(({ id }) => id),
  )
  const recommendations = shown.flatMap(({ id, unit, document }) => {
    const plan = parsePlan(document)
    if (!plan.ok) return []
    const whose = { id, unit, plan: plan.value }
    return plan.value.recommendations.filter(({ onCriteria }) => onCriteria).map((each) => lineOf(whose, each, answers))
  })
  const last = rows[plansPerPage - 1]
  return accept({ recommendations, drafts: await loadDrafts(context), ...(rows.length > plansPerPage && last && { next: last.id }) })
}

interface AnswerPlace {
  readonly planId: string
  readonly recommendationId: string
}

/** The plan of an approved edition, whatever unit has it; the method owner sees all. */
const planOf = async ({ transaction }: ActContext, planId: string): Promise<Result<PlanOfUnit>> => {
  const { rows } = await sql<{ document: unknown; unit: RecommendationLine['unit'] }>`
    select p.document, jsonb_build_object('id', u.id, 'code', u.code, 'name', u.name) as unit
    from improvement_plan p join unit u on u.id = p.unit_id
    where p.id = ${planId} and exists (select from approved_plan a where a.plan_id = p.id)`.execute(transaction)
  const row = rows[0]
  if (!row) return refuse(errorAt('notFound', planId, { what: 'plan' }))
  const plan = parsePlan(row.document)
  return plan.ok ? accept({ id: planId, unit: row.unit, plan: plan.value }) : plan
}

const isDraft = async ({ transaction }: ActContext, id: string): Promise<boolean> =>
  (await transaction.selectFrom('framework').select('id').where('id', '=', id).where('status', '=', 'draft').executeTakeFirst()) !==
  undefined

const storeAnswer = async (
  { transaction, actor }: ActContext,
  { planId, recommendationId }: AnswerPlace,
  version: number,
  { outcome, text, frameworkId }: RecommendationAnswer,
  on: string,
): Promise<boolean> => {
  const { rows } = await sql<{ version: number }>`
    insert into recommendation_answer as r (authority_id, plan_id, recommendation_id, outcome, text, framework_id, answered_on, answered_by)
    values (${actor.authorityId}, ${planId}, ${recommendationId}, ${outcome}, ${text}, ${frameworkId ?? null}, ${on}, ${actor.personId})
    on conflict (authority_id, plan_id, recommendation_id) do update
      set outcome = excluded.outcome, text = excluded.text, framework_id = excluded.framework_id, answered_on = excluded.answered_on,
        answered_by = excluded.answered_by, version = r.version + 1
      where r.version = ${version}
    returning version`.execute(transaction)
  const stored = rows[0]
  // A first answer always finds a place; whoever saw a version that is no longer there does not.
  return stored !== undefined && (stored.version > 1 || version === 0)
}

/** Answers a recommendation on the criteria; what is taken up can be named a proposal for a draft of the next version. */
export const answerRecommendation = async (
  context: ActContext,
  place: AnswerPlace,
  version: number,
  answer: RecommendationAnswer,
): Promise<Result<RecommendationLine>> => {
  const plan = await planOf(context, place.planId)
  if (!plan.ok) return plan
  const asked = plan.value.plan.recommendations.find(({ id, onCriteria }) => id === place.recommendationId && onCriteria)
  const { frameworkId, outcome } = answer
  const problems = [
    ...(asked ? [] : [errorAt('notFound', place.recommendationId, { what: 'recommendation' })]),
    ...(frameworkId !== undefined && (outcome !== 'takenUp' || !(await isDraft(context, frameworkId)))
      ? [errorAt('notFound', 'frameworkId', { what: 'framework' })]
      : []),
  ]
  if (!asked || problems.length > 0) return refuse(...problems)
  const on = await todayOf(context)
  if (!(await storeAnswer(context, place, version, answer, on))) return refuse(errorAt('changedMeanwhile', '', {}))
  await recordActions(context, [{ kind: 'recommendationAnswered', unitId: plan.value.unit.id, facts: { ...place, outcome } }])
  return accept(lineOf(plan.value, asked, await loadAnswers(context, [place.planId])))
}
