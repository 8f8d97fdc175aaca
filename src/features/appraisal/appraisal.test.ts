import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { startTestApplication } from '../../../test/application.ts'
import { addPerson, addRole } from '../../../test/authority.ts'
import type { Call } from '../../../test/call.ts'
import { createSmallCycle, type SmallCycle } from '../../../test/small-cycle.ts'
import type { Actor } from '../../platform/policy/actor.ts'
import { loadFrameworkInForce } from '../scores/framework-in-force.ts'
import { refreshTotals } from '../scores/refresh-totals.ts'
import { loadScoredUnit } from '../scores/scored-unit.ts'
import { appraisalRoutes } from './contract.ts'
import type { DecisionChange } from './shapes.ts'

const application = await startTestApplication()
const appraiser = await application.signInAs('appraiser')
const areaLead = await application.signInAs('arealead')
const methodOwner = await application.signInAs('methodowner')
const [first, second, third] = application.authority.departments

let cycle: SmallCycle
beforeEach(async () => {
  cycle = await createSmallCycle(application.owner, application.authority, 'submitted')
})

interface TestClaim {
  readonly nodeId: string
  readonly points?: string
  readonly explanation?: string
  readonly evidence?: boolean
}

/** What a unit submitted, as the self-assessment leaves it in the tables. */
const claim = async (unitId: string, ...claims: readonly TestClaim[]): Promise<void> => {
  const key = { authority_id: application.authority.id, cycle_id: cycle.cycleId, unit_id: unitId }
  for (const { nodeId, points, explanation, evidence } of claims) {
    await sql`
      insert into score (authority_id, cycle_id, unit_id, node_id, round, framework_id, min_points, max_points, status, points, explanation)
      select n.authority_id, ${cycle.cycleId}, ${unitId}, n.node_id, 'claimed', n.framework_id, 0, n.max_points,
        ${points === undefined ? 'notApplicable' : 'scored'}, ${points ?? null}, ${explanation ?? null}
      from framework_node n where n.framework_id = ${cycle.frameworkId} and n.node_id = ${nodeId}`.execute(application.owner)
    if (!evidence) continue
    const id = randomUUID()
    await application.owner
      .insertInto('evidence')
      .values({ id, authority_id: key.authority_id, unit_id: unitId, title: 'Báo cáo' })
      .execute()
    await application.owner
      .insertInto('score_evidence')
      .values({ ...key, node_id: nodeId, evidence_id: id })
      .execute()
  }
  await refreshClaims(unitId)
}

const refreshClaims = (unitId: string): Promise<void> =>
  application.owner.transaction().execute(async (transaction) => {
    const unit = await loadScoredUnit(transaction, cycle.cycleId, unitId)
    const actor: Actor = { personId: '', name: '', authorityId: application.authority.id, grants: [], units: 'all' }
    const inForce = await loadFrameworkInForce({ transaction, actor }, cycle.frameworkId)
    if (unit.ok && inForce.ok) await refreshTotals({ transaction, actor }, [unit.value], inForce.value, 'claimed')
  })

const claimAll = (unitId: string) =>
  claim(
    unitId,
    { nodeId: '1.1', points: '2', evidence: true },
    { nodeId: '1.2', explanation: 'Không có đoàn kiểm tra trong năm' },
    { nodeId: '1.3', points: '1.5' },
    { nodeId: '2.2', points: '2.5', explanation: 'Theo số liệu Trung tâm phục vụ hành chính công' },
  )

const place = (unitId = first.id) => ({ params: { cycleId: cycle.cycleId, unitId } })
const decide = (person: Call, decisions: readonly DecisionChange[], unitId = first.id) =>
  person(appraisalRoutes.change, { ...place(unitId), body: { decisions: [...decisions] } })
const scored = (nodeId: string, points: string, version = 0, reason?: string): DecisionChange => ({
  nodeId,
  version,
  status: 'scored',
  points,
  reason,
  treatment: undefined,
})
const all = (version = 0): DecisionChange[] => [
  scored('1.1', '1.5', version, 'Kế hoạch ban hành chậm'),
  { nodeId: '1.2', version, status: 'notApplicable', points: undefined, treatment: undefined, reason: undefined },
  scored('1.3', '1.5', version),
  scored('2.1', '2.4', version, 'Báo cáo điều tra 45/BC-SNV'),
  scored('2.2', '2.5', version),
]
const look = async (person: Call, unitId = first.id) => (await person(appraisalRoutes.unit, place(unitId))).value
const finish = (person: Call, version: number, unitId = first.id, idempotencyKey: string = randomUUID()) =>
  person(appraisalRoutes.finish, { ...place(unitId), ifMatch: version, idempotencyKey })
const close = (person: Call, acceptsUnsubmitted = false, idempotencyKey: string = randomUUID()) =>
  person(appraisalRoutes.close, { params: { cycleId: cycle.cycleId }, body: { acceptsUnsubmitted }, idempotencyKey })

