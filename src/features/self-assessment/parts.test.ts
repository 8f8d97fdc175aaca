import { randomUUID } from 'node:crypto'
import { readXlsx, writeXlsx } from 'hucre/xlsx'
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { startTestApplication, type TestApplication } from '../../../test/application.ts'
import { addPerson } from '../../../test/authority.ts'
import type { Call } from '../../../test/call.ts'
import { createSmallCycle, smallFramework } from '../../../test/small-cycle.ts'
import { accept } from '../../core/result.ts'
import { actAs } from '../../platform/database/transaction.ts'
import { assignmentRoutes } from '../assignment/contract.ts'
import { homeRoutes } from '../home/contract.ts'
import { noticeRoutes } from '../calendar/notices/contract.ts'
import { evidenceRoutes } from '../evidence/contract.ts'
import { selfAssessmentRoutes } from './contract.ts'
import { partRoutes } from './parts-contract.ts'
import { workbookRoutes } from './workbook/contract.ts'

let application: TestApplication
let place: { cycleId: string; unitId: string }
const office = randomUUID()
const inspectors = randomUUID()
const people: Record<'unit' | 'head' | 'office' | 'officeHead' | 'inspector', Call> = {} as never

/** The first area is led by the Office of the department with the inspectors' help at 1.3; 2.2 is the inspectors'. */
const divided = {
  ...smallFramework,
  nodes: smallFramework.nodes.map((area, index) => ({
    ...area,
    leadUnits: [index === 0 ? 'Văn phòng' : 'Thanh tra'],
    children: area.children.map((leaf) => (leaf.code === '1.3' ? { ...leaf, coordinatingUnits: ['Thanh tra'] } : leaf)),
  })),
}

beforeAll(async () => {
  application = await startTestApplication()
  const { owner, authority } = application
  const [department] = authority.departments
  const key = { authority_id: authority.id, parent_id: department.id, kind: 'division' }
  await owner
    .insertInto('unit')
    .values([
      { ...key, id: office, code: 'so-1-vp', name: 'Văn phòng' },
      { ...key, id: inspectors, code: 'so-1-tt', name: 'Thanh tra' },
    ])
    .execute()
  for (const [signInName, role, unitId] of [
    ['van.phong', 'divisionOfficer', office],
    ['chanh.van.phong', 'headOfUnit', office],
    ['thanh.tra', 'divisionOfficer', inspectors],
  ] as const)
    await addPerson(owner, authority.id, { signInName, role, unitId })
  const { cycleId } = await createSmallCycle(owner, authority, 'selfAssessing', null, divided)
  place = { cycleId, unitId: department.id }
  for (const [name, signInName] of [
    ['unit', 'unitofficer.so-1'],
    ['head', 'headofunit.so-1'],
    ['office', 'van.phong'],
    ['officeHead', 'chanh.van.phong'],
    ['inspector', 'thanh.tra'],
  ] as const)
    people[name] = await application.signInAs(signInName)
})

const sheetOf = async (call: Call) => (await call(selfAssessmentRoutes.sheet, { params: place })).value
const claim = (call: Call, nodeId: string, points: string, version = 0) =>
  call(selfAssessmentRoutes.change, { params: place, body: { claims: [{ nodeId, version, status: 'scored', points }] } })
const partsFor = async (call: Call) => (await call(partRoutes.parts, { params: place })).value.parts
const stateOf = async (divisionId: string) => (await partsFor(people.unit)).find(({ division }) => division.id === divisionId)
const part = (divisionId: string, ifMatch: number) => ({ params: { ...place, divisionId }, ifMatch })
const codes = ({ problems }: { readonly problems: readonly { readonly code: string }[] }) => problems.map(({ code }) => code)

