import { setTimeout } from 'node:timers/promises'
import { sql, type Transaction as KyselyTransaction } from 'kysely'
import type { Result } from '../../core/result.ts'
import { type Actor, yearsOfPredecessors } from '../policy/actor.ts'
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
export type Purpose = 'signIn' | 'publicRead' | 'jobs' | 'survey'

/** Carries a refusal out of the transaction, so that it is rolled back. */
class Refusal extends Error {
  readonly result: Result<never>
  constructor(result: Result<never>) {
    super('refused')
    this.result = result
  }
}

/**
 * Serialization failure and deadlock: the database ended a transaction so that another could go on. And a prepared plan that a migration outdated. It may be
 * run again as it was.
 */
const endedForOther: ReadonlySet<unknown> = new Set(['40001', '40P01', '0A000'])
const runsAtMost = 4
/** Two that met once should not meet again. */
const longestPauseMs = 50

const wasEndedForOther = (error: unknown): boolean => error instanceof Error && 'code' in error && endedForOther.has(error.code)

/** Runs in one transaction; what a refusal carries out of it is rolled back. */
const transact = async <T>(database: Database, act: (transaction: Transaction) => Promise<Result<T>>, run = 1): Promise<Result<T>> => {
  try {
    return await database.transaction().execute(async (transaction) => throwRefusal(await act(transaction)))
  } catch (error) {
    if (error instanceof Refusal) return error.result
    if (run >= runsAtMost || !wasEndedForOther(error)) throw error
  }
  await setTimeout(Math.random() * longestPauseMs * run)
  return transact(database, act, run + 1)
}

/** From which year on the actor answers for predecessors, as the database reads it; empty where there are none. */
const fromYearsOf = (actor: Actor): string => {
  const years = actor.units === 'all' ? {} : yearsOfPredecessors(actor)
  return Object.keys(years).length === 0 ? '' : JSON.stringify(years)
}

/**
 * Runs one act as a person: commits what it accepts, rolls back what it refuses or throws. The act is run again when the database ended it for
 * another, so all it does has to be in the transaction.
 */
export const actAs = <T>(database: Database, actor: Actor, act: (context: ActContext) => Promise<Result<T>>): Promise<Result<T>> =>
  transact(database, async (transaction) => {
    const units = actor.units === 'all' ? '*' : actor.units.join(',')
    const fromYears = fromYearsOf(actor)
    const { rows } = await sql<{ now: Date }>`
      select now(), set_config('role', 'parindex_application', true), set_config('parindex.authority', ${actor.authorityId}, true),
        set_config('parindex.person', ${actor.personId}, true), set_config('parindex.units', ${units}, true),
        set_config('parindex.from_years', ${fromYears}, true)`.execute(transaction)
    return act({ transaction, actor, now: rows[0]?.now ?? new Date(0) })
  })

/**
 * Lets the database show one unit more than the actor may see, while figures over the whole of it are brought up to date: somebody of a division saves a leaf,
 * and the unit's total holds all leaves. Nothing that is read so may go into an answer.
 */
export const withUnitInSight = async <T>(context: ActContext, unitId: string, count: () => Promise<T>): Promise<T> => {
  const { units } = context.actor
  return units === 'all' || units.includes(unitId) ? count() : withSight(context, [...units, unitId].join(','), count)
}

/**
 * Lets the database show every unit of the authority while somebody of one unit asks where it would stand among the others: their facts are scored here, and of
 * all that is read so only the own row and counts may go into an answer.
 */
export const withAllUnitsInSight = <T>(context: ActContext, count: () => Promise<T>): Promise<T> =>
  context.actor.units === 'all' ? count() : withSight(context, '*', count)

const withSight = async <T>({ transaction, actor }: ActContext, sight: string, count: () => Promise<T>): Promise<T> => {
  const see = (units: string) => sql`select set_config('parindex.units', ${units}, true)`.execute(transaction)
  await see(sight)
  const counted = await count()
  await see(actor.units === 'all' ? '*' : actor.units.join(','))
  return counted
}

/** Runs before anybody is known: for signing in, and for what is published to all. */
export const actFor = <T>(
  database: Database,
  purpose: Purpose,
  act: (transaction: Transaction, now: Date) => Promise<Result<T>>,
): Promise<Result<T>> =>
  transact(database, async (transaction) => {
    const { rows } = await sql<{ now: Date }>`
      select now(), set_config('role', 'parindex_application', true), set_config('parindex.purpose', ${purpose}, true)`.execute(transaction)
    return act(transaction, rows[0]?.now ?? new Date(0))
  })

const throwRefusal = <T>(result: Result<T>): Result<T> => {
  if (!result.ok) throw new Refusal(result)
  return result
}
