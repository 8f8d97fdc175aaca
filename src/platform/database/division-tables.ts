import type { Generated } from 'kysely'
import type { Moment } from './column.ts'

/** A unit's self-assessment by its divisions, and what is asked at its leaves. */
export interface DivisionTables {
  division_part: {
    authority_id: string
    cycle_id: string
    unit_id: string
    division_id: string
    state: Generated<'working' | 'finished' | 'handedIn' | 'merged'>
    version: Generated<number>
    reason: string | null
    changed_at: Generated<Date>
    changed_by: string | null
    handed_in_at: Date | null
    handed_in_by: string | null
  }
  division_leaf: {
    authority_id: string
    cycle_id: string
    unit_id: string
    division_id: string
    node_id: string
    duty: 'lead' | 'coordinating'
    /** Facts of the year that the rule of the leaf reads. */
    fact_keys: Generated<string[]>
  }
  question: {
    id: string
    authority_id: string
    cycle_id: string
    unit_id: string
    node_id: string
    circle: 'unit' | 'appraisal'
    asked_by: 'unit' | 'appraisal'
    state: Generated<'open' | 'answered'>
    version: Generated<number>
    created_at: Moment
  }
  question_message: {
    authority_id: string
    question_id: string
    position: number
    side: 'unit' | 'appraisal'
    division_id: string | null
    text: string
    said_at: Moment
    said_by: string
  }
}
