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
    version: Generated<number>
    search: ColumnType<string, never, never>
  }
  unit_successor: { authority_id: string; unit_id: string; successor_id: string; since: string; decision: string | null }
  person: {
    id: string
    authority_id: string
    name: string
    sign_in_name: string
    password_hash: string | null
    must_change_password: Generated<boolean>
    active: Generated<boolean>
    version: Generated<number>
    email: string | null
  }
  role_grant: {
    id: string
    authority_id: string
    person_id: string
    role: string
    unit_id: string | null
    valid: Generated<string>
    handed_over_from: string | null
    reason: string | null
  }
  session: {
    token_hash: Buffer
    authority_id: string
    person_id: string
    created_at: Moment
    seen_at: Moment
    expires_at: Moment
    address: string | null
    id: Generated<string>
    user_agent: string | null
    second_factor_due: Generated<boolean>
    signed_in_by: Generated<'password' | 'singleSignOn'>
  }
  second_factor: {
    authority_id: string
    person_id: string
    secret: Buffer
    confirmed_at: Moment | null
    last_step: Generated<number>
    failures: Generated<number>
    locked_until: Moment | null
  }
  recovery_code: { authority_id: string; person_id: string; code_hash: Buffer; used_at: Moment | null }
  sign_in_name_attempt: { name_hash: Buffer; failures: Generated<number>; locked_until: Moment | null; changed_at: Moment }
  single_sign_on_identity: { issuer: string; subject: string; authority_id: string; person_id: string }
  single_sign_on_attempt: { state_hash: Buffer; nonce: string; verifier: string; destination: string; expires_at: Moment }
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
