import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import { recordActions } from '../../platform/audit/record-action.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import type { OpenSession } from './contract.ts'

/** Where the actor is signed in, the newest first. */
export const listSessions = async ({ transaction, actor, now }: ActContext): Promise<Result<{ sessions: OpenSession[] }>> => {
  const rows = await transaction
    .selectFrom('session')
    .select(['id', 'token_hash', 'signed_in_by', 'created_at', 'seen_at', 'address', 'user_agent'])
    .where('person_id', '=', actor.personId)
    .where('expires_at', '>', now)
    .where('second_factor_due', '=', false)
    .orderBy('created_at', 'desc')
    .execute()
  return accept({
    sessions: rows.map((row) => ({
      id: row.id,
      isThis: actor.sessionHash !== undefined && row.token_hash.equals(actor.sessionHash),
      by: row.signed_in_by,
      createdAt: row.created_at.toISOString(),
      seenAt: row.seen_at.toISOString(),
      ...(row.address && { address: row.address }),
      browser: row.user_agent ?? '',
    })),
  })
}

/** Ends one session of the actor; the one that asks is ended by signing out. */
export const endSession = async (context: ActContext, sessionId: string): Promise<Result<{ sessions: OpenSession[] }>> => {
  const { transaction, actor } = context
  const { numDeletedRows } = await transaction
    .deleteFrom('session')
    .where('id', '=', sessionId)
    .where('person_id', '=', actor.personId)
    .executeTakeFirst()
  if (numDeletedRows !== 1n) return refuse(errorAt('notFound', sessionId, { what: 'session' }))
  await recordActions(context, [{ kind: 'sessionEnded' }])
  return listSessions(context)
}

/** Ends every session of the actor but the one that asks. */
export const endOtherSessions = async (context: ActContext): Promise<Result<{ sessions: OpenSession[] }>> => {
  const { transaction, actor } = context
  const { numDeletedRows } = await transaction
    .deleteFrom('session')
    .where('person_id', '=', actor.personId)
    .where('token_hash', '!=', actor.sessionHash ?? Buffer.alloc(0))
    .executeTakeFirst()
  if (numDeletedRows > 0n) await recordActions(context, [{ kind: 'otherSessionsEnded', facts: { count: Number(numDeletedRows) } }])
  return listSessions(context)
}