describe('the part of a division', () => {
  it('is nothing before the unit hands it out, and then exactly what the division leads or helps with', async () => {
    expect((await sheetOf(people.office)).ownPart).toEqual({ divisionIds: [], leaves: [] })
    expect(codes(await claim(people.office, '1.1', '1'))).toEqual(['leafOfOthers'])
    expect((await people.unit(assignmentRoutes.shareOut, { params: place })).value).toEqual({ divisions: 2, leaves: 4 })
    expect((await sheetOf(people.office)).ownPart?.leaves.sort()).toEqual(['1.1', '1.2', '1.3'])
    expect((await sheetOf(people.inspector)).ownPart?.leaves.sort()).toEqual(['1.3', '2.2'])
    expect((await sheetOf(people.unit)).ownPart).toBeUndefined()
    const { sheets } = (await people.inspector(selfAssessmentRoutes.own)).value
    expect(sheets).toMatchObject([
      { unit: { id: place.unitId }, answered: 0, leaves: 2, part: { division: 'Thanh tra', state: 'working' } },
    ])
  })

  it('is filled by its division, which neither sees nor changes what others claim; the unit’s total holds all', async () => {
    expect((await claim(people.unit, '1.1', '1.5')).status).toBe(200)
    expect((await claim(people.inspector, '2.2', '2')).value.totals[0]).toMatchObject({ points: '2', appliedMax: '4', leaves: 2 })
    expect((await sheetOf(people.inspector)).claims.map(({ nodeId }) => nodeId)).toEqual(['2.2'])
    expect(codes(await claim(people.inspector, '1.1', '1', 1))).toEqual(['leafOfOthers'])
    expect((await sheetOf(people.unit)).totals[0]).toMatchObject({ points: '3.5', answered: 2 })
    const total = await application.owner
      .selectFrom('unit_total')
      .select(['points', 'answered'])
      .where('unit_id', '=', place.unitId)
      .executeTakeFirst()
    expect(total).toEqual({ points: '3.5', answered: 2 })
  })

  it('stands on the home page of the division, with how far it is', async () => {
    const tasksOf = async (call: Call) => (await call(homeRoutes.home)).value.tasks
    expect(await tasksOf(people.inspector)).toMatchObject([
      { kind: 'part', unit: { id: place.unitId }, division: 'Thanh tra', state: 'working', answered: 1, leaves: 2 },
    ])
    expect((await tasksOf(people.unit)).map(({ kind }) => kind)).not.toContain('part')
  })

  it('takes its own leaves along as a workbook, and brings nothing in for leaves of others', async () => {
    const file = async (call: Call) => (await call(workbookRoutes.write, { params: place })).raw.rawPayload
    const leavesIn = async (bytes: Buffer) =>
      (await readXlsx(bytes)).sheets
        .at(-1)
        ?.rows.filter(([word]) => word === 'leaf')
        .map(([, nodeId]) => nodeId)
    expect(await leavesIn(await file(people.inspector))).toEqual(['1.3', '2.2'])
    const { sheets } = await readXlsx(await file(people.unit))
    for (const line of sheets[0]?.rows ?? []) if (line[0] === '1.1' || line[0] === '2.2') line[4] = '0,5'
    const bytes = Buffer.from(await writeXlsx({ sheets: sheets.map(({ name, rows }) => ({ name, rows })) }))
    const { value } = await people.inspector(workbookRoutes.preview, { params: place, upload: { bytes, fileName: 'a.xlsx' } })
    expect(value.leaves.map(({ nodeId }) => nodeId)).toEqual(['2.2'])
    expect(value.problems.map(({ cell, problem }) => `${cell} ${problem.code}`)).toEqual(['E5 leafOfOthers'])
  })

  it('tells the second of two who change one leaf, by name', async () => {
    expect((await claim(people.office, '1.3', '1')).status).toBe(200)
    const second = await claim(people.inspector, '1.3', '0.5')
    expect(second.problems).toMatchObject([{ code: 'changedMeanwhile', at: '1.3', by: 'Người thử van.phong', theirs: '1.0000' }])
  })

  it('rests in the database itself on the division’s leaves: other rows are not there for it, whatever is asked', async () => {
    const { id: personId } = await application.owner
      .selectFrom('person')
      .select('id')
      .where('sign_in_name', '=', 'thanh.tra')
      .executeTakeFirstOrThrow()
    const actor = { personId, name: '', authorityId: application.authority.id, grants: [], units: [inspectors] }
    const seen = await actAs(application.database, actor, async ({ transaction }) => {
      const { rows } = await sql<{ node_id: string }>`select node_id from score where unit_id = ${place.unitId} order by node_id`.execute(
        transaction,
      )
      const changed = await sql`update score set points = 0 where unit_id = ${place.unitId} and node_id = '1.1'`.execute(transaction)
      return accept([rows.map(({ node_id }) => node_id), changed.numAffectedRows])
    })
    expect(seen).toEqual(accept([['1.3', '2.2'], 0n]))
    const insert = actAs(application.database, actor, async ({ transaction }) =>
      accept(
        await sql`
          insert into score (authority_id, cycle_id, unit_id, framework_id, round, node_id, min_points, max_points, status, points, version, changed_by)
          select authority_id, cycle_id, unit_id, framework_id, round, '1.2', 0, 1, 'scored', 1, 1, ${personId} from score
          where unit_id = ${place.unitId} and node_id = '2.2'`.execute(transaction),
      ),
    )
    await expect(insert).rejects.toThrow('row-level security')
  })

  it('is proved by documents of the division’s own register, which the unit then sees at the leaf', async () => {
    const added = await application.owner
      .insertInto('evidence')
      .values({ id: randomUUID(), authority_id: application.authority.id, unit_id: inspectors, title: 'Kết luận thanh tra' })
      .returning('id')
      .executeTakeFirstOrThrow()
    const at = (nodeId: string) => ({ params: { ...place, nodeId, evidenceId: added.id } })
    expect((await people.inspector(evidenceRoutes.link, at('2.2'))).status).toBe(204)
    expect(codes(await people.inspector(evidenceRoutes.link, at('1.1')))).toEqual(['leafOfOthers'])
    const read = async (call: Call) => (await call(evidenceRoutes.ofLeaf, { params: { ...place, nodeId: '2.2' } })).value.evidence
    expect((await read(people.unit)).map(({ title }) => title)).toEqual(['Kết luận thanh tra'])
    expect(await read(people.office)).toEqual([])
    expect((await sheetOf(people.inspector)).evidence).toEqual([{ nodeId: '2.2', count: 1 }])
  })
})

