import { beforeAll, describe, expect, it } from 'vitest'
import { startTestApplication, type TestApplication } from '../../../test/application.ts'
import type { Call } from '../../../test/call.ts'
import { createSmallCycle, type SmallCycle } from '../../../test/small-cycle.ts'
import { type Guidance, guidanceRoutes } from './contract.ts'

let application: TestApplication
let cycle: SmallCycle
let owner: Call
let appraiser: Call
let officer: Call
let head: Call
let commune: Call
let unitId: string

beforeAll(async () => {
  application = await startTestApplication()
  cycle = await createSmallCycle(application.owner, application.authority)
  unitId = application.authority.departments[0].id
  owner = await application.signInAs('methodowner')
  appraiser = await application.signInAs('appraiser')
  officer = await application.signInAs('unitofficer.so-1')
  head = await application.signInAs('headofunit.so-1')
  commune = await application.signInAs('unitofficer.xa-1')
})

const pdf = Buffer.from('%PDF-1.7\nHướng dẫn\n%%EOF\n')
const issue = (person: Call, fields: Record<string, string>, bytes?: Buffer) =>
  person(guidanceRoutes.issue, { upload: { fields: { kind: 'guidance', ...fields }, ...(bytes && { bytes, fileName: 'huong-dan.pdf' }) } })
const titles = async (person: Call, query: Parameters<typeof listOf>[1] = {}) => (await listOf(person, query)).map(({ title }) => title)
const listOf = async (
  person: Call,
  query: { unread?: string; search?: string; cycleId?: string; nodeId?: string; kind?: 'study'; limit?: number; after?: string },
): Promise<readonly Guidance[]> => (await person(guidanceRoutes.list, { query })).value.guidance
const confirm = (person: Call, guidanceId: string, unit = unitId) =>
  person(guidanceRoutes.confirm, { params: { unitId: unit, guidanceId } })

