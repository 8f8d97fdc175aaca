import type pg from 'pg'

/** Any number that nobody else takes a session lock on in the database `postgres`. */
const presenceKey = 7_270_116

/** Whoever uses the server holds this lock together with the others, on a connection that lives as long as the use. */
export const announcePresence = async (client: pg.Client): Promise<void> => {
  await client.query('select pg_advisory_lock_shared($1)', [presenceKey])
}

/**
 * Leaves; true for the last one, who then stops the server and holds the lock until then: whoever comes in meanwhile waits,
 * meets a stopped server and starts it again. Of two that leave at once exactly one is the last.
 */
export const leaveAsLast = async (client: pg.Client): Promise<boolean> => {
  await client.query('select pg_advisory_unlock_shared($1)', [presenceKey])
  const { rows } = await client.query<{ alone: boolean }>('select pg_try_advisory_lock($1) as alone', [presenceKey])
  return rows[0]?.alone === true
}
