import { sql } from 'kysely'
import type { Problem } from '../../core/problem.ts'
import { accept } from '../../core/result.ts'
import type { Database } from '../database/database.ts'
import { actFor } from '../database/transaction.ts'
import type { ClaimedJob } from './claim-job.ts'

/** How a try ended. */
export type Ending =
  | { readonly state: 'done'; readonly result: unknown }
  | { readonly state: 'failed'; readonly problems: readonly Problem[]; readonly failure?: string }
  | { readonly state: 'again'; readonly afterSeconds: number; readonly failure: string }

/** Jobs that ended are kept so long for whoever asked. */
const keptDays = 30

const json = (value: unknown): string | null => (value === undefined ? null : JSON.stringify(value))

/** Writes how a try ended, unless the lease went to another. Recurring work waits for its next turn, also after a failure. */
export const endJob = async (database: Database, job: ClaimedJob, lease: string, ending: Ending): Promise<void> => {
  const failure = ending.state === 'done' ? null : (ending.failure ?? null)
  const wait = ending.state === 'again' ? ending.afterSeconds : job.every_seconds
  await actFor(database, 'jobs', async (transaction) => {
    if (wait === null)
      await sql`
        update job set state = ${ending.state}, lease = null, leased_until = null, ended_at = now(), failure = ${failure},
          result = ${ending.state === 'done' ? json(ending.result) : null}::jsonb,
          problems = ${ending.state === 'failed' ? json(ending.problems) : null}::jsonb
        where id = ${job.id} and lease = ${lease}`.execute(transaction)
    else
      await sql`
        update job set state = 'waiting', lease = null, leased_until = null, failure = ${failure},
          due_at = now() + make_interval(secs => ${wait}), attempts = case when ${ending.state === 'again'} then attempts else 0 end
        where id = ${job.id} and lease = ${lease}`.execute(transaction)
    return accept(undefined)
  })
}

/** Takes away what ended long ago. */
export const clearEnded = async (database: Database): Promise<void> => {
  await actFor(database, 'jobs', async (transaction) => {
    await sql`delete from job where ended_at < now() - make_interval(days => ${keptDays})`.execute(transaction)
    return accept(undefined)
  })
}
