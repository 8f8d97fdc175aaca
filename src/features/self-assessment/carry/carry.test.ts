import { beforeAll, describe, expect, it } from 'vitest'
import { startTestApplication, type TestApplication } from '../../../../test/application.ts'
import type { Call } from '../../../../test/call.ts'
import { createSmallCycle } from '../../../../test/small-cycle.ts'
import { selfAssessmentRoutes, type ClaimChange } from '../contract.ts'
import { claimsToSave, fieldKey } from '../workbook/take.ts'
import { carryRoutes } from './contract.ts'

let application: TestApplication
let officer: Call
let inner: { cycleId: string; unitId: string }
let above: { cycleId: string; unitId: string }
let fromId = ''

const save = (params: typeof inner, ...claims: Partial<ClaimChange>[]) =>
  officer(selfAssessmentRoutes.change, {
    params,
    body: { claims: claims.map((claim) => ({ version: 0, status: 'scored', ...claim })) } as never,
  })

beforeAll(async () => {
  application = await startTestApplication()
  officer = await application.signInAs('unitofficer.so-1')
  const cycles = [0, 1].map(() => createSmallCycle(application.owner, application.authority))
  const [first, second] = await Promise.all(cycles)
  const unitId = application.authority.departments[0].id
  inner = { cycleId: first?.cycleId ?? '', unitId }
  above = { cycleId: second?.cycleId ?? '', unitId }
  fromId = inner.cycleId
})

describe('the result of an agency’s own cycle, carried into the cycle above', () => {
  it('is offered once there is one, and only cycles of the unit itself are', async () => {
    expect((await officer(carryRoutes.sources, { params: above })).value.sources).toEqual([])
    await save(
      inner,
      { nodeId: '1.1', points: '1.5', explanation: 'Kế hoạch số 5' },
      { nodeId: '1.2', status: 'notApplicable', explanation: 'Không có đợt kiểm tra' },
      { nodeId: '1.3', points: '1' },
      { nodeId: '2.2', points: '2' },
    )
    expect((await officer(carryRoutes.sources, { params: above })).value.sources).toMatchObject([
      { id: fromId, isDecided: false, answered: 4 },
    ])
    const stranger = await application.signInAs('unitofficer.so-2')
    expect((await stranger(carryRoutes.preview, { params: { ...above, fromId } })).status).toBe(403)
    expect((await officer(carryRoutes.preview, { params: { ...above, fromId: above.cycleId } })).status).toBe(404)
  })

  it('is looked at first and then saved by one act; what stands already is never overwritten unasked', async () => {
    await save(above, { nodeId: '1.3', points: '0.5' }, { nodeId: '2.2', points: '2' })
    const preview = (await officer(carryRoutes.preview, { params: { ...above, fromId } })).value
    expect(preview.leaves.map(({ nodeId, value }) => [nodeId, value?.kind, value?.mine.points])).toEqual([
      ['1.1', 'taken', '1.5'],
      ['1.2', 'taken', undefined],
      ['1.3', 'conflict', '1'],
    ])
    expect(preview.alreadySame).toBe(1)
    const claims = claimsToSave(preview, new Set())
    expect((await officer(selfAssessmentRoutes.change, { params: above, body: { claims } })).status).toBe(200)
    const stands = async () =>
      Object.fromEntries((await officer(selfAssessmentRoutes.sheet, { params: above })).value.claims.map((claim) => [claim.nodeId, claim]))
    expect(await stands()).toMatchObject({
      '1.1': { points: '1.5', explanation: 'Kế hoạch số 5' },
      '1.2': { status: 'notApplicable', explanation: 'Không có đợt kiểm tra' },
      '1.3': { points: '0.5' },
    })
    const again = (await officer(carryRoutes.preview, { params: { ...above, fromId } })).value
    const chosen = claimsToSave(again, new Set([fieldKey('1.3', 'value')]))
    expect((await officer(selfAssessmentRoutes.change, { params: above, body: { claims: chosen } })).status).toBe(200)
    expect((await stands())['1.3']).toMatchObject({ points: '1' })
  })

  it('is the decided result once the cycle within was approved', async () => {
    const key = { authority_id: application.authority.id, cycle_id: inner.cycleId, unit_id: inner.unitId }
    await application.owner
      .insertInto('score')
      .columns([
        'authority_id',
        'cycle_id',
        'unit_id',
        'framework_id',
        'round',
        'node_id',
        'min_points',
        'max_points',
        'status',
        'points',
        'claimed_points',
        'reason',
      ])
      .expression((expression) =>
        expression
          .selectFrom('score')
          .select(({ val }) => ['authority_id', 'cycle_id', 'unit_id', 'framework_id', val('firstAppraisal').as('round'), 'node_id'])
          .select(({ val }) => ['min_points', 'max_points', 'status', val('1').as('points'), 'points as claimed', val('Chậm').as('reason')])
          .where('cycle_id', '=', key.cycle_id)
          .where('unit_id', '=', key.unit_id)
          .where('node_id', '=', '1.1'),
      )
      .execute()
    await application.owner.updateTable('cycle_unit').set({ stage: 'approved' }).where('cycle_id', '=', inner.cycleId).execute()
    const preview = (await officer(carryRoutes.preview, { params: { ...above, fromId } })).value
    expect(preview.leaves).toMatchObject([{ nodeId: '1.1', value: { kind: 'conflict', mine: { points: '1' } } }])
  })
})
