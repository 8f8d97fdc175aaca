import type { Generated } from 'kysely'

/** Indexes by name, and what they say. */
export interface IndexTables {
  named_index: {
    id: string
    authority_id: string
    code: string
    name: string
    source: string
    scale_from: Generated<string>
    scale_to: string
    since_year: number | null
    until_year: number | null
    version: Generated<number>
    changed_at: Generated<Date>
    changed_by: string | null
  }
  index_value: {
    authority_id: string
    index_id: string
    year: number
    unit_id: string | null
    value: string | null
    rank: number | null
    ranked_of: number | null
    source: string
    version: Generated<number>
    changed_at: Generated<Date>
    changed_by: string | null
  }
}
