import { setInterval } from 'node:timers'
import { sql } from 'kysely'
import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import type { Database } from '../database/database.ts'
import { type ActContext, actAs, actFor } from '../database/transaction.ts'
import type { Actor } from '../policy/actor.ts'
import { readActor } from '../session/session.ts'
import { type ClaimedJob, holdLease, leaseSeconds } from './claim-job.ts'
import { type Ending, endJob } from './end-job.ts'
import type { Job, JobWork } from './job-kind.ts'

const usualAttempts = 3
/** 10 s, 40 s, 90 s … so that a mail server or a disk has time to come back. */
const pauseBefore = (attempt: number): number => 10 * attempt * attempt

/** Whoever asked, with the rights of today; the installation itself where nobody did. */
const actorOf = async (database: Database, { authority_id, person_id }: ClaimedJob): Promise<Actor | undefined> =>
  person_id === null
    ? { personId: '', name: '', authorityId: authority_id, grants: [], units: 'all', isInstallation: true }
    : readActor(database, person_id)

const leaseLost = (): Result<never> => refuse(errorAt('jobEnded', '', {}))

/** An act of a job: its transaction holds the row of the job, so that cancelling waits for it and comes before the next. */
const actOfJob =
  (database: Database, actor: Actor, { id }: ClaimedJob, lease: string): JobWork['act'] =>
  (act) =>
    actAs(database, actor, async (context: ActContext) => {
      const { numAffectedRows } = await sql`
        update job set leased_until = now() + make_interval(secs => ${leaseSeconds}) where id = ${id} and lease = ${lease}`.execute(
        context.transaction,
      )
      return numAffectedRows === 1n ? act(context) : leaseLost()
    })

const tellOf =
  (database: Database, { id }: ClaimedJob, lease: string): JobWork['tell'] =>
  async (done, whole) => {
    await actFor(database, 'jobs', async (transaction) => {
      await sql`
        update job set done = ${done}, whole = ${whole}
        where id = (select id from job where id = ${id} and lease = ${lease} for update skip locked)`.execute(transaction)
      return accept(undefined)
    })
  }

const describe = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error)).slice(0, 4000)

const tryJob = async (database: Database, job: Job, claimed: ClaimedJob, lease: string, filesDir: string): Promise<Ending> => {
  const actor = await actorOf(database, claimed)
  if (!actor) return { state: 'failed', problems: [errorAt('signedOut', '', {})] }
  const act = actOfJob(database, actor, claimed, lease)
  try {
    const payload = job.kind.payload.parse(claimed.payload)
    const result = await job.run(payload, { jobId: claimed.id, act, tell: tellOf(database, claimed, lease), filesDir })
    return result.ok ? { state: 'done', result: result.value } : { state: 'failed', problems: result.problems }
  } catch (error) {
    const failure = describe(error)
    if (claimed.attempts < (job.kind.attempts ?? usualAttempts))
      return { state: 'again', afterSeconds: pauseBefore(claimed.attempts), failure }
    return { state: 'failed', problems: [errorAt('unexpected', '', { requestId: claimed.id })], failure }
  }
}

/** Does one job that was claimed, holding its lease meanwhile. Gives how it ended. */
export const workOnJob = async (database: Database, job: Job, claimed: ClaimedJob, lease: string, filesDir: string): Promise<Ending> => {
  const holding = setInterval(() => void holdLease(database, claimed.id, lease).catch(() => undefined), (leaseSeconds * 1000) / 3)
  try {
    const ending = await tryJob(database, job, claimed, lease, filesDir)
    await endJob(database, claimed, lease, ending)
    return ending
  } finally {
    clearInterval(holding)
  }
}
