import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { startTestApplication, type TestApplication } from '../../../test/application.ts'
import { addPerson, departmentsGroup } from '../../../test/authority.ts'
import type { Call } from '../../../test/call.ts'
import { sendFile } from '../../../test/send-file.ts'
import { createSmallCycle, smallFramework } from '../../../test/small-cycle.ts'
import { assignmentRoutes } from '../assignment/contract.ts'
import { evidenceRoutes } from '../evidence/contract.ts'
import { factRoutes } from '../facts/contract.ts'
import { selfAssessmentRoutes } from './contract.ts'
import { partRoutes } from './parts-contract.ts'

let application: TestApplication
let place: { cycleId: string; unitId: string }
let [lead, helper] = ['', '']
const people: Record<'province' | 'head' | 'lead' | 'leadHead' | 'helper', Call> = {} as never
const province = randomUUID()

const onTime = {
  kind: 'ratio',
  inputs: [
    { name: 'numerator', type: 'count', fact: 'oneStop.filesOnTime' },
    { name: 'denominator', type: 'count', fact: 'oneStop.filesSettled' },
  ],
}
/** The first department leads 1.1, which reads facts, and 1.2; the second helps everywhere. */
const led = {
  ...smallFramework,
  nodes: smallFramework.nodes.map((area, index) => ({
    ...area,
    leadUnits: [index === 0 ? 'Sở Thử nghiệm số 1' : 'Sở Thử nghiệm số 3'],
    coordinatingUnits: ['Sở Thử nghiệm số 2'],
    children: area.children.map((leaf) => (leaf.code === '1.1' ? { ...leaf, rule: onTime } : leaf)),
  })),
}

beforeAll(async () => {
  application = await startTestApplication()
  const { owner, authority } = application
  ;[lead, helper] = [authority.departments[0].id, authority.departments[1].id]
  await owner
    .insertInto('unit')
    .values({ id: province, authority_id: authority.id, code: 'TINH', name: 'UBND tỉnh', kind: 'authority', unit_group: departmentsGroup })
    .execute()
  await addPerson(owner, authority.id, { signInName: 'can.bo.tinh', role: 'unitOfficer', unitId: province })
  await addPerson(owner, authority.id, { signInName: 'lanh.dao.tinh', role: 'headOfUnit', unitId: province })
  const { cycleId } = await createSmallCycle(owner, authority, 'selfAssessing', null, led)
  await sql`insert into cycle_unit (authority_id, cycle_id, unit_id, unit_group, framework_id, ranked, stage)
    select authority_id, cycle_id, ${province}, unit_group, framework_id, false, stage from cycle_unit where cycle_id = ${cycleId} limit 1`.execute(
    owner,
  )
  place = { cycleId, unitId: province }
  for (const [name, signInName] of [
    ['province', 'can.bo.tinh'],
    ['head', 'lanh.dao.tinh'],
    ['lead', 'unitofficer.so-1'],
    ['leadHead', 'headofunit.so-1'],
    ['helper', 'unitofficer.so-2'],
  ] as const)
    people[name] = await application.signInAs(signInName)
})

const sheetOf = async (call: Call) => (await call(selfAssessmentRoutes.sheet, { params: place })).value
const enter = (call: Call, unitId: string, facts: Readonly<Record<string, string>>) =>
  call(factRoutes.change, {
    params: { unitId, year: 2026 },
    body: { changes: Object.entries(facts).map(([key, value]) => ({ key, value, version: 0 })) as never },
  })
const pdf = (text: string) => ({ fileName: 'bao-cao.pdf', bytes: Buffer.from(`%PDF-1.7\n${text}\n%%EOF\n`) })
const addDocument = async (call: Call, unitId: string, title: string) =>
  (
    await call(evidenceRoutes.add, {
      params: { unitId },
      body: { secrecy: 'open', title, uploadId: await sendFile(call, unitId, pdf('Báo cáo một cửa')) },
    })
  ).value
const link = (call: Call, nodeId: string, evidenceId: string) => call(evidenceRoutes.link, { params: { ...place, nodeId, evidenceId } })

