import type { ColumnType, Generated } from 'kysely'
import type { Json, Moment } from './column.ts'

/** Authorities, units, people, sessions, the log. */
export interface OrganisationTables {
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
}
