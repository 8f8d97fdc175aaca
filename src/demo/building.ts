import type { Transaction } from '../platform/database/transaction.ts'
import type { Actor } from '../platform/policy/actor.ts'

/** What every step of the building works with. */
export interface Building {
  readonly transaction: Transaction
  readonly actor: Actor
  readonly now: Date
  readonly filesDir: string
}