describe('appraising a unit', () => {
  it('goes from what was claimed to a finished appraisal', async () => {
    await claimAll(first.id)
    const before = await look(appraiser)
    expect(before).toMatchObject({ stage: 'submitted', round: 'firstAppraisal', left: 5, canReopen: false })
    expect(before.closedBecause).toBeUndefined()
    expect(before.leaves[0]).toMatchObject({ nodeId: '1.1', claim: { status: 'scored', points: '2' }, evidence: 1 })
    expect(before.totals.claimed[0]).toMatchObject({ points: '6', appliedMax: '9' })

    const saved = await decide(appraiser, all())
    expect(saved.value).toMatchObject({ stage: 'firstAppraisal', saved: expect.arrayContaining([{ nodeId: '1.1', version: 1 }]) })

    const after = await look(appraiser)
    expect(after.left).toBe(0)
    expect(after.totals.given[0]).toMatchObject({ points: '7.9', appliedMax: '9', percent: '87.777778' })
    expect(after.leaves.find(({ nodeId }) => nodeId === '1.1')?.decision).toMatchObject({
      points: '1.5',
      claimedPoints: '2',
      reason: 'Kế hoạch ban hành chậm',
      changedBy: { name: 'Người thử appraiser' },
    })
    expect((await finish(appraiser, after.version)).value.stage).toBe('approved')
    const reasons = await areaLead(appraisalRoutes.reasons, { params: { cycleId: cycle.cycleId } })
    expect(reasons.value.reasons).toContainEqual({ reason: 'Kế hoạch ban hành chậm', uses: 1 })
    const log = await application.owner.selectFrom('action').select('kind').where('cycle_id', '=', cycle.cycleId).orderBy('id').execute()
    expect(log.map(({ kind }) => kind)).toEqual([...Array(5).fill('scoreChanged'), 'appraisalFinished'])
  })

  it('asks for a reason wherever less is given, for all leaves at once, and saves nothing meanwhile', async () => {
    await claimAll(first.id)
    const refused = await decide(appraiser, [scored('1.1', '1'), scored('1.2', '1'), scored('2.1', '3'), scored('1.3', '9')])
    expect(refused.status).toBe(422)
    expect(refused.problems.map(({ at, code }) => `${at} ${code}`)).toEqual([
      '1.1 missingReason',
      '1.2 refusalWithoutReason',
      '2.1 missingScoreSource',
      '1.3 abovePoints',
    ])
    expect((await look(appraiser)).stage).toBe('submitted')
  })

  it('cannot be got round in the database: less than claimed without a reason breaks its own check', async () => {
    await claimAll(first.id)
    await decide(appraiser, [scored('1.1', '1', 0, 'Chậm')])
    const withoutReason = application.owner.updateTable('score').set({ reason: ' ' }).where('round', '=', 'firstAppraisal').execute()
    await expect(withoutReason).rejects.toThrow(/reason_when_less/)
  })

  it('tells the second of two appraisers what the first one gave', async () => {
    await claimAll(first.id)
    expect((await decide(appraiser, [scored('1.1', '1', 0, 'Chậm')])).status).toBe(200)
    const late = await decide(areaLead, [scored('1.1', '2'), scored('1.3', '1.5')])
    expect(late.status).toBe(409)
    expect(late.problems).toEqual([
      expect.objectContaining({ code: 'changedMeanwhile', at: '1.1', by: 'Người thử appraiser', theirs: '1.0000', version: '1' }),
    ])
    expect((await look(areaLead)).leaves.find(({ nodeId }) => nodeId === '1.3')?.decision).toBeUndefined()
    expect((await decide(areaLead, [scored('1.1', '2', 1)])).status).toBe(200)
  })

  it('by two at once keeps both and the totals of both', async () => {
    await claimAll(first.id)
    const replies = await Promise.all([decide(appraiser, [scored('1.1', '2')]), decide(areaLead, [scored('1.3', '1.5')])])
    expect(replies.map(({ status }) => status)).toEqual([200, 200])
    const totals = await application.owner
      .selectFrom('unit_total')
      .select('points')
      .where('cycle_id', '=', cycle.cycleId)
      .where('round', '=', 'firstAppraisal')
      .executeTakeFirst()
    expect(totals?.points).toBe('3.5')
  })

  it('can take a decision back', async () => {
    await claimAll(first.id)
    await decide(appraiser, [scored('1.1', '2')])
    await decide(appraiser, [{ ...scored('1.1', '2', 1), status: 'missing', points: undefined }])
    expect((await look(appraiser)).left).toBe(5)
  })

  it('opens a leaf again when the unit has changed its claim after a return', async () => {
    await claimAll(first.id)
    await decide(appraiser, all())
    await sql`update score set points = 1.75 where round = 'claimed' and node_id = '1.1' and cycle_id = ${cycle.cycleId}`.execute(
      application.owner,
    )
    expect((await look(appraiser)).left).toBe(1)
  })
})

