import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { startTestApplication, type TestApplication } from '../../../../test/application.ts'
import { addPerson } from '../../../../test/authority.ts'
import type { Call } from '../../../../test/call.ts'
import { type PublishedCycle, publishSmallCycle } from '../../../../test/published-small-cycle.ts'
import { createSmallCycle, smallFramework } from '../../../../test/small-cycle.ts'
import { runDueJobs } from '../../../platform/jobs/worker.ts'
import { assignmentRoutes } from '../../assignment/contract.ts'
import { noticeRoutes } from '../../calendar/notices/contract.ts'
import { tell } from '../../calendar/notices/tell.ts'
import { documentChanges } from '../changes-contract.ts'
import { bodyRoutes, type StandingBody } from './contract.ts'
import { tellBodiesOfResultsJob } from './tell-of-results-job.ts'

const committee = 'Ban Chỉ đạo cải cách hành chính và nâng cao chỉ số năng lực cạnh tranh'

let application: TestApplication
let cycle: PublishedCycle
let clerk: Call
let member: Call
let memberId: string
beforeAll(async () => {
  application = await startTestApplication()
  cycle = await publishSmallCycle(application)
  const { owner, authority } = application
  memberId = await addPerson(owner, authority.id, { signInName: 'uy.vien.bcd', role: 'leader' })
  clerk = await application.signInAs('methodowner')
  member = await application.signInAs('uy.vien.bcd')
})

const document = async (): Promise<string> => {
  const body = { kind: 'decision', number: '55/QĐ-UBND', issuedOn: '2026-01-15', title: 'Kiện toàn Ban Chỉ đạo' } as const
  return (await clerk(documentChanges.add, { params: {}, body })).value.id
}
const members = () => [
  { name: 'Chủ tịch Mẫu', office: 'Chủ tịch UBND tỉnh', role: 'head' as const },
  { name: 'Ủy viên Mẫu', office: 'Giám đốc Sở Nội vụ', role: 'standingMember' as const, personId: memberId },
]
const change = (body: StandingBody, more: object) =>
  clerk(bodyRoutes.change, {
    params: { bodyId: body.id },
    ifMatch: body.version,
    body: { kind: body.kind, name: body.name, aliases: body.aliases, members: body.members, ...more },
  })

