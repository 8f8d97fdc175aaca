import type { ColumnType, Generated } from 'kysely'
import type { Json, Moment } from './column.ts'

/** Files of documents, uploads on their way, what submissions saw, guidance papers. */
export interface DocumentTables {
  file_upload: {
    id: string
    authority_id: string
    unit_id: string
    person_id: string
    file_name: string
    size: number
    fingerprint: string
    received: Generated<number>
    started_at: Moment
    touched_at: Moment
  }
  evidence_file: {
    authority_id: string
    unit_id: string
    evidence_id: string
    number: number
    kind: string
    sha256: string
    file_name: string
    findings: Json<unknown> | null
    plain: Json<unknown> | null
    added_at: Moment
    added_by: string | null
  }
  submitted_evidence: { authority_id: string; cycle_id: string; unit_id: string; evidence_id: string; seen: Json<unknown> }
  guidance: {
    id: string
    authority_id: string
    kind: string
    title: string
    document_number: string | null
    issued_on: string | null
    issuer: string | null
    words: Generated<string>
    sha256: string | null
    file_name: string | null
    cycle_id: string | null
    unit_kinds: Generated<string[]>
    node_ids: Generated<string[]>
    version: Generated<number>
    withdrawn_because: string | null
    created_at: Moment
    created_by: string | null
    search: ColumnType<string, never, never>
  }
  guidance_reading: { authority_id: string; guidance_id: string; unit_id: string; person_id: string; at: Moment }
}