describe('accepting claims together', () => {
  it('shows first what it would do, then does it, leaving to a person what has to be looked at', async () => {
    await claimAll(first.id)
    const preview = (await appraiser(appraisalRoutes.acceptClaims, { ...place(), body: { preview: true } })).value
    expect(preview.accepted).toEqual([
      { nodeId: '1.1', points: '2' },
      { nodeId: '2.2', points: '2.5' },
    ])
    expect(preview.left).toEqual([
      { nodeId: '1.2', because: 'notApplicable' },
      { nodeId: '1.3', because: 'noEvidence' },
      { nodeId: '2.1', because: 'otherSource' },
    ])
    expect((await look(appraiser)).left).toBe(5)
    const done = (await appraiser(appraisalRoutes.acceptClaims, { ...place(), body: { nodeIds: ['1.1', '1.3'] } })).value
    expect(done.accepted).toEqual([{ nodeId: '1.1', points: '2' }])
    expect((await look(appraiser)).left).toBe(4)
  })
})

describe('who may appraise', () => {
  it('is not an appraiser who serves in the unit: such a one reads and changes nothing', async () => {
    await claimAll(first.id)
    const personId = await addPerson(application.owner, application.authority.id, {
      signInName: `hai-vai-${cycle.cycleId}`,
      role: 'appraiser',
    })
    await addRole(application.owner, application.authority.id, personId, 'unitOfficer', first.id)
    const conflicted = await application.signInAs(`hai-vai-${cycle.cycleId}`)
    expect((await look(conflicted)).closedBecause).toBe('conflict')
    expect((await decide(conflicted, [scored('1.1', '2')])).status).toBe(403)
    expect((await conflicted(appraisalRoutes.acceptClaims, { ...place(), body: {} })).status).toBe(403)
    expect((await finish(conflicted, 1)).status).toBe(403)
    await claimAll(second.id)
    expect((await decide(conflicted, [scored('1.1', '2')], second.id)).status).toBe(200)
  })

  it('is nobody of a unit, and nobody before it has submitted', async () => {
    const officer = await application.signInAs('unitofficer.so-1')
    expect((await officer(appraisalRoutes.unit, place())).status).toBe(409)
    expect((await officer(appraisalRoutes.workList, { params: { cycleId: cycle.cycleId } })).status).toBe(403)
    expect((await decide(officer, [scored('1.1', '2')])).status).toBe(403)
    await application.owner.updateTable('cycle_unit').set({ stage: 'selfAssessing' }).where('cycle_id', '=', cycle.cycleId).execute()
    expect((await appraiser(appraisalRoutes.unit, place())).status).toBe(409)
    expect((await decide(appraiser, [scored('1.1', '2')])).status).toBe(409)
  })

  it('reads without changing as overseer', async () => {
    await claimAll(first.id)
    const inspector = await application.signInAs('inspector')
    expect((await look(inspector)).closedBecause).toBe('role')
    expect((await decide(inspector, [scored('1.1', '2')])).status).toBe(403)
  })
})

describe('finishing a unit', () => {
  it('is refused while leaves are undecided, with how many', async () => {
    await claimAll(first.id)
    await decide(appraiser, [scored('1.1', '2')])
    const refused = await finish(appraiser, (await look(appraiser)).version)
    expect(refused.problems[0]).toMatchObject({ code: 'appraisalIncomplete', missing: 4, of: 5 })
  })

  it('happens once for one key, and is refused on what somebody else has moved', async () => {
    await claimAll(first.id)
    await decide(appraiser, all())
    const { version } = await look(appraiser)
    expect((await finish(appraiser, version - 1)).status).toBe(409)
    const [one, again] = [
      await finish(appraiser, version, first.id, `k-${cycle.cycleId}`),
      await finish(appraiser, version, first.id, `k-${cycle.cycleId}`),
    ]
    expect(again.value).toEqual(one.value)
    const log = await application.owner.selectFrom('action').select('kind').where('cycle_id', '=', cycle.cycleId).execute()
    expect(log.filter(({ kind }) => kind === 'appraisalFinished')).toHaveLength(1)
    expect((await finish(appraiser, version + 1)).status).toBe(409)
  })

  it('can be taken up again with a reason while the cycle is open', async () => {
    await claimAll(first.id)
    await decide(appraiser, all())
    const done = (await finish(appraiser, (await look(appraiser)).version)).value
    expect((await decide(appraiser, [scored('1.3', '1', 1, 'Sai minh chứng')])).status).toBe(409)
    expect((await look(appraiser)).canReopen).toBe(true)
    const reopen = (reason: string) => appraiser(appraisalRoutes.reopen, { ...place(), ifMatch: done.version, body: { reason } })
    expect((await reopen(' ')).status).toBe(422)
    expect((await reopen('Nhầm tiêu chí 1.3')).value.stage).toBe('firstAppraisal')
    expect((await decide(appraiser, [scored('1.3', '1', 1, 'Sai minh chứng')])).status).toBe(200)
  })
})

