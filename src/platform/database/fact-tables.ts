import type { Generated } from 'kysely'
import type { Json, Moment } from './column.ts'

/** The register of facts and how outside sources hand over theirs. */
export interface FactTables {
  fact_profile: {
    id: string
    authority_id: string
    name: string
    unit_column: string
    columns: Json<Readonly<Record<string, string>>>
    decimal: string
    version: Generated<number>
    changed_at: Moment
    changed_by: string | null
  }
  fact_share: {
    authority_id: string
    unit_id: string
    year: number
    key: string
    borrower_id: string
    shared_at: Moment
    shared_by: string | null
  }
  fact: {
    authority_id: string
    unit_id: string
    year: number
    key: string
    value: Json<unknown>
    profile_id: string | null
    version: Generated<number>
    changed_at: Moment
    changed_by: string | null
  }
}
