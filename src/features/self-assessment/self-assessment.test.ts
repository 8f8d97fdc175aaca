import { createHash, randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { startTestApplication, type TestApplication } from '../../../test/application.ts'
import type { Call } from '../../../test/call.ts'
import { createSmallCycle, type SmallCycle } from '../../../test/small-cycle.ts'
import { statementsOf } from '../../../test/statements.ts'
import { parsePoints } from '../../core/exact/points.ts'
import { canonicalJson } from '../../core/canonical-json.ts'
import { submittedForm } from '../../core/self-assessment/submitted-form.ts'
import { parseFramework } from '../../core/framework/parse-framework.ts'
import { cycleRoutes } from '../cycle/contract.ts'
import { type ClaimChange, selfAssessmentRoutes } from './contract.ts'

let application: TestApplication
let officer: Call
let head: Call
let methodOwner: Call

beforeAll(async () => {
  application = await startTestApplication()
  ;[officer, head, methodOwner] = await Promise.all([
    application.signInAs('unitofficer.so-1'),
    application.signInAs('headofunit.so-1'),
    application.signInAs('methodowner'),
  ])
})

const openCycle = (closes: Date | null = null): Promise<SmallCycle> =>
  createSmallCycle(application.owner, application.authority, 'selfAssessing', closes)
const placeIn = ({ cycleId, units }: SmallCycle) => ({ cycleId, unitId: units[0]?.id ?? '' })
type Place = ReturnType<typeof placeIn>

const scored = (nodeId: string, points: string, version = 0, explanation?: string): ClaimChange => ({
  nodeId,
  version,
  status: 'scored',
  points,
  ...(explanation && { explanation }),
})
const save = (as: Call, params: Place, ...claims: ClaimChange[]) => as(selfAssessmentRoutes.change, { params, body: { claims } })
const sheetOf = async (as: Call, params: Place) => (await as(selfAssessmentRoutes.sheet, { params })).value
const codes = (reply: { readonly problems: readonly { readonly code: string; readonly at: string }[] }) =>
  reply.problems.map(({ code, at }) => `${code} ${at}`)

describe('a unit’s own sheet', () => {
  it('shows the decision’s table with nothing entered yet: missing, not zero', async () => {
    const sheet = await sheetOf(officer, placeIn(await openCycle()))
    expect(sheet.framework.document).toMatchObject({ format: 'parindex/framework@1' })
    expect(sheet.claims).toEqual([])
    expect(sheet.closedBecause).toBeUndefined()
    expect(sheet.totals[0]).toEqual({ nodeId: '', points: '0', appliedMax: '7', answered: 0, leaves: 4 })
  })

  it('takes a pasted block with comma or dot and gives back versions and totals', async () => {
    const place = placeIn(await openCycle())
    const reply = await save(officer, place, scored('1.1', '1,5'), scored('1.3', '0.75'), scored('2.2', '2,5'))
    expect(reply.value.saved).toHaveLength(3)
    expect(reply.value.totals.find(({ nodeId }) => nodeId === '')).toMatchObject({ points: '4.75', appliedMax: '7', answered: 3 })
    expect(reply.value.totals.find(({ nodeId }) => nodeId === '1')).toMatchObject({ points: '2.25', answered: 2, leaves: 3 })
    const again = await sheetOf(head, place)
    expect(again.claims.find(({ nodeId }) => nodeId === '1.1')).toMatchObject({
      points: '1.5',
      version: 1,
      changedBy: { name: expect.any(String) },
    })
  })

  it('refuses a block with every problem at once, names the figures, and saves none of it', async () => {
    const place = placeIn(await openCycle())
    const reply = await save(
      officer,
      place,
      scored('1.1', '2.5'),
      scored('1.3', '1'),
      scored('2.1', '1'),
      scored('1', '1'),
      scored('9.9', '1'),
      { nodeId: '1.2', version: 0, status: 'notApplicable' },
    )
    expect(reply.status).toBe(422)
    expect(codes(reply)).toEqual(['abovePoints 1.1', 'notSelfScored 2.1', 'notALeaf 1', 'unknownNode 9.9', 'missingBasis 1.2'])
    expect(reply.problems[0]).toMatchObject({ points: '2.5', max: '2', message: 'Tiêu chí 1.1: 2,5 điểm vượt quá điểm tối đa 2.' })
    expect((await sheetOf(officer, place)).claims).toEqual([])
  })

  it('refuses more than four decimals', async () => {
    const reply = await officer(selfAssessmentRoutes.change, {
      params: placeIn(await openCycle()),
      body: { claims: [{ nodeId: '1.1', version: 0, status: 'scored', points: '0,33333' }] },
    })
    expect([reply.status, reply.problems[0]?.code]).toEqual([422, 'invalidPoints'])
  })

  it('keeps "does not arise" with its basis apart from cleared and from zero, and takes its maximum out of the running total', async () => {
    const place = placeIn(await openCycle())
    await save(officer, place, scored('1.1', '0'), {
      nodeId: '1.2',
      version: 0,
      status: 'notApplicable',
      explanation: 'Năm 2026 không có đợt kiểm tra',
    })
    const cleared = await save(officer, place, scored('1.3', '1'))
    await save(officer, place, { nodeId: '1.3', version: cleared.value.saved[0]?.version ?? 0, status: 'missing' })
    const sheet = await sheetOf(officer, place)
    expect(sheet.claims.map(({ nodeId, status, points }) => [nodeId, status, points]).sort()).toEqual([
      ['1.1', 'scored', '0'],
      ['1.2', 'notApplicable', undefined],
      ['1.3', 'missing', undefined],
    ])
    expect(sheet.totals[0]).toMatchObject({ points: '0', appliedMax: '6', answered: 2, leaves: 4 })
  })

  it('tells the second of two people who changed the same leaf who was first, and lets neither value be lost', async () => {
    const place = placeIn(await openCycle())
    await save(officer, place, scored('1.1', '1'))
    await save(head, place, scored('1.1', '2', 1))
    const late = await save(officer, place, scored('1.1', '1.5', 1), scored('1.3', '1'))
    expect(late.status).toBe(409)
    expect(late.problems).toMatchObject([{ code: 'changedMeanwhile', at: '1.1', by: 'Người thử headofunit.so-1', version: '2' }])
    expect((await sheetOf(officer, place)).claims).toMatchObject([{ nodeId: '1.1', points: '2' }])
    expect((await save(officer, place, scored('1.1', '1.5', 2))).status).toBe(200)
  })

  it('adds up rightly when two people save different leaves at the same moment', async () => {
    const cycle = await openCycle()
    const place = placeIn(cycle)
    await save(officer, place, scored('2.2', '0'))
    // Both come as far as they can get before either may write its total.
    const both = await application.owner.transaction().execute(async (transaction) => {
      await transaction.selectFrom('unit_total').select('points').where('cycle_id', '=', place.cycleId).forUpdate().execute()
      const saves = [save(officer, place, scored('1.1', '2')), save(head, place, scored('1.3', '1.5'))]
      await new Promise((done) => setTimeout(done, 200))
      return { saves }
    })
    await Promise.all(both.saves)
    const total = await application.owner
      .selectFrom('unit_total')
      .select(['points', 'answered'])
      .where('cycle_id', '=', place.cycleId)
      .executeTakeFirstOrThrow()
    expect(total).toEqual({ points: '3.5', answered: 3 })
  })

  it('closes at the deadline by the database’s clock and says the last minute that counted', async () => {
    const place = placeIn(await openCycle(new Date('2026-01-15T17:00:00Z')))
    const reply = await save(officer, place, scored('1.1', '1'))
    expect(reply.status).toBe(409)
    expect(reply.problems).toMatchObject([{ code: 'deadlinePassed', deadline: '2026-01-15T23:59' }])
    expect(await sheetOf(officer, place)).toMatchObject({ closedBecause: 'deadline', deadline: { lastMinute: '2026-01-15T23:59' } })
  })

  it('is closed to another unit, and to those who will appraise it until it is submitted', async () => {
    const place = placeIn(await openCycle())
    const [neighbour, appraiser] = await Promise.all([application.signInAs('unitofficer.so-2'), application.signInAs('appraiser')])
    expect((await save(neighbour, place, scored('1.1', '1'))).status).toBe(403)
    expect((await neighbour(selfAssessmentRoutes.sheet, { params: place })).status).toBe(403)
    expect((await appraiser(selfAssessmentRoutes.sheet, { params: place })).status).toBe(409)
  })

  it('offers last year’s value where the leaf has the same id and name', async () => {
    const before = await openCycle()
    const old = placeIn(before)
    await save(officer, old, scored('1.1', '1.25'), { nodeId: '1.2', version: 0, status: 'notApplicable', explanation: 'Không phát sinh' })
    const now = await openCycle()
    await application.owner.updateTable('cycle').set({ year: 2025 }).where('id', '=', before.cycleId).execute()
    await application.owner.updateTable('cycle').set({ previous_id: before.cycleId }).where('id', '=', now.cycleId).execute()
    expect((await sheetOf(officer, placeIn(now))).previous).toEqual({
      year: 2025,
      title: 'Chỉ số CCHC năm 2026',
      values: [
        { nodeId: '1.1', status: 'scored', points: '1.25' },
        { nodeId: '1.2', status: 'notApplicable' },
      ],
    })
  })
})

describe('submitting', () => {
  const fill = async (place: Place) =>
    save(
      officer,
      place,
      scored('1.1', '2', 0, 'Kế hoạch số 12'),
      { nodeId: '1.2', version: 0, status: 'notApplicable', explanation: 'Không có đợt kiểm tra' },
      scored('1.3', '0'),
    )
  const submit = (as: Call, params: Place, version: number, acceptsMissing = false, idempotencyKey: string = randomUUID()) =>
    as(selfAssessmentRoutes.submit, { params, body: { acceptsMissing }, ifMatch: version, idempotencyKey })

  it('lists every leaf left unanswered, and goes on only where the person says that they stay so', async () => {
    const place = placeIn(await openCycle())
    await fill(place)
    const refused = await submit(officer, place, 1)
    expect([refused.status, ...codes(refused)]).toEqual([422, 'unanswered 2.2'])
    const accepted = await submit(officer, place, 1, true)
    expect(accepted.value).toMatchObject({ stage: 'submitted', version: 2, submittedHash: expect.stringMatching(/^[0-9a-f]{64}$/) })
  })

  it('names points claimed without document or explanation', async () => {
    const place = placeIn(await openCycle())
    await save(officer, place, scored('1.1', '2'), scored('1.3', '0'))
    expect(codes(await submit(officer, place, 1))).toEqual(['missingEvidence 1.1', 'unanswered 1.2', 'unanswered 2.2'])
  })

  it('freezes exactly what stands: the hash can be recomputed, and nothing changes any more', async () => {
    const place = placeIn(await openCycle())
    await fill(place)
    await save(officer, place, scored('2.2', '2.5', 0, 'Báo cáo số 7'))
    const { submittedHash } = (await submit(head, place, 1)).value
    const sheet = await sheetOf(officer, place)
    const framework = parseFramework(sheet.framework.document)
    if (!framework.ok) expect.fail('framework')
    const claims = new Map(
      sheet.claims.map(({ nodeId, status, points, explanation }) => {
        const exact = points === undefined ? undefined : parsePoints(points)
        return [nodeId, { status, ...(exact !== undefined && { points: exact }), ...(explanation && { explanation }) }]
      }),
    )
    const form = submittedForm(
      { cycle: place.cycleId, unit: place.unitId, framework: sheet.framework.hash },
      framework.value.nodes,
      claims,
      new Map(),
    )
    expect(createHash('sha256').update(canonicalJson(form)).digest('hex')).toBe(submittedHash)
    const late = await save(officer, place, scored('1.1', '1', 1))
    expect([late.status, late.problems[0]?.code]).toEqual([409, 'wrongStage'])
    expect(sheet).toMatchObject({ closedBecause: 'stage', submittedBy: { name: 'Người thử headofunit.so-1' } })
  })

  it('answers a repeated request as the first time, and refuses a second submission', async () => {
    const place = placeIn(await openCycle())
    await fill(place)
    const key = randomUUID()
    const first = await submit(officer, place, 1, true, key)
    const second = await submit(officer, place, 1, true, key)
    expect([second.status, second.value]).toEqual([200, first.value])
    const other = await submit(officer, place, 2, true)
    expect([other.status, other.problems[0]?.code]).toEqual([409, 'wrongStage'])
    const logged = await application.owner
      .selectFrom('action')
      .select('id')
      .where('cycle_id', '=', place.cycleId)
      .where('kind', '=', 'selfAssessmentSubmitted')
      .execute()
    expect(logged).toHaveLength(1)
  })

  it('is given back with a reason, which the unit reads, and can be changed and submitted again', async () => {
    const place = placeIn(await openCycle())
    await fill(place)
    await submit(officer, place, 1, true)
    const returned = await methodOwner(cycleRoutes.returnSelfAssessment, {
      params: place,
      body: { reason: 'Bổ sung báo cáo quý IV' },
      ifMatch: 2,
    })
    expect(returned.value).toEqual({ version: 3, stage: 'selfAssessing' })
    const sheet = await sheetOf(officer, place)
    expect(sheet.returned).toMatchObject({ reason: 'Bổ sung báo cáo quý IV', by: 'Người thử methodowner' })
    expect(sheet.submittedHash).toBeUndefined()
    expect((await save(officer, place, scored('2.2', '1'))).status).toBe(200)
    expect((await submit(officer, place, 3, true)).status).toBe(200)
  })

  it('comes back with a later deadline of its own where the general one has passed', async () => {
    const cycle = await openCycle(new Date(Date.now() + 3_600_000))
    const place = placeIn(cycle)
    await fill(place)
    await submit(officer, place, 1, true)
    await application.owner
      .updateTable('cycle')
      .set({ self_assessment_closes: new Date(Date.now() - 60_000) })
      .where('id', '=', place.cycleId)
      .execute()
    const without = await methodOwner(cycleRoutes.returnSelfAssessment, { params: place, body: { reason: 'Sửa' }, ifMatch: 2 })
    expect(codes(without)).toEqual(['missingField deadline'])
    const body = { reason: 'Sửa', deadline: { kind: 'through' as const, date: '2099-12-31' } }
    expect((await methodOwner(cycleRoutes.returnSelfAssessment, { params: place, body, ifMatch: 2 })).status).toBe(200)
    expect((await save(officer, place, scored('2.2', '1'))).status).toBe(200)
    expect(await sheetOf(officer, place)).toMatchObject({ deadline: { lastMinute: '2099-12-31T23:59' } })
  })

  it('waits for nothing it should not: of two submissions at once one stands', async () => {
    const place = placeIn(await openCycle())
    await fill(place)
    const both = await Promise.all([submit(officer, place, 1, true), submit(head, place, 1, true)])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  })
})

describe('saving one cell', () => {
  it('takes at most ten statements between the beginning and the end of its transaction', async () => {
    const place = placeIn(await openCycle())
    await save(officer, place, scored('1.1', '1'))
    const { result: reply, statements } = await statementsOf(() => save(officer, place, scored('1.1', '2', 1)))
    expect(reply.status).toBe(200)
    const ownTransaction = statements.slice(statements.lastIndexOf('begin') + 1, -1)
    expect(ownTransaction.length, statements.join('\n')).toBeGreaterThan(4)
    expect(ownTransaction.length, statements.join('\n')).toBeLessThanOrEqual(10)
  })
})
