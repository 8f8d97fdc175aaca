import type { Generated } from 'kysely'
import type { Json } from './column.ts'

/** Results of earlier years, plans of units and how their tasks go, and the budget of a cycle. */
export interface ImprovementTables {
  past_result: {
    id: string
    authority_id: string
    unit_id: string
    year: number
    document: Json<unknown>
    version: Generated<number>
    changed_at: Generated<Date>
    changed_by: string | null
  }
  improvement_plan: {
    id: string
    authority_id: string
    unit_id: string
    action_year: number
    title: string
    publication_id: string | null
    past_result_id: string | null
    stage: Generated<'draft' | 'approved' | 'closed'>
    document: Json<unknown>
    version: Generated<number>
    created_at: Generated<Date>
    changed_at: Generated<Date>
    changed_by: string | null
  }
  approved_plan: {
    authority_id: string
    plan_id: string
    edition: number
    number: Generated<string>
    approved_on: string
    approved_by: string
    hash: string
    document: Json<unknown>
    created_at: Generated<Date>
  }
  recommendation_answer: {
    authority_id: string
    plan_id: string
    recommendation_id: string
    outcome: 'takenUp' | 'considering' | 'declined'
    text: string
    framework_id: string | null
    answered_on: string
    answered_by: string
    version: Generated<number>
  }
  cycle_budget: {
    authority_id: string
    cycle_id: string
    finance_unit_id: string | null
    stage: Generated<'draft' | 'submitted' | 'appraised'>
    lines: Json<unknown>
    opinion: string | null
    appraised_on: string | null
    appraised_by: string | null
    version: Generated<number>
    changed_at: Generated<Date>
    changed_by: string | null
  }
  task_progress: {
    id: Generated<number>
    authority_id: string
    plan_id: string
    task_id: string
    reported_on: string
    reported_at: Generated<Date>
    reported_by: string
    state: 'notStarted' | 'inProgress' | 'done' | 'cancelled'
    share: number
    note: Generated<string>
    evidence_id: string | null
    period: 'quarter1' | 'halfYear' | 'nineMonths' | 'year' | null
  }
}
