import type { Generated } from 'kysely'
import type { Json, Moment } from './column.ts'

/** Explanations, councils, what is divided among appraisers, votes, later deadlines. */
export interface AppraisalTables {
  explanation: {
    authority_id: string
    cycle_id: string
    unit_id: string
    node_id: string
    request: string | null
    requested_by: string | null
    requested_at: Moment | null
    answer: string | null
    explanation: string | null
    decision_version: number | null
    answered_by: string | null
    answered_at: Moment | null
    withdrawn_at: Moment | null
    version: Generated<number>
  }
  explanation_evidence: { authority_id: string; cycle_id: string; unit_id: string; node_id: string; evidence_id: string }
  council: {
    authority_id: string
    cycle_id: string
    kind: string
    decision_number: string
    decided_on: string
    version: Generated<number>
  }
  council_member: {
    authority_id: string
    cycle_id: string
    kind: string
    person_id: string
    role: string
    valid: Generated<string>
  }
  appraisal_assignment: {
    id: string
    authority_id: string
    cycle_id: string
    person_id: string
    unit_group: string
    unit_id: string | null
    node_id: Generated<string>
  }
  declared_interest: {
    authority_id: string
    cycle_id: string
    person_id: string
    unit_id: string
    reason: string
    declared_by: string
    declared_at: Moment
    waived_by: string | null
    waived_at: Moment | null
    waiver_reason: string | null
  }
  council_vote: {
    authority_id: string
    cycle_id: string
    unit_id: string
    node_id: string
    votes_for: number
    votes_against: number
    abstained: number
    seen: Json<Readonly<Record<string, unknown>>>
    recorded_by: string
    recorded_at: Moment
    version: Generated<number>
  }
  deadline_extension: {
    id: string
    authority_id: string
    cycle_id: string
    unit_id: string
    subject: string
    closes: Moment
    reason: string
    granted_by: string
    granted_at: Moment
  }
  reason_phrase_list: { authority_id: string; version: Generated<number> }
  reason_phrase: { authority_id: string; position: number; kind: string; words: string }
  second_look: {
    id: string
    authority_id: string
    cycle_id: string
    seed: string
    population: number
    population_hash: string
    drawn_by: string
    drawn_at: Generated<Date>
  }
  second_look_leaf: {
    authority_id: string
    second_look_id: string
    cycle_id: string
    unit_id: string
    node_id: string
    position: number
    decision_version: number
    verdict: 'agrees' | 'differs' | null
    note: string | null
    looked_by: string | null
    looked_at: Moment | null
    version: Generated<number>
  }
  inspection: {
    id: string
    authority_id: string
    cycle_id: string
    unit_id: string
    is_announced: boolean
    decision_number: string | null
    planned_on: string
    held_on: string | null
    record: string | null
    result: string | null
    created_by: string
    created_at: Generated<Date>
    version: Generated<number>
  }
  inspection_member: { authority_id: string; inspection_id: string; person_id: string; duty: string }
  inspection_finding: { authority_id: string; inspection_id: string; node_id: string; outcome: string; words: Generated<string> }
  joint_acceptance: {
    id: string
    authority_id: string
    cycle_id: string
    round: string
    filter: Json<Readonly<Record<string, unknown>>>
    units: number
    leaves: number
    accepted_by: string
    accepted_at: Generated<Date>
    taken_back_by: string | null
    taken_back_at: Moment | null
    taken_back: number | null
    version: Generated<number>
  }
  joint_acceptance_leaf: {
    authority_id: string
    acceptance_id: string
    cycle_id: string
    unit_id: string
    node_id: string
    decision_version: number
  }
  council_meeting: {
    authority_id: string
    cycle_id: string
    number: number
    held_on: string
    began: string
    ended: string | null
    place: string
    recorded_by: string
    version: Generated<number>
  }
  council_absence: { authority_id: string; cycle_id: string; number: number; person_id: string; reason: Generated<string> }
}
