import { beforeAll, describe, expect, it } from 'vitest'
import { cycleRoutes } from '../src/features/cycle/contract.ts'
import { type ClaimChange, selfAssessmentRoutes } from '../src/features/self-assessment/contract.ts'
import { signInOn, startNode, startTestApplication } from './application.ts'
import type { Call } from './call.ts'
import { createSmallCycle } from './small-cycle.ts'

/** Two applications on one database: what one of them knows must never decide alone. */
let first: Call
let second: Call
let owner: Call
let application: Awaited<ReturnType<typeof startTestApplication>>

beforeAll(async () => {
  application = await startTestApplication()
  const other = await startNode(application)
  ;[first, second, owner] = await Promise.all([
    application.signInAs('unitofficer.so-1'),
    signInOn(other.app, 'headofunit.so-1'),
    signInOn(other.app, 'methodowner'),
  ])
})

const place = async () => {
  const { cycleId, units } = await createSmallCycle(application.owner, application.authority)
  return { cycleId, unitId: units[0]?.id ?? '' }
}
type Place = Awaited<ReturnType<typeof place>>
const scored = (nodeId: string, points: string, version = 0): ClaimChange => ({ nodeId, version, status: 'scored', points })
const save = (as: Call, params: Place, ...claims: ClaimChange[]) => as(selfAssessmentRoutes.change, { params, body: { claims } })
const submit = (as: Call, params: Place, idempotencyKey: string, version = 1) =>
  as(selfAssessmentRoutes.submit, { params, body: { acceptsMissing: true }, ifMatch: version, idempotencyKey })
const statuses = (replies: readonly { readonly status: number }[]) => replies.map(({ status }) => status).sort()

describe('two nodes on one database', () => {
  it('let one of two changes of the same leaf stand, and tell the other who was first', async () => {
    const at = await place()
    const replies = await Promise.all([save(first, at, scored('1.1', '1')), save(second, at, scored('1.1', '2'))])
    expect(statuses(replies)).toEqual([200, 409])
    const told = replies.find(({ status }) => status === 409)
    expect(told?.problems).toMatchObject([{ code: 'changedMeanwhile', at: '1.1', by: expect.stringContaining('.so-1') }])
  })

  it('add up what both saved at the same moment', async () => {
    const at = await place()
    for (let version = 0; version < 5; version++)
      await Promise.all([save(first, at, scored('1.1', '2', version)), save(second, at, scored('1.3', '1', version))])
    const total = await application.owner
      .selectFrom('unit_total')
      .select(['points', 'answered'])
      .where('cycle_id', '=', at.cycleId)
      .where('unit_id', '=', at.unitId)
      .executeTakeFirstOrThrow()
    expect({ ...total, points: Number(total.points) }).toEqual({ points: 3, answered: 2 })
  })

  it('let overlapping blocks through one after the other, in whichever order their cells came', async () => {
    const at = await place()
    const replies = await Promise.all([
      save(first, at, scored('1.1', '1'), scored('1.3', '1'), scored('2.2', '1')),
      save(second, at, scored('2.2', '2'), scored('1.3', '0.5'), scored('1.1', '2')),
    ])
    expect(statuses(replies)).toEqual([200, 409])
    expect(replies.find(({ status }) => status === 409)?.problems).toHaveLength(3)
  })

  it('submit exactly what was saved: a save either stands in the submission or is refused', async () => {
    for (let round = 0; round < 5; round++) {
      const at = await place()
      await save(first, at, scored('1.1', '1'))
      const [saved, submitted] = await Promise.all([save(first, at, scored('1.3', '1')), submit(second, at, `once-${round}`)])
      expect(submitted.status).toBe(200)
      const sheet = (await second(selfAssessmentRoutes.sheet, { params: at })).value
      expect(sheet.claims.some(({ nodeId }) => nodeId === '1.3')).toBe(saved.status === 200)
      if (saved.status !== 200) expect(saved.problems[0]?.code).toBe('wrongStage')
      expect(sheet.submittedHash).toBe(submitted.value.submittedHash)
    }
  })

  it('perform a request once when it reaches both', async () => {
    const at = await place()
    const sameOnBoth = await signInOn((await startNode(application)).app, 'unitofficer.so-1')
    const replies = await Promise.all([submit(first, at, 'same'), submit(sameOnBoth, at, 'same')])
    expect(statuses(replies)).toEqual([200, 200])
    expect(replies[0]?.value).toEqual(replies[1]?.value)
    const acts = await application.owner
      .selectFrom('action')
      .select('id')
      .where('cycle_id', '=', at.cycleId)
      .where('kind', '=', 'selfAssessmentSubmitted')
      .execute()
    expect(acts).toHaveLength(1)
  })

  it('see a deadline that the other put off or brought forward', async () => {
    const at = await place()
    await save(first, at, scored('1.1', '1'))
    const { version } = (await owner(cycleRoutes.detail, { params: { cycleId: at.cycleId } })).value
    const body = { selfAssessmentDeadline: { kind: 'before' as const, date: '2020-01-01' } }
    await owner(cycleRoutes.change, { params: { cycleId: at.cycleId }, body, ifMatch: version })
    expect((await save(first, at, scored('1.1', '2', 1))).problems[0]?.code).toBe('deadlinePassed')
  })
})
