import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { startTestApplication, type TestApplication } from '../../../../test/application.ts'
import type { Call } from '../../../../test/call.ts'
import { createSmallCycle } from '../../../../test/small-cycle.ts'
import { calendarRoutes } from '../../calendar/contract.ts'
import { councilRoutes } from '../council-contract.ts'
import { type InspectionBody, inspectionRoutes } from './contract.ts'

let application: TestApplication
let owner: Call
let officer: Call
let place: { cycleId: string; unitId: string }
let leadId: string
const personId = async (signInName: string): Promise<string> =>
  (await application.owner.selectFrom('person').select('id').where('sign_in_name', '=', signInName).executeTakeFirstOrThrow()).id
beforeAll(async () => {
  application = await startTestApplication()
  owner = await application.signInAs('methodowner')
  officer = await application.signInAs('unitofficer.so-1')
  leadId = await personId('inspector')
  const { cycleId, units } = await createSmallCycle(application.owner, application.authority, 'submitted')
  place = { cycleId, unitId: units[0]?.id ?? '' }
})
const body = (more: Partial<InspectionBody> = {}): InspectionBody => ({
  isAnnounced: false,
  decision: '15/QĐ-SNV',
  plannedOn: '2026-01-10',
  team: [{ personId: leadId, duty: 'lead' }],
  findings: [],
  ...more,
})
const plan = (call: Call, written: InspectionBody) =>
  call(inspectionRoutes.plan, { params: place, body: written, idempotencyKey: randomUUID() })
const seenBy = async (call: Call) => (await call(inspectionRoutes.ofUnit, { params: place })).value.inspections
const held = {
  heldOn: '2026-01-10',
  record: 'Đoàn đã xem sổ văn bản đến và hồ sơ kế hoạch.',
  result: 'Kế hoạch ban hành muộn 10 ngày so với kê khai.',
  findings: [
    { nodeId: '1.1', outcome: 'differs' as const, words: 'Ban hành ngày 25/01, không phải 15/01' },
    { nodeId: '1.3', outcome: 'confirmed' as const, words: '' },
  ],
}

describe('a visit to a unit', () => {
  it('without notice is known to the team and not to the unit until it was held, with what was found on each leaf', async () => {
    const { id } = (await plan(owner, body())).value
    expect(await seenBy(officer)).toEqual([])
    const inspector = await application.signInAs('inspector')
    expect((await seenBy(inspector)).map(({ decision }) => decision)).toEqual(['15/QĐ-SNV'])
    expect((await inspector(calendarRoutes.notices)).value.notices.map(({ link }) => link)).toEqual([`/kiem-tra/${place.cycleId}`])
    expect((await officer(calendarRoutes.notices)).value.notices).toEqual([])
    const write = (ifMatch: number, written: InspectionBody) =>
      inspector(inspectionRoutes.write, { params: { ...place, inspectionId: id }, body: written, ifMatch })
    expect((await write(1, body({ ...held, record: '' }))).problems.map(({ at }) => at)).toEqual(['record'])
    expect((await write(1, body(held))).value).toEqual({ id, version: 2 })
    expect((await write(1, body(held))).problems[0]?.code).toBe('changedMeanwhile')
    expect((await write(2, body())).problems.map(({ at }) => at)).toEqual(['heldOn'])
    const [seen] = await seenBy(officer)
    expect((await officer(calendarRoutes.notices)).value.notices).toMatchObject([{ body: held.result }])
    await officer(calendarRoutes.readNotices, { body: {} })
    expect(seen).toMatchObject({ isAnnounced: false, heldOn: '2026-01-10', result: held.result })
    expect(seen?.findings.map(({ code, outcome }) => `${code} ${outcome}`)).toEqual(['1.1 differs', '1.3 confirmed'])
    const other = await application.signInAs('unitofficer.so-2')
    expect((await other(inspectionRoutes.ofUnit, { params: place })).status).toBe(403)
  })

  it('with notice is told to the unit at once', async () => {
    await plan(owner, body({ isAnnounced: true, plannedOn: '2026-02-01' }))
    expect((await seenBy(officer)).map(({ plannedOn }) => plannedOn)).toContain('2026-02-01')
    const { notices } = (await officer(calendarRoutes.notices)).value
    expect(notices.map(({ title }) => title)).toContain('Kiểm tra tại Sở Thử nghiệm số 1 ngày 01/02/2026')
  })

  it('is made by nobody with an interest in the unit, unless the chair lets them', async () => {
    const appraiserId = await personId('appraiser')
    const appraiser = await application.signInAs('appraiser')
    const params = { cycleId: place.cycleId }
    await appraiser(councilRoutes.declareInterest, { params, body: { unitId: place.unitId, reason: 'Vợ công tác tại đơn vị' } })
    const team = [...body().team, { personId: appraiserId, duty: 'member' as const }]
    expect((await plan(owner, body({ team }))).problems.map(({ code, at }) => `${code} ${at}`)).toEqual(['memberHasInterest team.1'])
    const chair = await application.signInAs('councilchair')
    await chair(councilRoutes.waiveInterest, { params, body: { personId: appraiserId, unitId: place.unitId, reason: 'Chỉ ghi biên bản' } })
    expect((await plan(owner, body({ team }))).status).toBe(200)
  })

  it('ends with the appraisal', async () => {
    await application.owner.updateTable('cycle').set({ stage: 'approved' }).where('id', '=', place.cycleId).execute()
    expect((await plan(owner, body())).problems[0]?.code).toBe('wrongStage')
    expect((await owner(inspectionRoutes.list, { params: { cycleId: place.cycleId } })).value.inspections).toHaveLength(3)
  })
})
