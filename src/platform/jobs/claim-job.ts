import { sql } from 'kysely'
import { accept } from '../../core/result.ts'
import type { Database } from '../database/database.ts'
import { actFor } from '../database/transaction.ts'

/** A lease is renewed well before it ends; a process that died loses its jobs after so long. */
export const leaseSeconds = 60

export interface ClaimedJob {
  readonly id: string
  readonly authority_id: string
  readonly kind: string
  readonly payload: unknown
  readonly attempts: number
  readonly person_id: string | null
  readonly every_seconds: number | null
}

/** Takes the job that has been due longest, waiting or left by a process that died; two workers never take the same one. */
export const claimJob = async (database: Database, kinds: readonly string[], lease: string): Promise<ClaimedJob | undefined> => {
  const claimed = await actFor(database, 'jobs', async (transaction) => {
    const { rows } = await sql<ClaimedJob>`
      update job set state = 'running', lease = ${lease}, leased_until = now() + make_interval(secs => ${leaseSeconds}),
        started_at = coalesce(started_at, now()), attempts = attempts + 1
      where id = (
        select id from job
        where kind = any (${[...kinds]}::text[]) and ((state = 'waiting' and due_at <= now()) or (state = 'running' and leased_until < now()))
        order by due_at, id limit 1 for update skip locked)
      returning id, authority_id, kind, payload, attempts, person_id, every_seconds`.execute(transaction)
    return accept(rows[0])
  })
  return claimed.ok ? claimed.value : undefined
}

/** Holds the lease for longer. Passes by while an act of the job holds the row: that act holds the lease itself. */
export const holdLease = async (database: Database, jobId: string, lease: string): Promise<void> => {
  await actFor(database, 'jobs', async (transaction) => {
    await sql`
      update job set leased_until = now() + make_interval(secs => ${leaseSeconds})
      where id = (select id from job where id = ${jobId} and lease = ${lease} for update skip locked)`.execute(transaction)
    return accept(undefined)
  })
}

/** Makes the rows of recurring work for authorities that have none yet. */
export const ensureRecurring = async (
  database: Database,
  kinds: readonly { readonly kind: string; readonly everySeconds: number }[],
): Promise<void> => {
  if (kinds.length === 0) return
  await actFor(database, 'jobs', async (transaction) => {
    for (const { kind, everySeconds } of kinds)
      await sql`
        insert into job (id, authority_id, kind, key, every_seconds)
        select gen_random_uuid(), a.id, ${kind}, 'recurring', ${everySeconds}
        from authority a where not exists (
          select from job j where j.authority_id = a.id and j.kind = ${kind} and j.key = 'recurring' and j.state in ('waiting', 'running'))
        on conflict do nothing`.execute(transaction)
    return accept(undefined)
  })
}
