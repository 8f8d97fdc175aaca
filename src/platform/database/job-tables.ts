import type { Generated } from 'kysely'
import type { Json, Moment } from './column.ts'

/** Work in the background, and the seals of the log. */
export interface JobTables {
  job: {
    id: string
    authority_id: string
    kind: string
    key: string | null
    payload: Json<unknown>
    state: Generated<'waiting' | 'running' | 'done' | 'failed' | 'cancelled'>
    done: Generated<number>
    whole: number | null
    result: Json<unknown> | null
    problems: Json<unknown> | null
    failure: string | null
    attempts: Generated<number>
    person_id: string | null
    every_seconds: number | null
    due_at: Moment
    lease: string | null
    leased_until: Moment | null
    created_at: Moment
    started_at: Moment | null
    ended_at: Moment | null
  }
  action_to_seal: { authority_id: string; action_id: number }
  action_seal: { authority_id: string; number: number; action_id: number; hash: Buffer; mac: Buffer; key_id: string }
}