describe('the province’s own assessment, led by its departments', () => {
  it('gives each department what it leads, and whoever only helps nothing', async () => {
    expect((await people.lead(selfAssessmentRoutes.sheet, { params: place })).status).toBe(403)
    expect((await people.province(assignmentRoutes.shareOut, { params: place })).value).toEqual({ divisions: 2, leaves: 4 })
    expect((await sheetOf(people.lead)).ownPart?.leaves.sort()).toEqual(['1.1', '1.2', '1.3'])
    expect((await people.helper(selfAssessmentRoutes.sheet, { params: place })).status).toBe(403)
    const { sheets } = (await people.lead(selfAssessmentRoutes.own)).value
    expect(sheets.map(({ unit, part }) => [unit.code, part?.division])).toContainEqual(['TINH', 'Sở Thử nghiệm số 1'])
  })

  it('counts the fact that a department entered as the lead of a criterion there, for that criterion alone', async () => {
    expect((await enter(people.lead, lead, { 'oneStop.filesSettled': '200', 'oneStop.filesOnTime': '190' })).status).toBe(200)
    await enter(people.helper, helper, { 'oneStop.filesSettled': '7' })
    const { facts } = await sheetOf(people.province)
    expect(facts.map(({ key, value, owner, nodeIds }) => [key, value, owner?.code, nodeIds])).toEqual([
      ['oneStop.filesOnTime', '190', 'so-1', ['1.1']],
      ['oneStop.filesSettled', '200', 'so-1', ['1.1']],
    ])
    const inputs = { numerator: '190', denominator: '200' }
    const claim = { nodeId: '1.1', version: 0, status: 'scored', points: '1.9', inputs }
    expect((await people.lead(selfAssessmentRoutes.change, { params: place, body: { claims: [claim] } as never })).status).toBe(200)
    expect((await sheetOf(people.province)).totals[0]).toMatchObject({ points: '1.9' })
  })

  it('keeps what is not lent to itself: neither the register nor other facts of a department', async () => {
    await enter(people.lead, lead, { 'oneStop.files': '900' })
    for (const unitId of [lead, helper]) {
      expect((await people.province(factRoutes.register, { params: { unitId, year: 2026 } })).status).toBe(403)
      expect((await people.province(evidenceRoutes.register, { params: { unitId }, query: {} as never })).status).toBe(403)
      expect((await enter(people.province, unitId, { 'oneStop.files': '1' })).status).toBe(403)
    }
  })

  it('uses a fact that another department shares, says whose it is, and no longer once it is taken back', async () => {
    const share = (isShared: boolean, version = 1) =>
      people.helper(factRoutes.share, {
        params: { unitId: helper, year: 2026 },
        body: { facts: [{ key: 'oneStop.filesSettled', version }], isShared },
      })
    // The value that was seen is lent and no other.
    expect((await share(true, 2)).problems).toMatchObject([{ code: 'changedMeanwhile', at: 'oneStop.filesSettled', version: '1' }])
    expect((await share(true)).value.facts).toMatchObject([{ key: 'oneStop.filesSettled', isShared: true }])
    const lent = async () => (await sheetOf(people.province)).facts.filter(({ owner }) => owner?.code === 'so-2')
    expect(await lent()).toMatchObject([{ key: 'oneStop.filesSettled', value: '7' }])
    await share(false)
    expect(await lent()).toEqual([])
    const unknown = await people.helper(factRoutes.share, {
      params: { unitId: helper, year: 2026 },
      body: { facts: [{ key: 'oneStop.files', version: 1 }], isShared: true },
    })
    expect(unknown.problems).toMatchObject([{ code: 'notFound', at: 'oneStop.files' }])
  })

  it('rests on a document of the department without its being uploaded again; the province reads and does not change it', async () => {
    const { evidence } = await addDocument(people.lead, lead, 'Báo cáo một cửa năm 2026')
    expect((await link(people.lead, '1.1', evidence.id)).status).toBe(204)
    const seen = (await people.province(evidenceRoutes.ofLeaf, { params: { ...place, nodeId: '1.1' } })).value.evidence
    expect(seen).toMatchObject([{ id: evidence.id, owner: { code: 'so-1' }, uses: 1 }])
    const file = await people.province(evidenceRoutes.fileInCycle, { params: { ...place, evidenceId: evidence.id } })
    expect(file.raw.rawPayload.toString()).toContain('Báo cáo một cửa')
    const params = { unitId: lead, evidenceId: evidence.id }
    expect((await people.province(evidenceRoutes.correct, { params, body: { title: 'Khác' }, ifMatch: 1 })).status).toBe(403)
    expect(
      (await people.province(evidenceRoutes.correct, { params: { ...params, unitId: province }, body: { title: 'Khác' }, ifMatch: 1 }))
        .status,
    ).toBe(404)
  })

  it('picks a document that its owner shared, and names it where the same file comes once more', async () => {
    const { evidence } = await addDocument(people.helper, helper, 'Báo cáo chung')
    expect((await link(people.province, '1.2', evidence.id)).status).toBe(404)
    const share = (isShared: boolean) =>
      people.helper(evidenceRoutes.share, { params: { unitId: helper, evidenceId: evidence.id }, body: { isShared }, ifMatch: 1 })
    expect((await share(true)).value.isShared).toBe(true)
    const lent = (await people.province(evidenceRoutes.register, { params: { unitId: province }, query: { of: 'lent' } as never })).value
    expect(lent.evidence).toMatchObject([{ id: evidence.id, owner: { code: 'so-2' } }])
    expect((await link(people.province, '1.2', evidence.id)).status).toBe(204)
    const again = await addDocument(people.province, province, 'Tải lại')
    expect(again.sameFile).toMatchObject([{ title: 'Báo cáo chung', owner: { code: 'so-2' } }])
    const { rows } = await sql<{ files: number }>`select count(*)::int as files from stored_file`.execute(application.owner)
    expect(rows[0]).toEqual({ files: 1 })
    await share(false)
    expect((await sheetOf(people.province)).evidence).toContainEqual({ nodeId: '1.2', count: 1 })
    // What its owner does to it from then on is not the borrower's to read.
    const correction = { params: { unitId: helper, evidenceId: evidence.id }, body: { title: 'Báo cáo đã sửa' }, ifMatch: 1 }
    expect((await people.helper(evidenceRoutes.correct, correction)).status).toBe(200)
    await sql`insert into stored_file (authority_id, sha256, size, media_type)
      values (${application.authority.id}, ${'b'.repeat(64)}, 1, 'application/pdf')`.execute(application.owner)
    await sql`insert into evidence_file (authority_id, unit_id, evidence_id, number, kind, sha256, file_name)
      values (${application.authority.id}, ${helper}, ${evidence.id}, 2, 'signedCopy', ${'b'.repeat(64)}, 'moi.pdf')`.execute(
      application.owner,
    )
    const kept = async () => (await people.province(evidenceRoutes.ofLeaf, { params: { ...place, nodeId: '1.2' } })).value.evidence[0]
    expect(await kept()).toMatchObject({ title: 'Báo cáo chung', files: [{ number: 1 }] })
    const open = (number?: number) =>
      people.province(evidenceRoutes.fileInCycle, {
        params: { ...place, evidenceId: evidence.id },
        query: { ...(number !== undefined && { number }) } as never,
      })
    expect((await open()).raw.rawPayload.toString()).toContain('Báo cáo')
    expect((await open(2)).status).toBe(404)
    await people.helper(evidenceRoutes.share, { ...correction, body: { isShared: true }, ifMatch: 2 })
    expect(await kept()).toMatchObject({ title: 'Báo cáo đã sửa', files: [{ number: 2 }, { number: 1 }] })
  })

  it('is handed in part by part by the heads of departments, before the province submits', async () => {
    const part = { params: { ...place, divisionId: lead }, ifMatch: 1 }
    expect((await people.lead(partRoutes.parts, { params: place })).value.parts).toMatchObject([
      { division: { code: 'so-1' }, mine: 'officer' },
    ])
    expect((await people.lead(partRoutes.finish, { ...part, body: { isFinished: true } })).value.state).toBe('finished')
    const finished = { ...part, ifMatch: 2 }
    expect((await people.lead(partRoutes.handIn, finished)).status).toBe(403)
    expect((await people.leadHead(partRoutes.handIn, finished)).value.state).toBe('handedIn')
    expect((await people.province(partRoutes.merge, { ...part, ifMatch: 3, body: {} })).value.state).toBe('merged')
  })
})
