import type { Generated } from 'kysely'

/** Bodies that decisions set up, and who is in charge in units. */
export interface BodyTables {
  standing_body: {
    id: string
    authority_id: string
    kind: string
    name: string
    aliases: Generated<string[]>
    unit_id: string | null
    parent_id: string | null
    decision_id: string | null
    told_of_results: Generated<boolean>
    valid: Generated<string>
    version: Generated<number>
    changed_at: Generated<Date>
    changed_by: string | null
  }
  standing_body_member: {
    authority_id: string
    body_id: string
    position: number
    person_id: string | null
    name: string
    office: Generated<string>
    role: string
    valid: Generated<string>
  }
  unit_charge: {
    id: string
    authority_id: string
    unit_id: string
    role: string
    person_id: string | null
    name: string
    office: Generated<string>
    qualification: Generated<string>
    field: string | null
    decision_id: string | null
    valid: Generated<string>
    version: Generated<number>
    changed_at: Generated<Date>
    changed_by: string | null
  }
}
