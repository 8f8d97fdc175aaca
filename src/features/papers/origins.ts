import { sql } from 'kysely'
import { parsePlan } from '../../core/improvement/plan.ts'
import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import { improvementWords } from '../../language/pages/improvement.ts'
import type { PaperKind } from '../../language/reports/paper-kind-words.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import { planFactsOf } from '../../reports/papers/plan-facts-of.ts'
import { type PaperPlace, planKinds } from './place.ts'

/** What a survey found, in the shape of `surveyReportFactsShape`; handed in by whoever puts the application together. */
export type SurveyFacts = (context: ActContext, surveyId: string) => Promise<Result<object>>

/** What the surveys of a cycle said of one unit, a sentence each; handed in likewise. */
export type UnitSatisfaction = (
  context: ActContext,
  at: { readonly unitId: string; readonly cycleId: string },
) => Promise<Result<readonly string[]>>

/** What surveys give papers. */
export interface OfSurveys {
  readonly facts: SurveyFacts
  readonly satisfaction: UnitSatisfaction
}

interface PaperOrigin {
  readonly kind: PaperKind
  readonly sourceId: string | undefined
  readonly unitId: string | undefined
  readonly cycleId: string | undefined
}

/** Something a paper is made of beside a cycle: a plan of improvement, a survey that is closed. */
export interface Origin {
  readonly id: string
  readonly title: string
  readonly kinds: PaperKind[]
}

/** Newest first: plans in a unit's register, closed surveys in the authority's. */
export const listOrigins = async ({ transaction }: ActContext, { unitId }: PaperPlace): Promise<Origin[]> => {
  if (unitId !== undefined) {
    const rows = await transaction
      .selectFrom('improvement_plan')
      .select(['id', 'title', 'action_year'])
      .where('unit_id', '=', unitId)
      .orderBy('action_year', 'desc')
      .orderBy('created_at', 'desc')
      .limit(100)
      .execute()
    return rows.map(({ id, title }) => ({ id, title, kinds: [...planKinds] }))
  }
  const { rows } = await sql<{ id: string; title: string }>`
    select id, title from survey where stage = 'closed' order by closed_at desc limit 100`.execute(transaction)
  return rows.map((row) => ({ ...row, kinds: ['surveyReport'] }))
}

const planFacts = async ({ transaction }: ActContext, planId: string, unitId: string): Promise<Result<object>> => {
  const row = await transaction
    .selectFrom('improvement_plan as p')
    .innerJoin('unit as u', 'u.id', 'p.unit_id')
    .select(['p.document', 'u.name'])
    .where('p.id', '=', planId)
    .where('p.unit_id', '=', unitId)
    .executeTakeFirst()
  if (!row) return refuse(errorAt('notFound', planId, { what: 'plan' }))
  const plan = parsePlan(row.document)
  return plan.ok ? accept(planFactsOf(plan.value, row.name, improvementWords.paper.coordinator)) : plan
}

/** A unit's report quotes what citizens and organisations said of it; where nobody asked, there is nothing to quote. */
const satisfactionFacts = async (
  context: ActContext,
  { unitId, cycleId }: PaperOrigin,
  { satisfaction }: OfSurveys,
): Promise<Result<object>> => {
  if (unitId === undefined || cycleId === undefined) return accept({})
  const said = await satisfaction(context, { unitId, cycleId })
  if (!said.ok) return said
  return accept(said.value.length === 0 ? {} : { satisfaction: said.value })
}

/** What the origin of a paper says for it; nothing where the kind has none. */
export const factsOfOrigin = async (context: ActContext, origin: PaperOrigin, surveys: OfSurveys): Promise<Result<object>> => {
  const { kind, sourceId, unitId } = origin
  if (kind === 'selfAssessmentReport') return satisfactionFacts(context, origin, surveys)
  if (sourceId === undefined) return accept({})
  if (planKinds.includes(kind) && unitId !== undefined) return planFacts(context, sourceId, unitId)
  return kind === 'surveyReport' ? surveys.facts(context, sourceId) : accept({})
}
