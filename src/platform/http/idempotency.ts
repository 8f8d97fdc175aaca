import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import type { ActContext } from '../database/transaction.ts'

/** Keys are kept for seven days, per actor. */
const keptDays = 7

const bodyHash = (request: FastifyRequest): Buffer =>
  createHash('sha256')
    .update(JSON.stringify([request.method, request.url, request.headers['if-match'] ?? '', request.body ?? null]))
    .digest()

/**
 * Runs an act once per key: the same key with the same body gets the first answer, with another body a refusal.
 * The key is taken in the act's own transaction; a second request that comes meanwhile waits for the first to end.
 */
export const withIdempotency = async (
  { transaction, actor }: ActContext,
  request: FastifyRequest,
  run: () => Promise<Result<unknown>>,
): Promise<Result<unknown>> => {
  const key = request.headers['idempotency-key']
  if (typeof key !== 'string' || key.length < 1 || key.length > 200)
    return refuse(errorAt('missingField', 'Idempotency-Key', { field: 'Idempotency-Key' }))
  const owner = { authority_id: actor.authorityId, person_id: actor.personId, key }
  const hash = bodyHash(request)
  await transaction
    .deleteFrom('idempotency_key')
    .where('person_id', '=', actor.personId)
    .where('created_at', '<', sql<Date>`now() - make_interval(days => ${keptDays})`)
    .execute()
  const taken = await transaction
    .insertInto('idempotency_key')
    .values({ ...owner, body_hash: hash, status: 200, reply: null })
    .onConflict((conflict) => conflict.doNothing())
    .returning('key')
    .executeTakeFirst()
  if (!taken) return firstAnswer({ transaction, actor }, key, hash)
  const result = await run()
  if (result.ok && result.value !== undefined)
    await transaction
      .updateTable('idempotency_key')
      .set({ reply: JSON.stringify(result.value) })
      .where('person_id', '=', actor.personId)
      .where('key', '=', key)
      .execute()
  return result
}

const firstAnswer = async (
  { transaction, actor }: Pick<ActContext, 'transaction' | 'actor'>,
  key: string,
  hash: Buffer,
): Promise<Result<unknown>> => {
  const first = await transaction
    .selectFrom('idempotency_key')
    .select(['body_hash', 'reply'])
    .where('person_id', '=', actor.personId)
    .where('key', '=', key)
    .executeTakeFirst()
  if (!first?.body_hash.equals(hash)) return refuse(errorAt('idempotencyKeyReused', '', {}))
  return accept(first.reply ?? undefined)
}
