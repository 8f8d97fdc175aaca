import type { Generated } from 'kysely'
import type { Json, Moment } from './column.ts'

/** Cycles, their units, scores and totals. */
export interface CycleTables {
  cycle: {
    id: string
    authority_id: string
    year: number
    title: string
    stage: string
    rounds: string[]
    explanation_days: Generated<number>
    self_assessment_closes: Moment | null
    revision: Generated<number>
    previous_id: string | null
    index_id: string | null
    is_trial: Generated<boolean>
    submission_demand: Generated<string>
    publication_demand: Generated<string>
    created_at: Moment
  }
  version_copy: {
    id: string
    authority_id: string
    cycle_id: string
    unit_id: string | null
    subject: string
    kind: string
    version_hash: string
    sha256: string
    file_name: string
    signatures: Json<readonly unknown[]>
    added_at: Moment
    added_by: string
  }
  evidence_absence: {
    authority_id: string
    cycle_id: string
    unit_id: string
    node_id: string
    reason: string
    declared_at: Moment
    declared_by: string
    version: Generated<number>
  }
  cycle_framework: { authority_id: string; cycle_id: string; unit_group: string; framework_id: string }
  cycle_unit: {
    authority_id: string
    cycle_id: string
    unit_id: string
    unit_group: string
    framework_id: string
    ranked: Generated<boolean>
    stage: string
    submitted_at: Moment | null
    submitted_by: string | null
    submitted_hash: string | null
    self_assessment_closes: Moment | null
    explanation_closes: Moment | null
    version: Generated<number>
  }
  score: {
    authority_id: string
    cycle_id: string
    unit_id: string
    node_id: string
    round: string
    framework_id: string
    is_leaf: Generated<boolean>
    min_points: string
    max_points: string
    status: string
    points: string | null
    treatment: string | null
    claimed_points: string | null
    claimed_version: number | null
    reason: string | null
    explanation: string | null
    inputs: Json<Record<string, unknown>> | null
    typed_points: Generated<string | null>
    applied_max: Generated<string | null>
    version: Generated<number>
    changed_at: Moment
    changed_by: string | null
  }
  score_sheet: {
    authority_id: string
    cycle_id: string
    unit_id: string
    round: string
    framework_id: string
    cells: number[]
    differs: Generated<number>
  }
  framework_move: {
    id: string
    authority_id: string
    cycle_id: string
    unit_group: string
    from_framework_id: string
    to_framework_id: string
    reason: string
    moved_at: Moment
    moved_by: string
  }
  left_behind: {
    authority_id: string
    move_id: string
    number: Generated<number>
    cycle_id: string
    unit_id: string | null
    what: string
    node_id: string
    became: string[]
    whole: Json<Record<string, unknown>>
  }
  peer_snapshot: {
    authority_id: string
    cycle_id: string
    unit_group: string
    round: string
    node_id: string
    peers: Json<Record<string, unknown>>
    taken_at: Moment
    taken_by: string | null
  }
  unit_total: {
    authority_id: string
    cycle_id: string
    unit_id: string
    round: string
    unit_group: string
    ranked: boolean
    exact: string | null
    points: string | null
    applied_max: string
    percent: string | null
    by_source: Json<Record<string, string>> | null
    missing: Generated<number>
    not_applicable: Generated<number>
    answered: Generated<number>
    leaves: Generated<number>
    differs: Generated<number>
    unproved: Generated<number>
    areas: string
  }
}