describe('a guidance paper', () => {
  it('reaches the units of its kinds and its cycle with number, day, issuer and file, and no other', async () => {
    const { unitKind } = await application.owner
      .selectFrom('unit')
      .select('kind as unitKind')
      .where('id', '=', unitId)
      .executeTakeFirstOrThrow()
    const issued = await issue(
      owner,
      {
        title: 'Hướng dẫn tự đánh giá, chấm điểm năm 2026',
        documentNumber: '215/HD-SNV',
        issuedOn: '2026-11-02',
        issuer: 'Sở Nội vụ tỉnh An Phú',
        cycleId: cycle.cycleId,
        unitKinds: unitKind,
      },
      pdf,
    )
    const { id: guidanceId } = issued.value
    const [shown] = await listOf(officer, {})
    expect(shown).toMatchObject({
      id: guidanceId,
      documentNumber: '215/HD-SNV',
      issuedOn: '2026-11-02',
      file: { name: 'huong-dan.pdf', size: pdf.length },
      cycle: { year: 2026 },
      own: [{ unit: { id: unitId } }],
    })
    expect(shown?.read).toBeUndefined()
    const file = await officer(guidanceRoutes.file, { params: { guidanceId } })
    expect(file.raw.rawPayload.equals(pdf)).toBe(true)
    expect(await titles(commune)).toEqual([])
    expect((await commune(guidanceRoutes.file, { params: { guidanceId } })).status).toBe(404)
    expect((await confirm(commune, guidanceId, application.authority.communes[0].id)).status).toBe(404)
  })

  it('is read once per unit: who said so, and which units have not, is known to whoever follows', async () => {
    const { id: guidanceId } = (await issue(owner, { kind: 'notice', title: 'Thông báo lịch họp hội đồng', cycleId: cycle.cycleId })).value
    expect(await titles(officer, { unread: 'true' })).toContain('Thông báo lịch họp hội đồng')
    const first = (await confirm(officer, guidanceId)).value.own[0]?.readAt
    expect((await confirm(head, guidanceId)).value.own[0]?.readAt).toBe(first)
    expect(await titles(head, { unread: 'true' })).not.toContain('Thông báo lịch họp hội đồng')
    const { readers, total, next } = (await owner(guidanceRoutes.readers, { params: { guidanceId }, query: { limit: 2 } })).value
    expect(readers.map(({ readAt }) => readAt)).toEqual([undefined, undefined])
    expect([total, next]).toEqual([3, readers[1]?.unit.id])
    const rest = (await owner(guidanceRoutes.readers, { params: { guidanceId }, query: { after: next } })).value
    expect(rest.readers).toMatchObject([{ unit: { id: unitId }, readAt: first, by: { name: 'Người thử unitofficer.so-1' } }])
    expect((await listOf(owner, {}))[0]?.read).toEqual({ units: 1, of: 3 })
    expect((await officer(guidanceRoutes.readers, { params: { guidanceId } })).status).toBe(403)
  })

  it('stands beside the criteria it is about, issued by whoever appraises them', async () => {
    await issue(appraiser, { title: 'Cách lập kế hoạch CCHC', cycleId: cycle.cycleId, nodeIds: '1.1,2.2' })
    const beside = async (nodeId: string) => titles(officer, { cycleId: cycle.cycleId, nodeId })
    expect(await beside('1.1')).toEqual(['Cách lập kế hoạch CCHC'])
    expect(await beside('1.3')).toEqual([])
    expect((await listOf(officer, { nodeId: '1.1' }))[0]?.criteria).toEqual([
      { id: '1.1', code: '1.1', name: 'Ban hành kế hoạch' },
      { id: '2.2', code: '2.2', name: 'Giải quyết đúng hạn' },
    ])
    const choices = (await appraiser(guidanceRoutes.criteria, { query: { cycleId: cycle.cycleId } })).value.criteria
    expect(choices.map(({ id }) => id)).toEqual(['1', '1.1', '1.2', '1.3', '2', '2.1', '2.2'])
    const unknown = await issue(appraiser, { title: 'Sai', cycleId: cycle.cycleId, nodeIds: '9.9' })
    expect(unknown.problems[0]?.code).toBe('unknownNode')
    expect((await issue(appraiser, { title: 'Sai', nodeIds: '1.1' })).problems[0]).toMatchObject({ code: 'missingField', at: 'cycleId' })
  })

  it('is withdrawn with its reason and not changed; nobody has to read it any more', async () => {
    const { id: guidanceId } = (await issue(owner, { kind: 'study', title: 'Nghị quyết 76/NQ-CP cần quán triệt' })).value
    expect(await titles(commune, { kind: 'study' })).toEqual(['Nghị quyết 76/NQ-CP cần quán triệt'])
    const withdraw = (ifMatch: number) =>
      owner(guidanceRoutes.withdraw, { params: { guidanceId }, ifMatch, body: { reason: 'Nhầm số văn bản' } })
    expect((await withdraw(1)).value).toMatchObject({ withdrawnBecause: 'Nhầm số văn bản', version: 2 })
    expect((await withdraw(1)).status).toBe(409)
    expect(await titles(commune, { unread: 'true' })).toEqual([])
    expect((await listOf(commune, { kind: 'study' }))[0]?.withdrawnBecause).toBe('Nhầm số văn bản')
  })

  it('is found without diacritics, page by page, and issued by nobody who is assessed', async () => {
    expect(await titles(owner, { search: 'huong dan tu danh gia' })).toEqual(['Hướng dẫn tự đánh giá, chấm điểm năm 2026'])
    const first = await owner(guidanceRoutes.list, { query: { limit: 2 } })
    const rest = await owner(guidanceRoutes.list, { query: { limit: 10, after: first.value.next } })
    expect([...first.value.guidance, ...rest.value.guidance].map(({ title }) => title)).toEqual(await titles(owner))
    expect((await issue(officer, { title: 'Chen vào' })).status).toBe(403)
  })
})
