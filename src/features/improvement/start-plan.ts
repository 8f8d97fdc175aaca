import { randomUUID } from 'node:crypto'
import { parsePlan } from '../../core/improvement/plan.ts'
import type { PlanFile } from '../../core/improvement/plan-file.ts'
import { planOfPast } from '../../core/improvement/plan-of-past.ts'
import { planOfResult } from '../../core/improvement/plan-of-result.ts'
import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import { recordActions } from '../../platform/audit/record-action.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import type { PlanStart, PlanView } from './contract.ts'
import { continuedPlan } from './continue-plan.ts'
import { loadOutcome, loadPublished } from './load-outcome.ts'
import { loadPastResults } from './past-results.ts'
import { showPlan } from './show-plan.ts'
import { loadStoredPlan } from './stored-plan.ts'

/** A plan's document, and the result it rests on. */
export interface Begun {
  readonly plan: PlanFile
  readonly publicationId: string | null
  readonly pastResultId: string | null
}

const begun = (input: object, rest: Omit<Begun, 'plan'>): Result<Begun> => {
  const plan = parsePlan(input)
  return plan.ok ? accept({ plan: plan.value, ...rest }) : plan
}

type Head = Pick<PlanStart, 'title' | 'actionYear'>

const fromPublication = async (context: ActContext, unitId: string, head: Head, publicationId: string): Promise<Result<Begun>> => {
  const found = await loadOutcome(context, unitId, publicationId)
  if (!found.ok) return found
  const { row, framework, outcome, places } = found.value
  const beginning = planOfResult(framework.framework, outcome, { total: row.result, places })
  const input = { ...head, year: row.year, targetYears: [head.actionYear], ...beginning }
  return begun(input, { publicationId, pastResultId: null })
}

const fromPast = async (context: ActContext, unitId: string, head: Head, year: number): Promise<Result<Begun>> => {
  const all = await loadPastResults(context, unitId)
  const own = all.find((each) => each.year === year)
  if (!own) return refuse(errorAt('notFound', String(year), { what: 'result' }))
  const earlier = new Map<string, number[]>()
  for (const { year: before, past } of all.filter((each) => each.year < year))
    for (const { code } of planOfPast(past).losses) if (code !== '') earlier.set(code, [...(earlier.get(code) ?? []), before])
  const beginning = planOfPast(own.past, earlier)
  const targetYears = beginning.targetYears?.length ? beginning.targetYears : [head.actionYear]
  return begun({ ...head, year, ...beginning, targetYears }, { publicationId: null, pastResultId: own.id })
}

/** The next year's plan: what is still to be done goes on, beside the result that has come meanwhile, published or typed, where there is one. */
const fromPlan = async (context: ActContext, unitId: string, head: Head, planId: string): Promise<Result<Begun>> => {
  const old = await loadStoredPlan(context.transaction, { unitId, planId })
  if (!old.ok) return old
  const newer = (await loadPublished(context, unitId)).find(({ year }) => year === old.value.plan.actionYear)
  const isTyped = (await loadPastResults(context, unitId)).some(({ year }) => year === old.value.plan.actionYear)
  const without = accept({
    plan: { ...old.value.plan, ...head },
    publicationId: old.value.row.publication_id,
    pastResultId: old.value.row.past_result_id,
  })
  const next = newer
    ? await fromPublication(context, unitId, head, newer.publication_id)
    : isTyped
      ? await fromPast(context, unitId, head, old.value.plan.actionYear)
      : without
  if (!next.ok) return next
  return accept({ ...next.value, plan: await continuedPlan(context, old.value, next.value.plan) })
}

const beginningOf = (context: ActContext, unitId: string, { from, ...head }: PlanStart): Promise<Result<Begun>> => {
  if (from.kind === 'publication') return fromPublication(context, unitId, head, from.publicationId)
  if (from.kind === 'past') return fromPast(context, unitId, head, from.year)
  return fromPlan(context, unitId, head, from.planId)
}

export const insertPlan = async (
  { transaction, actor }: Pick<ActContext, 'transaction' | 'actor'>,
  unitId: string,
  id: string,
  begunPlan: Begun,
): Promise<void> => {
  const { plan, publicationId, pastResultId } = begunPlan
  await transaction
    .insertInto('improvement_plan')
    .values({
      id,
      authority_id: actor.authorityId,
      unit_id: unitId,
      action_year: plan.actionYear,
      title: plan.title,
      publication_id: publicationId,
      past_result_id: pastResultId,
      document: JSON.stringify(plan),
      changed_by: actor.personId,
    })
    .execute()
}

/** Begins a plan: losses, areas and rows of targets are found, everything else is for people to say. */
export const startPlan = async (context: ActContext, unitId: string, start: PlanStart): Promise<Result<PlanView>> => {
  const beginning = await beginningOf(context, unitId, start)
  if (!beginning.ok) return beginning
  const id = randomUUID()
  await insertPlan(context, unitId, id, beginning.value)
  await recordActions(context, [{ kind: 'planStarted', unitId, facts: { planId: id, from: start.from, actionYear: start.actionYear } }])
  return showPlan(context, { unitId, planId: id })
}
