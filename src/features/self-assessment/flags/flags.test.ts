import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { startTestApplication, type TestApplication } from '../../../../test/application.ts'
import type { Call } from '../../../../test/call.ts'
import { createSmallCycle } from '../../../../test/small-cycle.ts'
import { selfAssessmentRoutes } from '../contract.ts'
import { flagRoutes } from './contract.ts'

let application: TestApplication
let officer: Call
let appraiser: Call
let place: { readonly cycleId: string; readonly unitId: string }

beforeAll(async () => {
  application = await startTestApplication()
  ;[officer, appraiser] = (await Promise.all(['unitofficer.so-1', 'appraiser'].map((name) => application.signInAs(name)))) as [Call, Call]
  const { cycleId } = await createSmallCycle(application.owner, application.authority)
  place = { cycleId, unitId: application.authority.departments[0].id }
})

const declare = (nodeId: string, reason: string, ifMatch = 0) =>
  officer(flagRoutes.declare, { params: { ...place, nodeId }, body: { reason }, ifMatch })
const flags = async (as: Call) => (await as(flagRoutes.flags, { params: place })).value

const addDocument = async (nodeId: string, title: string, issuedOn: string): Promise<void> => {
  const key = { authority_id: application.authority.id, unit_id: place.unitId }
  const id = randomUUID()
  await application.owner
    .insertInto('evidence')
    .values({ id, title, issued_on: issuedOn, ...key })
    .execute()
  await application.owner
    .insertInto('score_evidence')
    .values({ cycle_id: place.cycleId, node_id: nodeId, evidence_id: id, ...key })
    .execute()
}

describe('a leaf without documents', () => {
  it('is declared with its reason, changed against the version seen, and taken back', async () => {
    expect((await declare('1.3', '   ')).problems[0]?.code).toBe('invalidValue')
    expect((await declare('1.3', 'Sáng kiến chưa có văn bản công nhận')).value).toEqual({ version: 1 })
    expect((await declare('1.3', 'Khác')).problems[0]?.code).toBe('changedMeanwhile')
    expect((await declare('1.3', 'Chưa được công nhận', 1)).value).toEqual({ version: 2 })
    expect((await flags(officer)).absences).toMatchObject([
      { nodeId: '1.3', code: '1.3', reason: 'Chưa được công nhận', hasDocuments: false },
    ])
    expect((await officer(flagRoutes.withdraw, { params: { ...place, nodeId: '1.3' }, ifMatch: 2 })).status).toBe(204)
    expect((await flags(officer)).absences).toEqual([])
    await declare('1.3', 'Chưa được công nhận')
  })

  it('is none where documents stand, nor where the unit scores nothing itself', async () => {
    await addDocument('1.1', 'Kế hoạch năm', '2026-02-01')
    expect((await declare('1.1', 'Không có')).problems).toMatchObject([{ code: 'documentsThere', at: '1.1' }])
    expect((await declare('2.1', 'Không có')).problems[0]?.code).toBe('notSelfScored')
  })
})

describe('what is dated after the cut-off', () => {
  it('is flagged at its leaf, for the unit and, once submitted, for the appraiser; the day itself still counts', async () => {
    await addDocument('1.1', 'Báo cáo bổ sung', '2027-01-05')
    await addDocument('2.2', 'Báo cáo năm', '2026-12-31')
    expect((await flags(officer)).late).toEqual([])
    await application.owner
      .insertInto('calendar_plan')
      .values({ authority_id: application.authority.id, cycle_id: place.cycleId, cut_off: '2026-12-31' })
      .execute()
    const late = [{ nodeId: '1.1', code: '1.1', documents: [{ title: 'Báo cáo bổ sung', issuedOn: '2027-01-05' }], facts: [], days: [] }]
    expect(await flags(officer)).toMatchObject({ cutOff: '2026-12-31', late })
    const body = { claims: [{ nodeId: '1.3', version: 0, status: 'scored' as const, points: '1' }] }
    await officer(selfAssessmentRoutes.change, { params: place, body })
    const submitted = await officer(selfAssessmentRoutes.submit, {
      params: place,
      body: { acceptsMissing: true },
      ifMatch: 1,
      idempotencyKey: 'nop-ban-nay',
    })
    expect(submitted.status).toBe(200)
    expect(await flags(appraiser)).toMatchObject({ late, absences: [{ reason: 'Chưa được công nhận' }] })
    expect((await declare('2.2', 'Không có', 0)).problems[0]?.code).toBe('wrongStage')
  })
})
