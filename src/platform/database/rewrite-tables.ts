import pg from 'pg'

/** Writing must not stand behind us for longer; whoever calls tries again. */
const longestWaitForLock = 10_000

/**
 * Writes tables and their indexes into new files, so that rows deleted before are in none of them; the old files are given up. Reads and writes of a table
 * wait while it is written. Throws where a snapshot from before the transaction `since` still stands, or a transaction begun before it still runs in whatever
 * database of the server (our own snapshot would reach back to it): both would keep its rows alive. Try again later.
 */
export const rewriteTables = async (ownerUrl: string, tables: readonly string[], since: string): Promise<void> => {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'parindex rewrite', lock_timeout: longestWaitForLock })
  await client.connect()
  try {
    const { rows } = await client.query<{ count: number }>(
      `select (count(*) + (pg_snapshot_xmin(pg_current_snapshot()) <= $1::xid8)::int)::int as count from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid() and age(backend_xmin) >= age($1::xid8::xid)`,
      [since],
    )
    if ((rows[0]?.count ?? 0) > 0) throw new Error(`rows deleted by transaction ${since} are still seen by another one`)
    for (const table of tables) await client.query(`vacuum (full) ${client.escapeIdentifier(table)}`)
  } finally {
    await client.end()
  }
}
