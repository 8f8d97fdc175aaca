import type { Generated } from 'kysely'
import type { Moment } from './column.ts'

/** What panels mark and other evaluations measured. */
export interface MeasuredTables {
  panel_mark: {
    authority_id: string
    cycle_id: string
    unit_id: string
    node_id: string
    person_id: string
    mark: string | null
    version: Generated<number>
    changed_at: Moment
  }
  external_value: {
    authority_id: string
    cycle_id: string
    unit_id: string
    node_id: string
    value: string
    source: string
    year: number
    version: Generated<number>
    changed_at: Moment
    changed_by: string | null
  }
}
