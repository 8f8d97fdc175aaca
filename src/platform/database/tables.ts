import type { ColumnType, Generated, Selectable } from 'kysely'

/**
 * Columns as Kysely sees them; the law is `migrations/`. `numeric` and `date` come as text, `timestamptz` as Date, `bigint` as a checked number.
 * Who writes which table stands in `docs/tables.md`.
 */
type Json<T> = ColumnType<T, string, string>
type Moment = ColumnType<Date, Date | string | undefined, Date | string>

export interface Tables {
  authority: { id: string; parent_id: string | null; name: string; time_zone: Generated<string>; created_at: Moment }
  unit: {
    id: string
    authority_id: string
    parent_id: string | null
    code: string
    name: string
    kind: string
    unit_group: string | null
    ranked: Generated<boolean>
    valid: Generated<string>
    aliases: Generated<string[]>
    search: ColumnType<string, never, never>
  }
  unit_successor: { authority_id: string; unit_id: string; successor_id: string; since: string }
  person: {
    id: string
    authority_id: string
    name: string
    sign_in_name: string
    password_hash: string | null
    must_change_password: Generated<boolean>
    failed_sign_ins: Generated<number>
    locked_until: Moment | null
    active: Generated<boolean>
  }
  role_grant: { id: string; authority_id: string; person_id: string; role: string; unit_id: string | null; valid: Generated<string> }
  session: {
    token_hash: Buffer
    authority_id: string
    person_id: string
    created_at: Moment
    seen_at: Moment
    expires_at: Moment
    address: string | null
  }
  sign_in_attempt: { address: string; failures: Generated<number>; window_start: Moment }
  idempotency_key: {
    authority_id: string
    person_id: string
    key: string
    body_hash: Buffer
    status: number
    reply: Json<unknown> | null
    created_at: Moment
  }
  action: {
    id: Generated<number>
    authority_id: string
    person_id: string | null
    at: Moment
    kind: string
    cycle_id: string | null
    unit_id: string | null
    node_id: string | null
    facts: Json<Record<string, unknown>>
  }
  framework: {
    id: string
    authority_id: string
    title: string
    year: number
    unit_group: string
    status: 'draft' | 'inForce'
    document: Json<unknown>
    reading: ColumnType<unknown, string | undefined, string>
    leaves: Generated<number>
    problems_left: Generated<number>
    hash: string | null
    in_force_from: string | null
    revision: Generated<number>
    source_file: string | null
    source_name: string | null
    created_at: Moment
    created_by: string | null
    changed_at: Moment
    changed_by: string | null
  }
  framework_edit: { authority_id: string; framework_id: string; number: number; edits: Json<unknown>; at: Moment; person_id: string | null }
  framework_node: {
    authority_id: string
    framework_id: string
    node_id: string
    position: number
    parent_id: string | null
    depth: number
    is_leaf: boolean
    code: string
    name: string
    level: string
    counting: string
    source: string
    min_points: Generated<string>
    max_points: string
  }
  cycle: {
    id: string
    authority_id: string
    year: number
    title: string
    stage: string
    rounds: string[]
    self_assessment_closes: Moment | null
    revision: Generated<number>
    previous_id: string | null
    created_at: Moment
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
    reason: string | null
    explanation: string | null
    version: Generated<number>
    changed_at: Moment
    changed_by: string | null
  }
  unit_total: {
    authority_id: string
    cycle_id: string
    unit_id: string
    round: string
    node_id: string
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
  }
  stored_file: { authority_id: string; sha256: string; size: number; media_type: string; created_at: Moment }
  evidence: {
    id: string
    authority_id: string
    unit_id: string
    title: string
    document_number: string | null
    issued_on: string | null
    issuer: string | null
    secrecy: Generated<string>
    file_sha256: string | null
    file_name: string | null
    version: Generated<number>
    created_at: Moment
    created_by: string | null
    search: ColumnType<string, never, never>
  }
  score_evidence: { authority_id: string; cycle_id: string; unit_id: string; node_id: string; evidence_id: string }
  publication: {
    id: string
    authority_id: string
    cycle_id: string
    number: number
    title: string
    published_at: Moment
    published_by: string | null
    corrects_id: string | null
    correction_reason: string | null
    is_public: Generated<boolean>
    hash: string
    groups: string[]
    bundle: Buffer
  }
  publication_unit: {
    authority_id: string
    publication_id: string
    unit_id: string
    unit_name: string
    unit_group: string
    framework_id: string
    ranked: boolean
    rank: number | null
    percent: string | null
    points: string | null
    applied_max: string | null
    class: string | null
    missing: number
    not_applicable: number
    change: Json<unknown> | null
    areas: Json<unknown>
    result: Json<unknown>
  }
}

/** A row as it is read. */
export type Row<Name extends keyof Tables> = Selectable<Tables[Name]>
