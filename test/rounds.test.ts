import { sql } from 'kysely'
import pg from 'pg'
import { beforeAll, describe, expect, it } from 'vitest'
import { appraisalRoutes } from '../src/features/appraisal/contract.ts'
import { councilRoutes } from '../src/features/appraisal/council-contract.ts'
import { meetingRoutes } from '../src/features/appraisal/meetings/contract.ts'
import { explanationRoutes } from '../src/features/appraisal/explanation-contract.ts'
import { cycleRoutes } from '../src/features/cycle/contract.ts'
import { papersRoutes } from '../src/features/papers/contract.ts'
import { publicationRoutes } from '../src/features/publication/contract.ts'
import { resultsRoutes } from '../src/features/results/contract.ts'
import { selfAssessmentRoutes } from '../src/features/self-assessment/contract.ts'
import { startTestApplication, type TestApplication } from './application.ts'
import { departmentsGroup } from './authority.ts'
import type { Call } from './call.ts'
import { createSmallCycle } from './small-cycle.ts'

/**
 * The order of the plans of a department (R000) and of a district (R001): self-assessment, first appraisal, explanation with new documents, second appraisal,
 * council, close, publish.
 */
let application: TestApplication
let owner: Call
let appraiser: Call
let chair: Call
let secretary: Call
let officer: Call
let cycleId: string
let unitId: string
const rounds = ['claimed', 'firstAppraisal', 'explanation', 'secondAppraisal', 'council'] as const
const claims = { '1.1': '1', '2.2': '2.5', '1.3': '1.5' }

const at = () => ({ cycleId, unitId })
const personId = async (signInName: string): Promise<string> =>
  (await application.owner.selectFrom('person').select('id').where('sign_in_name', '=', signInName).executeTakeFirstOrThrow()).id

const submit = async (unit: { readonly id: string; readonly code: string }): Promise<void> => {
  const of = await application.signInAs(`unitofficer.${unit.code}`)
  const params = { cycleId, unitId: unit.id }
  const sheet = (await of(selfAssessmentRoutes.sheet, { params })).value
  const saved = await of(selfAssessmentRoutes.change, {
    params,
    body: {
      claims: [
        ...Object.entries(claims).map(([nodeId, points]) => ({
          nodeId,
          version: 0,
          status: 'scored' as const,
          points,
          explanation: 'Đã làm',
        })),
        { nodeId: '1.2', version: 0, status: 'notApplicable' as const, explanation: 'Không có hồ sơ trễ hạn' },
      ],
    },
  })
  expect(saved.status, JSON.stringify(saved.raw.json())).toBe(200)
  const submitted = await of(selfAssessmentRoutes.submit, { params, ifMatch: sheet.version, idempotencyKey: `nop-${unit.code}`, body: {} })
  expect(submitted.value.stage).toBe('submitted')
}

beforeAll(async () => {
  application = await startTestApplication()
  owner = await application.signInAs('methodowner')
  appraiser = await application.signInAs('appraiser')
  chair = await application.signInAs('councilchair')
  secretary = await application.signInAs('councilsecretary')
  const { frameworkId } = await createSmallCycle(application.owner, application.authority)
  const [unit] = application.authority.departments
  unitId = unit.id
  officer = await application.signInAs(`unitofficer.${unit.code}`)
  const added = await owner(cycleRoutes.add, {
    body: {
      year: 2027,
      title: 'Chỉ số thử 2027',
      frameworks: [{ unitGroup: departmentsGroup, frameworkId, unitIds: [unit.id] }],
      rounds: [...rounds],
      explanationDays: 3,
    },
    idempotencyKey: 'tao-ky',
  })
  cycleId = added.value.id
  await owner(cycleRoutes.open, { params: { cycleId }, ifMatch: added.value.version })
  await submit(unit)
})

