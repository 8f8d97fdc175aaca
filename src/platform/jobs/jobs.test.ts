import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { startTestApplication, type TestApplication } from '../../../test/application.ts'
import { jobRoutes } from '../../contract/job-routes.ts'
import { errorAt } from '../../core/problem.ts'
import { accept, refuse } from '../../core/result.ts'
import { recordActions } from '../audit/record-action.ts'
import { actAs } from '../database/transaction.ts'
import type { Actor } from '../policy/actor.ts'
import { claimJob } from './claim-job.ts'
import { bindJob, type Job, type JobWork } from './job-kind.ts'
import { startJob } from './start-job.ts'
import { runDueJob, runDueJobs, startWorker } from './worker.ts'

const countUnits = { kind: 'countUnits', payload: z.object({ of: z.string() }), attempts: 2 }

let application: TestApplication
let actor: Actor
beforeAll(async () => {
  application = await startTestApplication()
  const { id: personId } = await application.owner
    .selectFrom('person')
    .select('id')
    .where('sign_in_name', '=', 'methodowner')
    .executeTakeFirstOrThrow()
  actor = { personId, name: '', authorityId: application.authority.id, grants: [], units: 'all' }
})
beforeEach(() => application.owner.deleteFrom('job').execute())

const workshop = (...jobs: readonly Job[]) => ({ database: application.database, jobs, filesDir: application.filesDir })
const start = async (when: Parameters<typeof startJob>[3] = {}): Promise<string> => {
  const started = await actAs(application.database, actor, async (context) =>
    accept(await startJob(context, countUnits, { of: 'tỉnh' }, when)),
  )
  if (!started.ok) throw new Error()
  return started.value
}
const view = async (jobId: string) => (await (await application.signInAs('methodowner'))(jobRoutes.one, { params: { jobId } })).value
const doing = (run: (work: JobWork, of: string) => ReturnType<Job['run']>) => bindJob(countUnits, ({ of }, work) => run(work, of))
const becomesDue = () => sql`update job set due_at = now() - interval '1 second'`.execute(application.owner)
const leasesEnd = () => sql`update job set leased_until = now() - interval '1 second' where state = 'running'`.execute(application.owner)

