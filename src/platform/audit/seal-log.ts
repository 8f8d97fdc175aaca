import { sql } from 'kysely'
import { z } from 'zod'
import { accept, type Result } from '../../core/result.ts'
import type { ActContext } from '../database/transaction.ts'
import { bindJob, type Job, type JobWork } from '../jobs/job-kind.ts'
import { deriveKey, keyIdOf } from '../settings/secret.ts'
import { keepLogHead } from './log-head.ts'
import { firstHash, hashAfter, type LogHead, macOf, type SealedAction, sealedColumns } from './seal.ts'

/** Sealed in one transaction: a second's work at most. */
const atOnce = 2000

interface Sealed {
  readonly count: number
  readonly head: LogHead | undefined
  readonly day: string
}

/** Seals the oldest actions of the authority that are not sealed yet, in the order of their ids. Those who write never wait for it. */
export const sealSome = async ({ transaction, actor, now }: ActContext, key: Buffer): Promise<Result<Sealed>> => {
  const authority = actor.authorityId
  const last = await transaction
    .selectFrom('action_seal')
    .select(['number', 'hash'])
    .where('authority_id', '=', authority)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  const { rows } = await sql<SealedAction>`
    select ${sealedColumns} from action_to_seal t join action a on a.authority_id = t.authority_id and a.id = t.action_id
    where t.authority_id = ${authority} order by a.id limit ${atOnce}`.execute(transaction)
  const keyId = keyIdOf(key)
  let { number, hash } = last ?? { number: 0, hash: firstHash }
  const seals = rows.map((action) => {
    number += 1
    hash = hashAfter(hash, number, action)
    return { authority_id: authority, number, action_id: action.id, hash, mac: macOf(key, hash), key_id: keyId }
  })
  if (seals.length > 0) {
    await insertSeals(transaction, authority, seals)
    await transaction
      .deleteFrom('action_to_seal')
      .where('action_id', 'in', sql<number>`(select unnest(${seals.map(({ action_id }) => action_id)}::bigint[]))`)
      .execute()
  }
  return accept({
    count: seals.length,
    head: number === 0 ? undefined : { number, hash: hash.toString('hex') },
    day: now.toISOString().slice(0, 10),
  })
}

interface Seal {
  readonly number: number
  readonly action_id: number
  readonly hash: Buffer
  readonly mac: Buffer
  readonly key_id: string
}

/** One statement for any number. */
const insertSeals = async (transaction: ActContext['transaction'], authority: string, seals: readonly Seal[]): Promise<void> => {
  await sql`
    insert into action_seal (authority_id, number, action_id, hash, mac, key_id)
    select ${authority}, s.number, s.action_id, s.hash, s.mac, s.key_id from unnest(
      ${seals.map(({ number }) => number)}::bigint[], ${seals.map((each) => each.action_id)}::bigint[], ${seals.map(({ hash }) => hash)}::bytea[],
      ${seals.map(({ mac }) => mac)}::bytea[], ${seals.map((each) => each.key_id)}::text[]) s (number, action_id, hash, mac, key_id)`.execute(
    transaction,
  )
}

/** Seals until nothing is left and keeps the head beside the database. */
export const sealAll = async (
  act: JobWork['act'],
  filesDir: string,
  authorityId: string,
  key: Buffer,
): Promise<Result<LogHead | undefined>> => {
  for (;;) {
    const sealed = await act((context) => sealSome(context, key))
    if (!sealed.ok) return sealed
    const { count, head, day } = sealed.value
    if (count > 0 && head) await keepLogHead(filesDir, authorityId, day, head)
    if (count < atOnce) return accept(head)
  }
}

const sealLog = { kind: 'sealLog', payload: z.object({}), everySeconds: 15 }

/** The leased job that seals the log of each authority, one node at a time. */
export const sealLogJob = (secret: string): Job => {
  const key = deriveKey(secret, 'log')
  return bindJob(sealLog, async (_, { act, filesDir }) => {
    const authority = await act(async ({ actor }) => accept(actor.authorityId))
    return authority.ok ? sealAll(act, filesDir, authority.value, key) : authority
  })
}