describe('a steering committee', () => {
  it('stands with its decision, members, roles and terms, its working group below it; everybody reads it, its office alone enters it', async () => {
    const decisionId = await document()
    const body = { kind: 'steeringCommittee', name: committee, decisionId, members: members(), from: '2026-01-15' } as const
    const added = (await clerk(bodyRoutes.add, { body })).value
    expect(added).toMatchObject({ name: committee, decision: { number: '55/QĐ-UBND', standing: 'inForce' }, from: '2026-01-15' })
    expect(added.members.map(({ role, office }) => [role, office])).toEqual([
      ['head', 'Chủ tịch UBND tỉnh'],
      ['standingMember', 'Giám đốc Sở Nội vụ'],
    ])
    const group = await clerk(bodyRoutes.add, {
      body: { kind: 'workingGroup', name: 'Tổ giúp việc Ban Chỉ đạo', parentId: added.id, members: [] },
    })
    expect(group.value.parent?.name).toBe(committee)
    const seen = (await member(bodyRoutes.list)).value
    expect([seen.bodies.map(({ name }) => name).toSorted(), seen.people]).toEqual([[committee, 'Tổ giúp việc Ban Chỉ đạo'].toSorted(), []])
    expect((await member(bodyRoutes.add, { body: { kind: 'team', name: 'Tổ', members: [] } })).status).toBe(403)
  })

  it('has one head at a time, names people that are there, and is changed by one at a time', async () => {
    const body = (await clerk(bodyRoutes.list)).value.bodies.find(({ name }) => name === committee) as StandingBody
    const twice = await change(body, { members: [...members(), { name: 'Người khác', role: 'head' }] })
    expect(twice.problems).toMatchObject([{ code: 'twoHeads', at: 'members.2', first: 'Chủ tịch Mẫu' }])
    const nobody = await change(body, { members: [{ name: 'X', role: 'member', personId: randomUUID() }], decisionId: randomUUID() })
    expect(nobody.problems.map(({ at }) => at)).toEqual(['members', 'decisionId'])
    expect((await change(body, { toldOfResults: true })).value.toldOfResults).toBe(true)
    expect((await change(body, {})).status).toBe(409)
  })

  it('leads criteria: its members find them among their own duties, of the authority itself too', async () => {
    const { owner, authority } = application
    const provinceId = randomUUID()
    await owner
      .insertInto('unit')
      .values({
        id: provinceId,
        authority_id: authority.id,
        code: 'tinh',
        name: 'UBND tỉnh Thử nghiệm',
        kind: 'authority',
        unit_group: 'Tỉnh',
      })
      .execute()
    const set = {
      ...smallFramework,
      title: 'Bộ của Bộ',
      nodes: smallFramework.nodes.map((area, at) => (at === 0 ? { ...area, leadUnits: [committee] } : area)),
    }
    const { cycleId, frameworkId } = await createSmallCycle(owner, authority, 'selfAssessing', null, set)
    await owner
      .insertInto('cycle_unit')
      .values({
        authority_id: authority.id,
        cycle_id: cycleId,
        unit_id: provinceId,
        unit_group: authority.departments[0].group,
        framework_id: frameworkId,
        stage: 'selfAssessing',
      })
      .execute()
    const lists = (await member(assignmentRoutes.duties)).value.lists
    expect(lists.map(({ unit, rows }) => [unit.code, rows.map(({ code, duty }) => `${code} ${duty}`)])).toEqual([
      ['tinh', ['1.1 lead', '1.2 lead', '1.3 lead']],
    ])
    const ofUnit = (await clerk(assignmentRoutes.plan, { params: { cycleId, unitId: provinceId } })).value
    expect(ofUnit.rows[0]?.lead.parties).toMatchObject([{ kind: 'team', name: committee }])
    expect(ofUnit.units.map(({ code }) => code)).toEqual(['so-1', 'so-2', 'so-3'])
  })

  it('is told of results once they are published, once', async () => {
    const job = tellBodiesOfResultsJob((context, tellings) => tell(context, false, tellings))
    const run = () => runDueJobs({ database: application.database, jobs: [job], filesDir: application.filesDir })
    await run()
    await application.owner.updateTable('job').set({ due_at: new Date() }).where('kind', '=', 'tellBodiesOfResults').execute()
    await run()
    const { notices } = (await member(noticeRoutes.notices, { query: {} })).value
    expect(notices.map(({ link, body }) => [link, body.includes(committee)])).toEqual([
      [expect.stringContaining('/ket-qua/cong-bo/'), true],
    ])
    expect(cycle.cycleId).toBeTruthy()
  })
})

describe('a leader directly in charge of reform work', () => {
  it('is named by the unit with decision and term, officers in charge of fields apart, with their qualification; others read it', async () => {
    const [unit] = application.authority.departments
    const officer = await application.signInAs('unitofficer.so-1')
    const params = { unitId: unit.id }
    const put = (body: object) => officer(bodyRoutes.addCharge, { params, body: { role: 'officer', name: 'Công chức Mẫu', ...body } })
    await put({ role: 'leader', name: 'Phó Giám đốc Mẫu', office: 'Phó Giám đốc', decisionId: await document(), from: '2026-02-01' })
    const { charges } = (await put({ field: 'Cải cách thủ tục hành chính', qualification: 'Cử nhân Luật' })).value
    expect(charges.map(({ role, name, field, decision }) => [role, name, field, decision?.number])).toEqual([
      ['leader', 'Phó Giám đốc Mẫu', undefined, '55/QĐ-UBND'],
      ['officer', 'Công chức Mẫu', 'Cải cách thủ tục hành chính', undefined],
    ])
    const [leader] = charges
    const { id: chargeId = '', version = 0 } = leader ?? {}
    const end = { role: 'leader', name: 'Phó Giám đốc Mẫu', from: '2026-02-01', until: '2026-07-01' } as const
    const at = { params: { ...params, chargeId }, ifMatch: version, body: end }
    expect((await officer(bodyRoutes.changeCharge, at)).value.charges[0]?.until).toBe('2026-07-01')
    expect((await officer(bodyRoutes.changeCharge, at)).status).toBe(409)
    expect((await put({ name: 'X', from: '2026-02-01', until: '2026-01-01' })).problems).toMatchObject([{ code: 'endBeforeBegin' }])
    const stranger = await application.signInAs('unitofficer.so-2')
    expect((await stranger(bodyRoutes.charges, { params })).value.people).toEqual([])
    expect((await stranger(bodyRoutes.addCharge, { params, body: { role: 'officer', name: 'X' } })).status).toBe(403)
  })
})
