import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { startTestApplication, type TestApplication } from '../../../test/application.ts'
import { addPerson } from '../../../test/authority.ts'
import type { Call } from '../../../test/call.ts'
import { createSmallCycle, smallFramework } from '../../../test/small-cycle.ts'
import { assignmentRoutes } from './contract.ts'

let application: TestApplication
let officer: Call
let params: { cycleId: string; unitId: string }
const divisions = { office: randomUUID(), inspectors: randomUUID(), field: randomUUID() }

/** The areas of the small set, with names as plans print them. */
const named = {
  ...smallFramework,
  title: 'Bộ tiêu chí có phân công',
  nodes: smallFramework.nodes.map((area, index) => ({
    ...area,
    ...(index === 0 && { leadUnits: ['Văn phòng'], coordinatingUnits: ['Các phòng thuộc Sở'] }),
    children: area.children.map((leaf) => (leaf.code === '1.2' ? { ...leaf, leadUnits: ['Phòng được giao nhiệm vụ'] } : leaf)),
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
      { ...key, id: divisions.office, code: 'so-1-vp', name: 'Văn phòng' },
      { ...key, id: divisions.inspectors, code: 'so-1-tt', name: 'Thanh tra' },
      { ...key, id: divisions.field, code: 'so-1-nv', name: 'Phòng Nghiệp vụ' },
    ])
    .execute()
  await addPerson(owner, authority.id, { signInName: 'van.phong', role: 'divisionOfficer', unitId: divisions.office })
  await addPerson(owner, authority.id, { signInName: 'thanh.tra', role: 'divisionOfficer', unitId: divisions.inspectors })
  const { cycleId } = await createSmallCycle(owner, authority, 'selfAssessing', null, named)
  params = { cycleId, unitId: department.id }
  officer = await application.signInAs('unitofficer.so-1')
})

const plan = async (call = officer) => (await call(assignmentRoutes.plan, { params })).value
const leadOf = (found: Awaited<ReturnType<typeof plan>>, code: string) => {
  const row = found.rows.find((each) => each.code === code)
  return [row?.lead.parties.map(({ name }) => name).join(', '), row?.lead.from]
}

describe('the assignment of a unit’s work', () => {
  it('reads the print: the lead of the row above, a collective of every division, an open name listed', async () => {
    const found = await plan()
    expect(found.version).toBe(0)
    expect(['1', '1.1', '1.2', '2.1'].map((code) => leadOf(found, code))).toEqual([
      ['Văn phòng', 'printed'],
      ['Văn phòng', 'inherited'],
      ['Phòng được giao nhiệm vụ', 'printed'],
      ['', 'inherited'],
    ])
    expect(found.rows[1]?.coordinating.parties).toMatchObject([{ kind: 'everyUnit' }])
    expect(found.names).toEqual([{ name: 'Phòng được giao nhiệm vụ', leaves: 1 }])
    expect(found.rows.filter(({ isUnsettled }) => isUnsettled).map(({ code }) => code)).toEqual(['1.2'])
  })

  it('settles an open name for good, sets many rows at once, and yields to whoever was first', async () => {
    const body = {
      names: [{ name: 'Phòng được giao nhiệm vụ', toUnitId: divisions.field }],
      rows: [{ nodeIds: ['2'], duty: 'lead' as const, parties: [{ unitId: divisions.inspectors }] }],
    }
    const changed = (await officer(assignmentRoutes.change, { params, body, ifMatch: 0 })).value
    expect(['1.2', '2', '2.2'].map((code) => leadOf(changed, code))).toEqual([
      ['Phòng Nghiệp vụ', 'printed'],
      ['Thanh tra', 'set'],
      ['Thanh tra', 'inherited'],
    ])
    expect(changed.names).toEqual([{ name: 'Phòng được giao nhiệm vụ', leaves: 1, toUnitId: divisions.field }])
    expect((await officer(assignmentRoutes.change, { params, body, ifMatch: 0 })).problems[0]?.code).toBe('changedMeanwhile')
    const back = await officer(assignmentRoutes.change, {
      params,
      body: { rows: [{ nodeIds: ['2'], duty: 'lead' }] },
      ifMatch: changed.version,
    })
    expect(leadOf(back.value, '2.2')).toEqual(['', 'inherited'])
    await officer(assignmentRoutes.change, { params, body: { rows: body.rows }, ifMatch: back.value.version })
  })

  it('refuses rows and units that are not there, all at once', async () => {
    const rows = [{ nodeIds: ['9.9', '1.1'], duty: 'lead' as const, parties: [{ unitId: application.authority.communes[0].id }] }]
    const reply = await officer(assignmentRoutes.change, { params, body: { rows }, ifMatch: (await plan()).version })
    expect(reply.problems.map(({ code }) => code)).toEqual(['unknownNode', 'unknownUnit'])
  })

  it('leaves as a paper to be signed', async () => {
    const reply = await officer(assignmentRoutes.file, { params })
    expect([reply.status, reply.raw.rawPayload.subarray(0, 2).toString()]).toEqual([200, 'PK'])
  })

  it('is nobody else’s: another department and a division cannot change it', async () => {
    for (const name of ['unitofficer.so-2', 'van.phong']) {
      const call = await application.signInAs(name)
      const body = { rows: [{ nodeIds: ['1.1'], duty: 'lead' as const }] }
      expect((await call(assignmentRoutes.change, { params, body, ifMatch: 1 })).status).toBe(403)
    }
  })
})

describe('what somebody answers for', () => {
  it('is what the division leads or helps with; it hands on to its own people alone, and they see it as theirs', async () => {
    const office = await application.signInAs('van.phong')
    const { lists } = (await office(assignmentRoutes.duties)).value
    expect(lists.map(({ division, rows }) => [division?.name, rows.map(({ code, duty }) => `${code} ${duty}`)])).toEqual([
      ['Văn phòng', ['1.1 lead', '1.2 coordinating', '1.3 lead']],
    ])
    const me = lists[0]?.colleagues[0]?.id ?? ''
    const own = { params: { unitId: divisions.office }, body: { cycleId: params.cycleId, nodeIds: ['1.1'], personIds: [me] } }
    expect((await office(assignmentRoutes.handOn, own)).status).toBe(204)
    const mine = (await office(assignmentRoutes.duties)).value.lists[0]?.rows.filter(({ isMine }) => isMine)
    expect(mine?.map(({ code }) => code)).toEqual(['1.1'])
    expect((await plan()).rows.find(({ code }) => code === '1.1')?.people).toHaveLength(1)
    const notOwn = await office(assignmentRoutes.handOn, { ...own, body: { ...own.body, nodeIds: ['2.2'] } })
    expect(notOwn.problems.map(({ code }) => code)).toEqual(['unknownNode'])
    const inspectors = await application.signInAs('thanh.tra')
    expect((await inspectors(assignmentRoutes.handOn, own)).status).toBe(403)
  })

  it('of one department is seen by nobody of another', async () => {
    const other = await application.signInAs('unitofficer.so-2')
    expect((await other(assignmentRoutes.plan, { params })).status).toBe(403)
    expect((await other(assignmentRoutes.places, { params })).value.units.map(({ code }) => code)).toEqual(['so-2'])
  })
})
