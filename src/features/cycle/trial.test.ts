import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { startTestApplication, type TestApplication } from '../../../test/application.ts'
import { departmentsGroup } from '../../../test/authority.ts'
import type { Call } from '../../../test/call.ts'
import { createSmallCycle, smallFramework } from '../../../test/small-cycle.ts'
import { trialMark } from '../../language/trial-words.ts'
import { sealLogJob } from '../../platform/audit/seal-log.ts'
import { verifyLog } from '../../platform/audit/verify-log.ts'
import { runDueJobs } from '../../platform/jobs/worker.ts'
import { deriveKey } from '../../platform/settings/secret.ts'
import { appraisalRoutes } from '../appraisal/contract.ts'
import { publicationRoutes } from '../publication/contract.ts'
import { selfAssessmentRoutes } from '../self-assessment/contract.ts'
import { cycleRoutes } from './contract.ts'
import { trialRoutes } from './trial-contract.ts'

let application: TestApplication
let owner: Call
let appraiser: Call
let officer: Call
let cycleId: string
const unitId = (): string => application.authority.departments[0].id
beforeAll(async () => {
  application = await startTestApplication()
  owner = await application.signInAs('methodowner')
  appraiser = await application.signInAs('appraiser')
  officer = await application.signInAs('unitofficer.so-1')
  cycleId = (await createSmallCycle(application.owner, application.authority, 'selfAssessing', null, smallFramework, true)).cycleId
})
const secret = 'bi-mat-cua-nhat-ky-thu-nghiem-0123456789'
const seal = async () => {
  const { database, filesDir } = application
  await sql`update job set due_at = now() where state = 'waiting'`.execute(application.owner)
  await runDueJobs({ database, jobs: [sealLogJob(secret)], filesDir })
}
const detail = async () => (await owner(cycleRoutes.detail, { params: { cycleId } })).value
const rowsOf = async (table: string): Promise<number> =>
  (await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)} where cycle_id = ${cycleId}`.execute(application.owner))
    .rows[0]?.n ?? -1

describe('a trial cycle', () => {
  it('is chosen when it is prepared, says so in its name whatever it is called, and never changes its kind', async () => {
    const { frameworks } = (await owner(cycleRoutes.choices)).value
    const body = {
      year: 2031,
      title: 'Tập dượt',
      isTrial: true,
      frameworks: [{ unitGroup: departmentsGroup, frameworkId: frameworks[0]?.id ?? '' }],
    }
    const { value } = await owner(cycleRoutes.add, { body, idempotencyKey: randomUUID() })
    expect(value).toMatchObject({ isTrial: true, title: `${trialMark}: Tập dượt` })
    const renamed = await owner(cycleRoutes.change, { params: { cycleId: value.id }, body: { title: 'Kỳ thật' }, ifMatch: value.version })
    expect(renamed.value.title).toBe(`${trialMark}: Kỳ thật`)
    const turned = (isTrial: boolean, id: string) =>
      application.owner.updateTable('cycle').set({ is_trial: isTrial }).where('id', '=', id).execute()
    await expect(turned(false, value.id)).rejects.toThrow(/trial/)
    const real = await createSmallCycle(application.owner, application.authority)
    await expect(turned(true, real.cycleId)).rejects.toThrow(/trial/)
    expect((await officer(trialRoutes.trials)).value.cycleIds.toSorted()).toEqual([cycleId, value.id].toSorted())
  })

  it('is no year before another cycle, and takes no year of a group', async () => {
    const { frameworks } = (await owner(cycleRoutes.choices)).value
    expect(frameworks[0]?.takenYears).not.toContain(2031)
    const body = { year: 2032, title: 'Kỳ 2032', frameworks: [{ unitGroup: departmentsGroup, frameworkId: frameworks[0]?.id ?? '' }] }
    const { value } = await owner(cycleRoutes.add, { body, idempotencyKey: randomUUID() })
    const before = await application.owner
      .selectFrom('cycle as c')
      .innerJoin('cycle as p', 'p.id', 'c.previous_id')
      .select(['p.year', 'p.is_trial'])
      .where('c.id', '=', value.id)
      .executeTakeFirstOrThrow()
    expect(before).toEqual({ year: 2026, is_trial: false })
  })

  it('is rehearsed to the end of the appraisal and never published', async () => {
    const params = { cycleId, unitId: unitId() }
    const claims = ['1.1', '1.3', '2.2'].map((nodeId) => ({
      nodeId,
      version: 0,
      status: 'scored' as const,
      points: '1',
      explanation: 'Đã làm',
    }))
    expect((await officer(selfAssessmentRoutes.change, { params, body: { claims } })).status).toBe(200)
    await sql`update cycle_unit set stage = 'submitted', submitted_at = now() where cycle_id = ${cycleId}`.execute(application.owner)
    expect((await appraiser(appraisalRoutes.acceptClaims, { params, body: {} })).value.accepted).toHaveLength(3)
    const chair = await application.signInAs('councilchair')
    await sql`update cycle set stage = 'approved' where id = ${cycleId}`.execute(application.owner)
    expect((await chair(publicationRoutes.publications)).value.ready.map(({ id }) => id)).not.toContain(cycleId)
    const body = { title: 'Công bố', isPublic: true }
    const published = await chair(publicationRoutes.publish, { params: { cycleId }, body, idempotencyKey: randomUUID() })
    expect([published.status, published.problems[0]?.code]).toEqual([409, 'trialHasNoEffect'])
  })

  it('goes whole once its name was typed, and the log keeps that it was there', async () => {
    const { version, title } = await detail()
    const params = { cycleId }
    const remove = (call: Call, typed: string, ifMatch = version) =>
      call(trialRoutes.deleteTrial, { params, body: { title: typed }, ifMatch })
    expect((await remove(appraiser, title)).status).toBe(403)
    expect((await remove(owner, 'Tập dượt')).problems[0]).toMatchObject({ code: 'nameNotTyped', at: 'title' })
    expect((await remove(owner, title, version + 1)).problems[0]?.code).toBe('changedMeanwhile')
    const goes = (await owner(trialRoutes.whatGoes, { params })).value
    expect(goes).toMatchObject({ units: 3, scores: 6 })
    await seal()
    const before = await application.owner.selectFrom('action').select('kind').where('cycle_id', '=', cycleId).execute()
    expect((await remove(owner, title)).value).toEqual(goes)
    for (const table of ['cycle_unit', 'cycle_framework', 'score', 'unit_total', 'score_sheet', 'score_evidence'])
      expect(await rowsOf(table), table).toBe(0)
    expect((await owner(cycleRoutes.detail, { params })).status).toBe(404)
    const after = await application.owner.selectFrom('action').select('kind').where('cycle_id', '=', cycleId).execute()
    expect(after).toEqual(before)
    const deleted = await application.owner.selectFrom('action').selectAll().where('kind', '=', 'trialDeleted').executeTakeFirstOrThrow()
    expect(deleted.facts).toMatchObject({ cycleId, title, year: 2026, scores: 6 })
    expect(deleted.person_id).not.toBeNull()
    await seal()
    const { problems } = await verifyLog(application.database, { id: application.authority.id, name: '' }, deriveKey(secret, 'log'), [])
    expect(problems).toEqual([])
  })

  it('is the only kind that goes so', async () => {
    const real = await createSmallCycle(application.owner, application.authority, 'submitted')
    const { version, title } = (await owner(cycleRoutes.detail, { params: { cycleId: real.cycleId } })).value
    const reply = await owner(trialRoutes.deleteTrial, { params: { cycleId: real.cycleId }, body: { title }, ifMatch: version })
    expect([reply.status, reply.problems[0]?.code]).toEqual([409, 'notATrial'])
    await expect(application.owner.deleteFrom('cycle').where('id', '=', real.cycleId).execute()).rejects.toThrow(/stays/)
  })
})
