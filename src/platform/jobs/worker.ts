import { randomUUID } from 'node:crypto'
import type { FastifyBaseLogger } from 'fastify'
import type { Database } from '../database/database.ts'
import { claimJob, ensureRecurring } from './claim-job.ts'
import { clearEnded } from './end-job.ts'
import type { Job } from './job-kind.ts'
import { workOnJob } from './work-on-job.ts'

/** How often an idle node looks for work: one statement on a small index. */
const idleMs = 1000
/** How often recurring work is made for new authorities and what is old is cleared. */
const tidyMs = 60_000
/** Jobs at once on one node; more would take the machine from those who work on the pages. */
const mostAtOnce = 2

interface Workshop {
  readonly database: Database
  readonly jobs: readonly Job[]
  readonly filesDir: string
  readonly logger?: Pick<FastifyBaseLogger, 'error'>
}

/** Does one job that is due, if there is one. */
export const runDueJob = async ({ database, jobs, filesDir, logger }: Workshop): Promise<boolean> => {
  const lease = randomUUID()
  const claimed = await claimJob(
    database,
    jobs.map(({ kind }) => kind.kind),
    lease,
  )
  const job = jobs.find(({ kind }) => kind.kind === claimed?.kind)
  if (!claimed || !job) return false
  const ending = await workOnJob(database, job, claimed, lease, filesDir)
  if (ending.state !== 'done') logger?.error({ job: claimed.id, kind: claimed.kind, ending }, 'job did not end well')
  return true
}

/** Makes recurring work, then does what is due until nothing is: for tests and for whoever does not want to wait. */
export const runDueJobs = async (workshop: Workshop): Promise<number> => {
  await tidy(workshop)
  let count = 0
  while (await runDueJob(workshop)) count += 1
  return count
}

const tidy = async ({ database, jobs }: Workshop): Promise<void> => {
  await ensureRecurring(
    database,
    jobs.flatMap(({ kind: { kind, everySeconds } }) => (everySeconds === undefined ? [] : [{ kind, everySeconds }])),
  )
  await clearEnded(database)
}

export interface Worker {
  /** Whether it looked for work of late; false where the database is away. */
  readonly isAwake: () => boolean
  /** Lets what is being done end. */
  readonly stop: () => Promise<void>
}

/** Works on jobs until it is stopped. Several nodes share the work; none is lost where one of them dies. */
export const startWorker = (workshop: Workshop): Worker => {
  const { logger } = workshop
  const stopping = new AbortController()
  let lastLook = Date.now()
  let lastTidy = 0
  const pause = (): Promise<void> =>
    new Promise((go) => {
      const timer = setTimeout(go, idleMs)
      stopping.signal.addEventListener('abort', () => (clearTimeout(timer), go()), { once: true })
    })
  const look = async (): Promise<boolean> => {
    if (Date.now() - lastTidy > tidyMs) {
      lastTidy = Date.now()
      await tidy(workshop)
    }
    lastLook = Date.now()
    return runDueJob(workshop)
  }
  const work = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      const found = await look().catch((error: unknown) => {
        logger?.error({ err: error }, 'jobs')
        return false
      })
      if (!found) await pause()
    }
  }
  const hands = Array.from({ length: mostAtOnce }, work)
  return {
    isAwake: () => Date.now() - lastLook < tidyMs,
    stop: async () => {
      stopping.abort()
      await Promise.all(hands)
    },
  }
}
