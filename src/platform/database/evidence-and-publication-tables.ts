import type { ColumnType, Generated } from 'kysely'
import type { Json, Moment } from './column.ts'

/** Files, evidence, publications. */
export interface EvidenceAndPublicationTables {
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
    soft_copy_at: Moment | null
    signed_copy_at: Moment | null
    retain_until: Generated<string>
    is_public: Generated<boolean>
    version: Generated<number>
    created_at: Moment
    created_by: string | null
    search: ColumnType<string, never, never>
  }
  score_evidence: {
    authority_id: string
    cycle_id: string
    unit_id: string
    node_id: string
    evidence_id: string
    /** In whose register the document is: the unit's, which it is where nothing is said, or one of its divisions'. */
    evidence_unit_id: Generated<string>
  }
  evidence_share: {
    authority_id: string
    unit_id: string
    evidence_id: string
    borrower_id: string
    shared_at: Moment
    shared_by: string | null
  }
  evidence_kept: {
    authority_id: string
    unit_id: string
    evidence_id: string
    borrower_id: string
    title: string
    document_number: string | null
    issued_on: string | null
    issuer: string | null
    soft_copy_at: Moment | null
    signed_copy_at: Moment | null
    last_file: number
    kept_at: Generated<Date>
  }
  /** A view: documents as the leaves that rest on them have them; of one that is no longer lent nothing later than that day. */
  linked_document: {
    authority_id: string
    cycle_id: string
    unit_id: string
    node_id: string
    evidence_id: string
    created_at: Date
    last_file: number | null
    title: string
    document_number: string | null
    issued_on: string | null
    issuer: string | null
    soft_copy_at: Date | null
    signed_copy_at: Date | null
  }
  conference: {
    authority_id: string
    publication_id: string
    held_on: string
    place: Generated<string>
    chaired_by: Generated<string>
    notice: Generated<string>
    conclusions: string
    version: Generated<number>
  }
  conference_task: {
    authority_id: string
    publication_id: string
    position: number
    task: string
    unit_id: string | null
    responsible: Generated<string>
    due_on: string | null
    state: string
    note: Generated<string>
  }
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
    public_parts: Generated<string[]>
    petitions_close: Date | null
    decision_number: string | null
    decision_date: string | null
    version: Generated<number>
    hash: string
    groups: string[]
    hashes: string[]
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
  publication_ground: { authority_id: string; publication_id: string; unit_id: string; grounds: Json<unknown> }
  petition: {
    id: string
    authority_id: string
    publication_id: string
    unit_id: string
    number: number
    node_ids: Generated<string[]>
    request: string
    filed_at: Moment
    filed_by: string
    outcome: string | null
    answer: string | null
    answered_at: Date | null
    answered_by: string | null
    corrected_by_id: string | null
    version: Generated<number>
  }
  petition_count: { authority_id: string; publication_id: string; filed: Generated<number> }
  scenario: {
    id: string
    authority_id: string
    person_id: string
    cycle_id: string
    unit_group: string
    name: string
    edits: Json<unknown[]>
    version: Generated<number>
    changed_at: Moment
  }
  robustness_run: {
    authority_id: string
    publication_id: string
    unit_group: string
    noise: number
    replications: number
    seed: number
    done: Generated<number>
    started_at: Moment
    seen_at: Moment
    result: Json<unknown> | null
  }
}
