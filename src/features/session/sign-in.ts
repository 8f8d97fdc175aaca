import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { errorAt, type Problem } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import type { Database } from '../../platform/database/database.ts'
import { actFor, type Transaction } from '../../platform/database/transaction.ts'
import { isPassword } from '../../platform/session/password.ts'
import { type Entrance, openSession } from '../../platform/session/session.ts'

/** Five wrong passwords lock a name, thirty failures in a quarter of an hour an address: a commune behind one router still gets in. */
const failuresPerName = 5
const failuresPerAddress = 30
const lockMinutes = 15

interface Attempt {
  readonly signInName: string
  readonly password: string
  readonly address: string
  readonly userAgent: string
}

/** A new session; where the person has a second factor, it waits for its code. */
export interface SignedIn {
  readonly token: string
  readonly secondFactorDue: boolean
}

interface Candidate {
  id: string
  authority_id: string
  password_hash: string | null
}

/** Sign-ins under way at once on one node: who comes beyond them waits no longer than a flood lasts, and holds nobody else up. */
const mostAtOnce = 100
let underWay = 0

/** What failures are counted under. The password's hash is part of it, so that whoever is given a new password is not locked any more. */
const nameKey = (signInName: string, person: Candidate | undefined): Buffer =>
  createHash('sha256')
    .update(JSON.stringify([signInName, person?.password_hash ?? '']))
    .digest()

/** Counts a try as a failure until it is proven right, so that tries at once are no more than tries one after another. */
const countTry = async (transaction: Transaction, key: Buffer): Promise<void> => {
  await sql`
    insert into sign_in_name_attempt as a (name_hash, failures) values (${key}, 1)
    on conflict (name_hash) do update set changed_at = now(),
      failures = case when a.failures + 1 >= ${failuresPerName} then 0 else a.failures + 1 end,
      locked_until = case when a.failures + 1 >= ${failuresPerName} then now() + make_interval(mins => ${lockMinutes}) else a.locked_until end
    `.execute(transaction)
}

/** Refuses while the address has failed too often. */
const checkAddress = async (transaction: Transaction, now: Date, { address }: Attempt): Promise<Result<undefined>> => {
  const row = await transaction.selectFrom('sign_in_attempt').selectAll().where('address', '=', address).executeTakeFirst()
  const windowEnd = row ? new Date(row.window_start.getTime() + lockMinutes * 60_000) : now
  const isLocked = row !== undefined && row.failures >= failuresPerAddress && windowEnd > now
  return isLocked ? refuse(errorAt('signInLocked', '', { until: windowEnd.toISOString() })) : accept(undefined)
}

/** Finds the person and refuses while name or address is locked; a name that nobody has is counted and locked like any other. */
const findCandidate = async (transaction: Transaction, now: Date, attempt: Attempt): Promise<Result<Candidate | undefined>> => {
  const checked = await checkAddress(transaction, now, attempt)
  if (!checked.ok) return checked
  const person = await transaction
    .selectFrom('person')
    .select(['id', 'authority_id', 'password_hash'])
    .where('sign_in_name', '=', attempt.signInName)
    .where('active', '=', true)
    .executeTakeFirst()
  const key = nameKey(attempt.signInName, person)
  // The row has to be there before it can be held: of tries at once, each sees what the one before has counted.
  await sql`insert into sign_in_name_attempt (name_hash, failures) values (${key}, 0) on conflict do nothing`.execute(transaction)
  const known = await transaction
    .selectFrom('sign_in_name_attempt')
    .select('locked_until')
    .where('name_hash', '=', key)
    .forUpdate()
    .executeTakeFirst()
  if (known?.locked_until && known.locked_until > now)
    return refuse(errorAt('signInLocked', '', { until: known.locked_until.toISOString() }))
  await countTry(transaction, key)
  return accept(person)
}

/** Counts a failure for the address; the one that fills the measure locks. */
const countFailure = async (transaction: Transaction, attempt: Attempt): Promise<void> => {
  await sql`
    insert into sign_in_attempt (address, failures) values (${attempt.address}::inet, 1)
    on conflict (address) do update set
      failures = case when sign_in_attempt.window_start < now() - make_interval(mins => ${lockMinutes}) then 1 else sign_in_attempt.failures + 1 end,
      window_start = case when sign_in_attempt.window_start < now() - make_interval(mins => ${lockMinutes}) then now() else sign_in_attempt.window_start end
    `.execute(transaction)
  await sql`delete from sign_in_name_attempt where changed_at < now() - interval '1 day'`.execute(transaction)
}

const checkAndOpen = async (database: Database, attempt: Attempt): Promise<Result<SignedIn>> => {
  const found = await actFor(database, 'signIn', (transaction, now) => findCandidate(transaction, now, attempt))
  if (!found.ok) return found
  // The slow check runs outside any transaction, so that guessing does not hold connections.
  const isRight = await isPassword(attempt.password, found.value?.password_hash)
  const refusal: Problem = errorAt('signInRefused', '', {})
  const person = found.value
  if (!isRight || !person) {
    await actFor(database, 'signIn', async (transaction) => accept(await countFailure(transaction, attempt)))
    return refuse(refusal)
  }
  return actFor(database, 'signIn', async (transaction) => {
    await transaction.deleteFrom('sign_in_name_attempt').where('name_hash', '=', nameKey(attempt.signInName, person)).execute()
    const factor = await transaction
      .selectFrom('second_factor')
      .select('person_id')
      .where('person_id', '=', person.id)
      .where('confirmed_at', 'is not', null)
      .executeTakeFirst()
    const { address, userAgent } = attempt
    const entrance: Entrance = { address, userAgent, by: 'password', secondFactorDue: factor !== undefined }
    const token = await openSession(transaction, { id: person.id, authorityId: person.authority_id }, entrance)
    return accept({ token, secondFactorDue: entrance.secondFactorDue })
  })
}

/** Signs a person in: a new session, or one sentence that does not tell whether name or password was wrong. */
export const signIn = async (database: Database, attempt: Attempt): Promise<Result<SignedIn>> => {
  if (underWay >= mostAtOnce) return refuse(errorAt('tooManyRequests', '', { seconds: 10 }))
  underWay += 1
  try {
    return await checkAndOpen(database, attempt)
  } finally {
    underWay -= 1
  }
}
