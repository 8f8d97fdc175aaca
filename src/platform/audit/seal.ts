import { createHash, createHmac } from 'node:crypto'
import { sql } from 'kysely'
import { canonicalJson } from '../../core/canonical-json.ts'

/** An action as it is sealed: every column, the moment to the microsecond. */
export interface SealedAction {
  readonly id: number
  readonly authority_id: string
  readonly person_id: string | null
  readonly at: string
  readonly kind: string
  readonly cycle_id: string | null
  readonly unit_id: string | null
  readonly node_id: string | null
  readonly facts: unknown
}

/** The columns of `action a` in the form that is sealed; independent of the time zone of the connection. */
export const sealedColumns = sql`a.id, a.authority_id, a.person_id, a.kind, a.cycle_id, a.unit_id, a.node_id, a.facts,
  to_char(a.at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at`

/** What stands before the first seal. */
export const firstHash = Buffer.alloc(32)

/** SHA-256 over the hash before, the number in the chain and the action: what comes after hangs on everything before. */
export const hashAfter = (before: Buffer, number: number, action: SealedAction): Buffer =>
  createHash('sha256').update(before).update(canonicalJson({ number, action })).digest()

/** The keyed seal of a hash: whoever rewrites the chain without the key cannot make it. */
export const macOf = (key: Buffer, hash: Buffer): Buffer => createHmac('sha256', key).update(hash).digest()

/** The end of a chain: how many actions are sealed, and the hash of the last. It is printed in minutes and kept in files. */
export interface LogHead {
  readonly number: number
  readonly hash: string
}
