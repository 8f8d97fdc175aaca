import { sql } from 'kysely'
import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import type { Database } from '../../platform/database/database.ts'
import { actFor, type Transaction } from '../../platform/database/transaction.ts'
import { hashToken } from '../../platform/session/session.ts'
import { takeCode } from './second-factor.ts'

/** Five wrong codes lock the second factor: a million codes are few for a program. */
const failuresAtMost = 5
const lockMinutes = 15
/** Between password and code. */
const minutesForCode = 10

interface Waiting {
  readonly person_id: string
  readonly secret: Buffer
  readonly last_step: number
  readonly locked_until: Date | null
}

/** The session that waits for its code, with the second factor locked for the moment. */
const findWaiting = async (transaction: Transaction, token: string): Promise<Waiting | undefined> => {
  const { rows } = await sql<Waiting>`
    select f.person_id, f.secret, f.last_step, f.locked_until
    from session s join person p on p.id = s.person_id join second_factor f on f.person_id = s.person_id
    where s.token_hash = ${hashToken(token)} and s.second_factor_due and p.active and s.expires_at > now()
      and s.created_at > now() - make_interval(mins => ${minutesForCode})
    for update of f`.execute(transaction)
  return rows[0]
}

const countFailure = async (transaction: Transaction, personId: string): Promise<void> => {
  await sql`
    update second_factor set
      failures = case when failures + 1 >= ${failuresAtMost} then 0 else failures + 1 end,
      locked_until = case when failures + 1 >= ${failuresAtMost} then now() + make_interval(mins => ${lockMinutes}) else locked_until end
    where person_id = ${personId}`.execute(transaction)
}

/** The second step of signing in. A wrong code is counted although it is refused, so the count is kept in a transaction that ends well. */
export const giveCode = async (database: Database, key: Buffer, token: string, code: string): Promise<Result<undefined>> => {
  const given = await actFor(database, 'signIn', async (transaction, now) => {
    const waiting = await findWaiting(transaction, token)
    if (!waiting) return refuse(errorAt('signedOut', '', {}))
    if (waiting.locked_until && waiting.locked_until > now)
      return refuse(errorAt('signInLocked', '', { until: waiting.locked_until.toISOString() }))
    if (!(await takeCode(transaction, now, key, waiting, code))) {
      await countFailure(transaction, waiting.person_id)
      return accept(false)
    }
    await transaction.updateTable('session').set({ second_factor_due: false }).where('token_hash', '=', hashToken(token)).execute()
    await transaction.updateTable('second_factor').set({ failures: 0 }).where('person_id', '=', waiting.person_id).execute()
    return accept(true)
  })
  if (!given.ok) return given
  return given.value ? accept(undefined) : refuse(errorAt('wrongSecondFactor', 'code', {}))
}
