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
}