describe('a job', () => {
  it('is there if and only if the act that starts it is', async () => {
    await actAs(application.database, actor, async (context) => {
      await startJob(context, countUnits, { of: 'x' })
      return refuse(errorAt('signedOut', '', {}))
    })
    expect(await runDueJobs(workshop(doing(async () => accept(1))))).toBe(0)
    const jobId = await start()
    expect(await view(jobId)).toMatchObject({ state: 'waiting', done: 0, problems: [] })
  })

  it('is done as whoever asked for it, tells how far it is, and gives its result', async () => {
    const jobId = await start()
    let seen: unknown
    const job = doing(async (work, of) => {
      const counted = await work.act(async ({ transaction, actor: asker }) => {
        expect(asker.personId).toBe(actor.personId)
        expect(asker.grants).toEqual([{ role: 'methodOwner' }])
        return accept((await transaction.selectFrom('unit').select('id').execute()).length)
      })
      await work.tell(3, 6)
      seen = await view(jobId)
      return counted.ok ? accept({ of, count: counted.value }) : counted
    })
    expect(await runDueJobs(workshop(job))).toBe(1)
    expect(seen).toMatchObject({ state: 'running', done: 3, whole: 6 })
    expect(await view(jobId)).toMatchObject({ state: 'done', result: { of: 'tỉnh', count: 6 } })
  })

  it('ends with the problems it meets, and is not tried again', async () => {
    const jobId = await start()
    expect(await runDueJobs(workshop(doing(async () => refuse(errorAt('notFound', '', { what: 'unit' })))))).toBe(1)
    expect(await view(jobId)).toMatchObject({ state: 'failed', problems: [{ code: 'notFound', message: 'Không tìm thấy đơn vị.' }] })
  })

  it('is tried again after a bug, later, until its tries are used up', async () => {
    const jobId = await start()
    const broken = workshop(
      doing(async () => {
        throw new Error('bug')
      }),
    )
    expect(await runDueJobs(broken)).toBe(1)
    expect(await view(jobId)).toMatchObject({ state: 'waiting' })
    await becomesDue()
    expect(await runDueJobs(broken)).toBe(1)
    expect(await view(jobId)).toMatchObject({ state: 'failed', problems: [{ code: 'unexpected' }] })
  })

  it('goes to another node when its own dies, and the dead one changes nothing any more', async () => {
    const jobId = await start()
    let stranded: JobWork['act'] | undefined
    const gone = Promise.withResolvers<void>()
    const dying = runDueJob(
      workshop(
        doing(async (work) => {
          stranded = work.act
          await gone.promise
          return work.act(async (context) => accept(await recordActions(context, [{ kind: 'tooLate' }])))
        }),
      ),
    )
    await expect.poll(() => stranded).toBeDefined()
    expect(await claimJob(application.database, ['countUnits'], randomUUID())).toBeUndefined()
    await leasesEnd()
    expect(await runDueJobs(workshop(doing(async () => accept('by another'))))).toBe(1)
    gone.resolve()
    await dying
    expect(await view(jobId)).toMatchObject({ state: 'done', result: 'by another' })
    expect(await application.owner.selectFrom('action').select('id').where('kind', '=', 'tooLate').execute()).toEqual([])
  })

  it('is stopped by whoever asked, and by nobody else; what it did stays', async () => {
    const jobId = await start()
    const leader = await application.signInAs('leader')
    expect((await leader(jobRoutes.cancel, { params: { jobId } })).status).toBe(404)
    const owner = await application.signInAs('methodowner')
    const job = doing(async (work) => {
      await work.act(async (context) => accept(await recordActions(context, [{ kind: 'firstPart' }])))
      expect((await owner(jobRoutes.cancel, { params: { jobId } })).value.state).toBe('cancelled')
      return work.act(async (context) => accept(await recordActions(context, [{ kind: 'secondPart' }])))
    })
    await runDueJobs(workshop(job))
    expect(await view(jobId)).toMatchObject({ state: 'cancelled' })
    const kinds = await application.owner.selectFrom('action').select('kind').where('kind', 'like', '%Part').execute()
    expect(kinds).toEqual([{ kind: 'firstPart' }])
    expect((await owner(jobRoutes.cancel, { params: { jobId } })).problems[0]?.code).toBe('jobEnded')
  })

  it('with a key is one, however often it is started, until it ends', async () => {
    const first = await start({ key: 'a' })
    expect(await start({ key: 'a' })).toBe(first)
    expect(await start({ key: 'b' })).not.toBe(first)
    await runDueJobs(workshop(doing(async () => accept(1))))
    expect(await start({ key: 'a' })).not.toBe(first)
  })

  it('waits for its time', async () => {
    await start({ dueAt: new Date(Date.now() + 3_600_000) })
    expect(await runDueJobs(workshop(doing(async () => accept(1))))).toBe(0)
    await becomesDue()
    expect(await runDueJobs(workshop(doing(async () => accept(1))))).toBe(1)
  })

  it('that recurs is there for every authority and comes back, also after a failure', async () => {
    let turns = 0
    const recurring = bindJob({ kind: 'tick', payload: z.object({}), everySeconds: 60 }, async (_, work) => {
      turns += 1
      const done = await work.act(async (context) => accept(await recordActions(context, [{ kind: 'ticked' }])))
      return turns === 1 ? refuse(errorAt('databaseAway', '', {})) : done
    })
    expect(await runDueJobs(workshop(recurring))).toBe(1)
    expect(await runDueJobs(workshop(recurring))).toBe(0)
    await becomesDue()
    expect(await runDueJobs(workshop(recurring))).toBe(1)
    const { rows } = await sql`select distinct person_id from action where kind = 'ticked'`.execute(application.owner)
    expect(rows).toEqual([{ person_id: null }])
  })

  it('is done once though several workers look, and those that stop let it end', async () => {
    const ids = await Promise.all(Array.from({ length: 12 }, () => start()))
    const done: string[] = []
    const job = doing(async ({ jobId }) => accept(done.push(jobId)))
    const workers = [startWorker(workshop(job)), startWorker(workshop(job))]
    await expect.poll(() => done.length, { timeout: 20_000 }).toBe(12)
    await Promise.all(workers.map(({ stop }) => stop()))
    expect(done.toSorted()).toEqual(ids.toSorted())
  })
})