describe('closing the appraisal of a cycle', () => {
  const finishUnit = async (unitId: string): Promise<void> => {
    await claimAll(unitId)
    await decide(appraiser, all(), unitId)
    await finish(appraiser, (await look(appraiser, unitId)).version, unitId)
  }

  it('is refused with every unit that is not finished and every one that never submitted', async () => {
    await finishUnit(first.id)
    await claimAll(second.id)
    await decide(appraiser, [scored('1.1', '2')], second.id)
    await application.owner
      .updateTable('cycle_unit')
      .set({ stage: 'selfAssessing' })
      .where('unit_id', '=', third.id)
      .where('cycle_id', '=', cycle.cycleId)
      .execute()
    const refused = await close(methodOwner)
    expect(refused.problems.map(({ code, at }) => `${code} ${at}`)).toEqual([
      `appraisalUnfinished ${second.id}`,
      `neverSubmitted ${third.id}`,
    ])
    expect(refused.problems[0]).toMatchObject({ left: 4 })
    expect((await close(appraiser)).status).toBe(403)
  })

  it('keeps the leaves of a unit that never submitted missing, and then nothing changes any more', async () => {
    await finishUnit(first.id)
    await finishUnit(second.id)
    await application.owner
      .updateTable('cycle_unit')
      .set({ stage: 'selfAssessing' })
      .where('unit_id', '=', third.id)
      .where('cycle_id', '=', cycle.cycleId)
      .execute()
    const key = `close-${cycle.cycleId}`
    const closed = await close(methodOwner, true, key)
    expect(closed.value).toEqual({ stage: 'approved', finished: 2, neverSubmitted: 1 })
    expect((await close(methodOwner, true, key)).value).toEqual(closed.value)
    expect((await close(methodOwner, true)).status).toBe(409)
    const total = await application.owner
      .selectFrom('unit_total')
      .select(['points', 'missing', 'leaves'])
      .where('cycle_id', '=', cycle.cycleId)
      .where('unit_id', '=', third.id)
      .where('round', '=', 'firstAppraisal')
      .executeTakeFirstOrThrow()
    expect(total).toEqual({ points: null, missing: 5, leaves: 5 })
    const sheet = await look(appraiser)
    expect(sheet.canReopen).toBe(false)
    const reopened = await appraiser(appraisalRoutes.reopen, { ...place(), ifMatch: sheet.version, body: { reason: 'Xem lại' } })
    expect(reopened.status).toBe(409)
  })
})

describe('the work list', () => {
  it('says of each unit what is claimed, given, left, differing and unproved, and counts its filters', async () => {
    await claimAll(first.id)
    await claimAll(second.id)
    await decide(appraiser, all(), first.id)
    await application.owner
      .updateTable('cycle_unit')
      .set({ stage: 'preparing', submitted_at: null })
      .where('unit_id', '=', third.id)
      .where('cycle_id', '=', cycle.cycleId)
      .execute()
    const list = (await appraiser(appraisalRoutes.workList, { params: { cycleId: cycle.cycleId } })).value
    expect(list.counts).toMatchObject({
      disputed: 0,
      late: 0,
      all: 3,
      unfinished: 2,
      differs: 1,
      noEvidence: 2,
      finished: 0,
      notSubmitted: 1,
    })
    expect(list.units.map(({ unit, stage, left, differs, noEvidence }) => [unit.code, stage, left, differs, noEvidence])).toEqual([
      ['so-1', 'firstAppraisal', 0, 1, 3],
      ['so-2', 'submitted', 5, 0, 3],
      ['so-3', 'preparing', 5, 0, 0],
    ])
    expect(list.units[0]?.given).toEqual({ points: '7.9', percent: '87.777778' })
  })

  it('is narrowed by its sentences, by group and by words without diacritics, page by page', async () => {
    const ask = async (query: object) => (await appraiser(appraisalRoutes.workList, { params: { cycleId: cycle.cycleId }, query })).value
    const one = await ask({ limit: 2, search: 'thu nghiem' })
    const two = await ask({ limit: 2, search: 'thu nghiem', after: one.next })
    expect([...one.units, ...two.units].map(({ unit }) => unit.code)).toEqual(['so-1', 'so-2', 'so-3'])
    expect(two.next).toBeUndefined()
    expect((await ask({ filter: 'finished' })).units).toEqual([])
    expect((await ask({ group: 'khac' })).units).toEqual([])
  })
})
