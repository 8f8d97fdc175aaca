import { sql, type Transaction as KyselyTransaction } from 'kysely'
import type { Result } from '../../core/result.ts'
import type { Actor } from '../policy/actor.ts'
import type { Database } from './database.ts'
import type { Tables } from './tables.ts'

export type Transaction = KyselyTransaction<Tables>

/** What every act works with: one transaction, in which the database knows who acts, and the moment it began. */
export interface ActContext {
  readonly transaction: Transaction
  readonly actor: Actor
  /** The database's clock at the start of the transaction; the only clock that decides about deadlines. */
  readonly now: Date
}

/** Purposes for which rows are read before anybody is known. */
export type Purpose = 'signIn' | 'publicRead'

/** Carries a refusal out of the transaction, so that it is rolled back. */
class Refusal extends Error {
  readonly result: Result<never>
  constructor(result: Result<never>) {
    super('refused')
    this.result = result
  }
}

/** Runs one act as a person: commits what it accepts, rolls back what it refuses or throws. */
export const actAs = async <T>(database: Database, actor: Actor, act: (context: ActContext) => Promise<Result<T>>): Promise<Result<T>> =>
  settle(
    database.transaction().execute(async (transaction) => {
      const units = actor.units === 'all' ? '*' : actor.units.join(',')
      const { rows } = await sql<{ now: Date }>`
        select now(), set_config('role', 'parindex_application', true), set_config('parindex.authority', ${actor.authorityId}, true),
          set_config('parindex.person', ${actor.personId}, true), set_config('parindex.units', ${units}, true)`.execute(transaction)
      return throwRefusal(await act({ transaction, actor, now: rows[0]?.now ?? new Date(0) }))
    }),
  )

/** Runs before anybody is known: for signing in, and for what is published to all. */
export const actFor = async <T>(
  database: Database,
  purpose: Purpose,
  act: (transaction: Transaction, now: Date) => Promise<Result<T>>,
): Promise<Result<T>> =>
  settle(
    database.transaction().execute(async (transaction) => {
      const { rows } = await sql<{ now: Date }>`
        select now(), set_config('role', 'parindex_application', true), set_config('parindex.purpose', ${purpose}, true)`.execute(
        transaction,
      )
      return throwRefusal(await act(transaction, rows[0]?.now ?? new Date(0)))
    }),
  )

const throwRefusal = <T>(result: Result<T>): Result<T> => {
  if (!result.ok) throw new Refusal(result)
  return result
}

const settle = async <T>(running: Promise<Result<T>>): Promise<Result<T>> => {
  try {
    return await running
  } catch (error) {
    if (error instanceof Refusal) return error.result
    throw error
  }
}
