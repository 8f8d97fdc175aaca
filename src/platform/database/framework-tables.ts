import type { ColumnType, Generated } from 'kysely'
import type { Json, Moment } from './column.ts'

/** Frameworks and their edits. */
export interface FrameworkTables {
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
    based_on: string | null
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
}