describe('rounds in the order of the plans', () => {
  it('gives points, asks for an explanation, and sends the results with a clock', async () => {
    const decide = (nodeId: string, points: string, reason?: string) => ({
      nodeId,
      version: 0,
      status: 'scored' as const,
      points,
      ...(reason && { reason }),
    })
    const saved = await appraiser(appraisalRoutes.change, {
      params: at(),
      body: {
        decisions: [
          decide('1.1', '1'),
          decide('2.2', '1', 'Mới hoàn thành một nửa'),
          decide('1.3', '1', 'Thiếu báo cáo quý III'),
          decide('2.1', '2.5', 'Kết quả điều tra xã hội học'),
          { nodeId: '1.2', version: 0, status: 'notApplicable' },
        ],
      },
    })
    expect(saved.status, JSON.stringify(saved.raw.json())).toBe(200)
    const asked = await appraiser(explanationRoutes.request, {
      params: at(),
      body: { nodeId: '1.1', version: 0, text: 'Nêu rõ ngày ban hành' },
    })
    expect(asked.value.saved).toEqual([{ nodeId: '1.1', version: 1 }])
    expect((await officer(explanationRoutes.sheet, { params: at() })).status).toBe(409)
    const finished = await appraiser(appraisalRoutes.finish, { params: at(), ifMatch: saved.value.version, idempotencyKey: 'xong-1' })
    expect(finished.value.stage).toBe('explaining')
    const sheet = (await officer(explanationRoutes.sheet, { params: at() })).value
    expect(sheet.deadline?.lastMinute).toMatch(/T23:59$/)
    expect(sheet.canExplain).toBe(true)
    expect(sheet.leaves.map(({ nodeId, canDispute }) => [nodeId, canDispute])).toEqual([
      ['1.1', true],
      ['1.2', false],
      ['1.3', true],
      ['2.1', false],
      ['2.2', true],
    ])
    expect(sheet.leaves[4]?.given).toMatchObject([{ round: 'firstAppraisal', points: '1', reason: 'Mới hoàn thành một nửa' }])
  })

  it('takes a dispute only with an explanation, and only of less than was claimed', async () => {
    const answer = (nodeId: string, rest: object) => ({ nodeId, version: 0, answer: 'disputed' as const, documents: [], ...rest })
    const refused = await officer(explanationRoutes.change, {
      params: at(),
      body: { answers: [answer('2.2', {}), answer('1.2', { text: 'Có' })] },
    })
    expect(refused.problems.map(({ code, at: node }) => [code, node])).toEqual([
      ['missingExplanation', '2.2'],
      ['nothingToDispute', '1.2'],
    ])
    const saved = await officer(explanationRoutes.change, {
      params: at(),
      body: {
        answers: [
          answer('2.2', { text: 'Đã hoàn thành 95%, xem báo cáo' }),
          answer('1.3', { text: 'Báo cáo quý III đã gửi' }),
          { nodeId: '1.1', version: 1, answer: 'agreed', text: 'Ngày 05/01', documents: [] },
        ],
      },
    })
    expect(saved.value.saved.map(({ version }) => version)).toEqual([1, 1, 2])
  })

  it('closes explaining to the minute', async () => {
    const set = (closes: string) =>
      application.owner.updateTable('cycle_unit').set({ explanation_closes: closes }).where('cycle_id', '=', cycleId).execute()
    await set('2020-01-01T00:00:00Z')
    const late = { answers: [{ nodeId: '1.3', version: 1, answer: 'agreed' as const, documents: [] }] }
    expect((await officer(explanationRoutes.change, { params: at(), body: late })).problems[0]?.code).toBe('deadlinePassed')
    expect((await officer(explanationRoutes.sheet, { params: at() })).value.canExplain).toBe(false)
    const { units } = (await owner(cycleRoutes.detail, { params: { cycleId } })).value
    expect(units[0]?.late).toBe(true)
    const extended = await owner(cycleRoutes.extend, {
      params: at(),
      ifMatch: units[0]?.version ?? 0,
      body: { subject: 'explanation', deadline: { kind: 'through', date: '2099-12-31' }, reason: 'Mất điện diện rộng' },
    })
    expect(extended.value.deadline.lastMinute).toBe('2099-12-31T23:59')
    const { extensions } = (await owner(cycleRoutes.extensions, { params: { cycleId } })).value
    expect(extensions).toMatchObject([{ subject: 'explanation', reason: 'Mất điện diện rộng', isOver: false }])
  })

  it('leaves to each appraiser what was given to them, once anything is divided', async () => {
    const params = { cycleId }
    const body = { personIds: [await personId('arealead')], unitGroup: departmentsGroup, nodeIds: ['1'] }
    expect((await owner(councilRoutes.divide, { params, body })).value.added).toBe(1)
    expect((await owner(councilRoutes.divide, { params, body })).value.added).toBe(0)
    const mine = (await appraiser(appraisalRoutes.unit, { params: at() })).value.leaves.map(({ isMine }) => isMine)
    expect(mine).toEqual([false, false, false, false, false])
    const lead = await application.signInAs('arealead')
    const theirs = (await lead(appraisalRoutes.unit, { params: at() })).value.leaves.map(({ isMine }) => isMine)
    expect(theirs).toEqual([true, true, true, false, false])
    const { assignments } = (await owner(councilRoutes.councils, { params })).value
    expect((await owner(councilRoutes.takeBack, { params, body: { ids: assignments.map(({ id }) => id) } })).value.removed).toBe(1)
  })

  it('goes to the second appraisal with what was explained, all side by side', async () => {
    const { version } = (await officer(explanationRoutes.sheet, { params: at() })).value
    const finished = await officer(explanationRoutes.finish, { params: at(), ifMatch: version, idempotencyKey: 'gui-giai-trinh' })
    expect(finished.value.stage).toBe('secondAppraisal')
    const sheet = (await appraiser(appraisalRoutes.unit, { params: at() })).value
    expect(sheet.round).toBe('secondAppraisal')
    expect(sheet.left).toBe(3)
    expect(sheet.leaves[4]).toMatchObject({
      isMatter: true,
      claim: { points: '2.5' },
      earlier: [{ round: 'firstAppraisal', points: '1' }],
      explained: { answer: 'disputed', text: 'Đã hoàn thành 95%, xem báo cáo' },
      decision: { version: 0, points: '1' },
    })
  })

  it('owes every disputed leaf a reason, and takes nothing away in silence', async () => {
    const { version } = (await appraiser(appraisalRoutes.unit, { params: at() })).value
    const second = (nodeId: string, points: string, reason?: string) => ({
      nodeId,
      version: 0,
      status: 'scored' as const,
      points,
      ...(reason && { reason }),
    })
    const refused = await appraiser(appraisalRoutes.change, { params: at(), body: { decisions: [second('1.1', '1')] } })
    expect(refused.problems.map(({ code }) => code)).toEqual(['reasonForDispute'])
    const early = await appraiser(appraisalRoutes.finish, { params: at(), ifMatch: version, idempotencyKey: 'som' })
    expect(early.problems[0]).toMatchObject({ code: 'appraisalIncomplete', missing: 3 })
    const saved = await appraiser(appraisalRoutes.change, {
      params: at(),
      body: {
        decisions: [
          second('1.1', '1', 'Đã rõ'),
          second('2.2', '1.5', 'Báo cáo mới chứng minh một phần'),
          second('1.3', '1.5', 'Đã nhận báo cáo quý III'),
        ],
      },
    })
    expect(saved.status).toBe(200)
    const finished = await appraiser(appraisalRoutes.finish, { params: at(), ifMatch: saved.value.version, idempotencyKey: 'xong-2' })
    expect(finished.value.stage).toBe('council')
  })

  it('sets the council up by decision, with one chair, and keeps out who has an interest', async () => {
    const [chairId, secretaryId, memberId] = [
      await personId('councilchair'),
      await personId('councilsecretary'),
      await personId('councilmember'),
    ]
    const body = (members: { personId: string; role: 'chair' | 'secretary' | 'member' }[]) => ({
      kind: 'council' as const,
      decisionNumber: '15/QĐ-UBND',
      decidedOn: '2026-11-20',
      version: 0,
      members,
    })
    const params = { cycleId }
    const decision = {
      nodeId: '2.2',
      version: 0,
      status: 'scored' as const,
      points: '2',
      reason: 'Chấp nhận',
      votesFor: 1,
      votesAgainst: 0,
      abstained: 0,
    }
    expect((await secretary(councilRoutes.decide, { params: at(), body: decision })).problems[0]?.code).toBe('noCouncil')
    const headless = await owner(councilRoutes.setUp, { params, body: body([{ personId: memberId, role: 'member' }]) })
    expect(headless.problems[0]?.code).toBe('noChair')
    const set = await owner(councilRoutes.setUp, {
      params,
      body: body([
        { personId: chairId, role: 'chair' },
        { personId: secretaryId, role: 'secretary' },
        { personId: memberId, role: 'member' },
      ]),
    })
    expect(set.value.version).toBe(1)
    await secretary(councilRoutes.declareInterest, { params, body: { unitId, reason: 'Vợ công tác tại đơn vị' } })
    expect((await secretary(councilRoutes.decide, { params: at(), body: decision })).status).toBe(403)
    const agenda = (await chair(councilRoutes.agenda, { params })).value
    expect(agenda.items).toMatchObject([{ nodeId: '2.2', voters: 2, canDecide: true }])
    expect(agenda.items[0]?.excluded).toHaveLength(1)
    const waive = { personId: secretaryId, unitId, reason: 'Chỉ ghi biên bản' }
    expect((await owner(councilRoutes.waiveInterest, { params, body: waive })).status).toBe(403)
    expect((await chair(councilRoutes.waiveInterest, { params, body: { ...waive, personId: chairId } })).problems[0]?.code).toBe(
      'ownInterest',
    )
    expect((await chair(councilRoutes.waiveInterest, { params, body: waive })).status).toBe(200)
    expect((await secretary(councilRoutes.agenda, { params })).value.items[0]).toMatchObject({ voters: 3, canDecide: true })
  })

  it('records its meetings, of which the minutes take time, place and who was absent', async () => {
    const params = { cycleId, number: '1' as never }
    const memberId = await personId('councilmember')
    const body = { heldOn: '2026-12-20', began: '14:00', place: 'Phòng họp số 1', absent: [{ personId: memberId, reason: 'Đi công tác' }] }
    expect((await owner(meetingRoutes.record, { params, body, ifMatch: 0 })).status).toBe(403)
    const stranger = { personId: await personId('leader'), reason: '' }
    const wrong = { ...body, ended: '13:30', absent: [stranger, body.absent[0] ?? stranger, ...body.absent] }
    const refused = await secretary(meetingRoutes.record, { params, body: wrong, ifMatch: 0 })
    expect(refused.problems.map(({ at: place }) => place)).toEqual(['ended', 'absent.0', 'absent.2'])
    const third = await secretary(meetingRoutes.record, { params: { ...params, number: '3' as never }, body, ifMatch: 0 })
    expect(third.problems[0]).toMatchObject({ code: 'notFound', what: 'meeting' })
    // Who has seen a version of a meeting that is not recorded has seen another.
    expect((await secretary(meetingRoutes.record, { params, body, ifMatch: 4 })).problems[0]?.code).toBe('changedMeanwhile')
    expect((await secretary(meetingRoutes.record, { params, body, ifMatch: 0 })).value.version).toBe(1)
    expect((await secretary(meetingRoutes.record, { params, body, ifMatch: 0 })).problems[0]?.code).toBe('changedMeanwhile')
    await secretary(meetingRoutes.record, { params, body: { ...body, ended: '16:45' }, ifMatch: 1 })
    const { meetings, people } = (await chair(councilRoutes.agenda, { params: { cycleId } })).value
    expect(meetings).toMatchObject([{ number: 1, began: '14:00', ended: '16:45', absent: [{ reason: 'Đi công tác' }], version: 2 }])
    expect(people).toHaveLength(3)
    const paper = { kind: 'appraisalMinutes' as const, cycleId }
    const { facts } = (await secretary(papersRoutes.start, { body: paper })).value
    expect(facts).toMatchObject({
      moment: '14 giờ 00 ngày 20/12/2026',
      ended: '16 giờ 45 ngày 20/12/2026',
      place: 'Phòng họp số 1',
      members: 3,
      present: 2,
      absent: [expect.stringMatching(/\(Đi công tác\)$/)],
    })
  })

  it('has its agenda by as many statements for many units as for one', async () => {
    const counted = async (): Promise<number> => {
      let statements = 0
      const { query } = pg.Client.prototype
      pg.Client.prototype.query = function (this: pg.Client, ...asked: unknown[]) {
        statements += 1
        return Reflect.apply(query, this, asked)
      } as typeof query
      const reply = await chair(councilRoutes.agenda, { params: { cycleId } }).finally(() => {
        pg.Client.prototype.query = query
      })
      expect(reply.status).toBe(200)
      return statements
    }
    const one = await counted()
    const others = sql`cycle_id = ${cycleId} and unit_id <> ${unitId}`
    const were = await sql<{ unit_id: string; stage: string }>`select unit_id, stage from cycle_unit where ${others}`.execute(
      application.owner,
    )
    await sql`update cycle_unit set stage = 'council' where ${others}`.execute(application.owner)
    expect(await counted()).toBe(one)
    for (const { unit_id, stage } of were.rows)
      await sql`update cycle_unit set stage = ${stage} where cycle_id = ${cycleId} and unit_id = ${unit_id}`.execute(application.owner)
  })

  it('decides with votes that carry, keeps the figures it saw, and finishes', async () => {
    const params = { cycleId }
    const decision = (rest: object) => ({
      nodeId: '2.2',
      version: 0,
      status: 'scored' as const,
      points: '1.75',
      reason: 'Hội đồng thống nhất',
      votesFor: 2,
      votesAgainst: 1,
      abstained: 0,
      ...rest,
    })
    const codeOf = async (rest: object) =>
      (await secretary(councilRoutes.decide, { params: at(), body: decision(rest) })).problems.map(({ code }) => code)
    expect(await codeOf({ votesFor: 3 })).toEqual(['tooManyVotes'])
    expect(await codeOf({ votesFor: 1, votesAgainst: 2 })).toEqual(['voteNotCarried'])
    expect(await codeOf({ nodeId: '1.1' })).toEqual(['notDisputed'])
    const finish = (key: string) => secretary(councilRoutes.finish, { params, body: {}, idempotencyKey: key })
    expect((await finish('hop-1')).problems[0]).toMatchObject({ code: 'councilUnfinished', left: 1 })
    expect((await secretary(councilRoutes.decide, { params: at(), body: decision({}) })).value.version).toBe(1)
    const { seen } = await application.owner
      .selectFrom('council_vote')
      .select('seen')
      .where('cycle_id', '=', cycleId)
      .executeTakeFirstOrThrow()
    expect(seen).toMatchObject({ claimed: { points: '2.5', version: 1 }, given: [{ points: '1' }, { points: '1.5' }] })
    expect((await finish('hop-2')).value).toEqual({ units: 1, left: 0 })
  })

  it('has its minutes filled from members, agenda, decisions and votes', async () => {
    const paper = (await owner(papersRoutes.start, { body: { kind: 'appraisalMinutes', cycleId } })).value
    expect(paper.facts).toMatchObject({ members: 3, present: 2, chair: { name: expect.any(String) } })
    expect(paper.facts['disputed']).toMatchObject([{ code: '2.2', before: '1,5', decided: '1,75', reason: 'Hội đồng thống nhất' }])
    expect(paper.facts['conclusions']).toEqual([
      'Sở Thử nghiệm số 1, tiêu chí 2.2: Hội đồng quyết định 1,75 điểm (tán thành 2, không tán thành 1, không biểu quyết 0 phiếu)',
    ])
  })

  it('counts what the last round decided, and publishes it', async () => {
    await owner(appraisalRoutes.close, { params: { cycleId }, body: {}, idempotencyKey: 'ket-thuc' })
    const { units } = (await owner(resultsRoutes.ranking, { params: { cycleId } })).value
    expect(units[0]?.total.points).toBe('6.75')
    const published = await chair(publicationRoutes.publish, {
      params: { cycleId },
      body: { title: 'Chỉ số thử 2027', isPublic: true },
      idempotencyKey: 'cong-bo',
    })
    expect(published.status, JSON.stringify(published.raw.json())).toBe(200)
  })
})