describe('from the divisions to the head of the unit', () => {
  it('is called finished by officers and handed in by the head of the division alone, then closed to it', async () => {
    expect((await people.office(partRoutes.finish, { ...part(office, 1), body: { isFinished: true } })).value.state).toBe('finished')
    expect((await sheetOf(people.office)).closedBecause).toBe('part')
    expect(codes(await people.office(partRoutes.handIn, part(office, 2)))).toEqual(['notAllowed'])
    expect(codes(await people.officeHead(partRoutes.handIn, part(inspectors, 1)))).toEqual(['notFound'])
    expect(codes(await people.officeHead(partRoutes.handIn, part(office, 1)))).toEqual(['changedMeanwhile'])
    expect((await people.officeHead(partRoutes.handIn, part(office, 2))).value.state).toBe('handedIn')
    expect(codes(await claim(people.office, '1.1', '1', 1))).toEqual(['leafHandedIn'])
    const { notices } = (await people.unit(noticeRoutes.notices)).value
    expect(notices.map(({ title }) => title)).toContain('Văn phòng đã nộp phần tự đánh giá')
  })

  it('is given back by the unit with a reason, corrected, handed in again and merged', async () => {
    expect((await people.unit(partRoutes.giveBack, { ...part(office, 3), body: { reason: 'Thiếu tiêu chí 1.2' } })).value.state).toBe(
      'working',
    )
    expect((await partsFor(people.office))[0]).toMatchObject({ state: 'working', reason: 'Thiếu tiêu chí 1.2', mine: 'officer', leaves: 3 })
    const { notices } = (await people.office(noticeRoutes.notices)).value
    expect(notices[0]).toMatchObject({ title: 'Phần tự đánh giá của phòng được trả lại' })
    expect(notices[0]?.body).toContain('Thiếu tiêu chí 1.2')
    expect((await claim(people.office, '1.2', '0.5')).status).toBe(200)
    await people.officeHead(partRoutes.handIn, part(office, 4))
    expect((await people.unit(partRoutes.merge, { ...part(office, 5), body: {} })).value.state).toBe('merged')
    expect(await stateOf(office)).toMatchObject({
      answered: 3,
      points: '3',
      appliedMax: '4.5',
      handedInBy: { name: 'Người thử chanh.van.phong' },
    })
  })

  it('waits for every part; what a division does not hand in is taken in with a reason only', async () => {
    const submit = (call: Call) =>
      call(selfAssessmentRoutes.submit, { params: place, body: { acceptsMissing: true }, ifMatch: 1, idempotencyKey: randomUUID() })
    expect(codes(await submit(people.unit))).toEqual(['headSubmits', 'partNotMerged'])
    expect(codes(await people.unit(partRoutes.merge, { ...part(inspectors, 1), body: {} }))).toEqual(['wrongPartState'])
    expect((await people.unit(partRoutes.merge, { ...part(inspectors, 1), body: { reason: 'Phòng không còn cán bộ' } })).value.state).toBe(
      'merged',
    )
    expect(codes(await submit(people.unit))).toEqual(['headSubmits'])
    expect((await submit(people.head)).value.stage).toBe('submitted')
    expect(codes(await people.unit(partRoutes.giveBack, { ...part(office, 6), body: { reason: 'Sửa' } }))).toEqual(['wrongStage'])
    expect((await sheetOf(people.inspector)).claims.length).toBe(2)
  })
})
