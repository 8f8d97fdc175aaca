import type { ColumnType, Generated } from 'kysely'

/** Plans and legal documents, and what rests on them. */
export interface LegalBasisTables {
  legal_document: {
    id: string
    authority_id: string
    unit_id: string | null
    kind: string
    number: Generated<string>
    issued_on: string | null
    issuer: Generated<string>
    title: string
    in_force_from: string | null
    in_force_until: string | null
    replaced_by: string | null
    parent_id: string | null
    to_study: Generated<boolean>
    file_sha256: string | null
    file_name: string | null
    version: Generated<number>
    created_at: Generated<Date>
    changed_at: Generated<Date>
    changed_by: string | null
    search: ColumnType<string, never, never>
  }
  field_in_charge: { authority_id: string; document_id: string; position: number; field: string; unit_id: string }
  legal_ground: {
    authority_id: string
    document_id: string
    subject: string
    cycle_id: string | null
    framework_id: string | null
    unit_id: string | null
    created_at: Generated<Date>
    created_by: string | null
  }
}
