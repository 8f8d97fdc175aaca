import { createHash, randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { startTestApplication, type TestApplication } from '../../../../test/application.ts'
import type { Call } from '../../../../test/call.ts'
import { createSmallCycle } from '../../../../test/small-cycle.ts'
import { comparisonRoutes } from '../compare/contract.ts'
import { appraisalRoutes } from '../contract.ts'
import { phraseRoutes } from '../phrases/contract.ts'
import { secondLookRoutes } from './contract.ts'

let application: TestApplication
let owner: Call
let appraiser: Call
let secretary: Call
let cycleId: string
let unitIds: string[]
const given = ['2', '1.5', '1.5']
beforeAll(async () => {
  application = await startTestApplication()
  owner = await application.signInAs('methodowner')
  appraiser = await application.signInAs('appraiser')
  secretary = await application.signInAs('councilsecretary')
  const cycle = await createSmallCycle(application.owner, application.authority, 'submitted')
  cycleId = cycle.cycleId
  unitIds = cycle.units.map(({ id }) => id)
  for (const [index, unitId] of unitIds.entries()) {
    const decisions = [
      { nodeId: '1.1', version: 0, status: 'scored' as const, points: given[index] ?? '1', reason: 'Ban hành muộn' },
      { nodeId: '1.3', version: 0, status: 'scored' as const, points: '1', reason: 'Chưa có văn bản' },
    ]
    expect((await appraiser(appraisalRoutes.change, { params: { cycleId, unitId }, body: { decisions } })).status).toBe(200)
  }
})

describe('phrases for reasons', () => {
  it('are kept by the method owner against the version that was seen, and offered to appraisers by kind of loss', async () => {
    const phrases = [
      { kind: 'late' as const, words: 'Ban hành kế hoạch sau thời hạn' },
      { kind: 'evidenceNotSupplied' as const, words: 'Chưa cung cấp tài liệu kiểm chứng' },
    ]
    expect((await appraiser(phraseRoutes.writePhrases, { body: { phrases }, ifMatch: 0 })).status).toBe(403)
    expect((await owner(phraseRoutes.writePhrases, { body: { phrases }, ifMatch: 0 })).value).toMatchObject({ version: 1, phrases })
    expect((await owner(phraseRoutes.writePhrases, { body: { phrases: [] }, ifMatch: 0 })).problems[0]?.code).toBe('changedMeanwhile')
    const twice = await owner(phraseRoutes.writePhrases, { body: { phrases: [...phrases, ...phrases] }, ifMatch: 1 })
    expect(twice.problems.map(({ at }) => at)).toEqual(['phrases.2', 'phrases.3'])
    expect((await appraiser(phraseRoutes.phrases)).value).toEqual({ version: 1, phrases, canChange: false })
  })
})

describe('the same leaf over like units', () => {
  it('tells what is given how often and by which reasons, to appraisers and to no unit', async () => {
    const at = { params: { cycleId, unitId: unitIds[0] ?? '' }, query: { node: '1.1' } }
    const { value } = await appraiser(comparisonRoutes.leaf, at)
    expect(value.units).toBe(3)
    expect(value.spread).toEqual([
      { points: '1.5', claimed: 0, given: 2 },
      { points: '2', claimed: 0, given: 1 },
    ])
    expect(value.alike).toHaveLength(2)
    expect(value.alike[0]?.given).toEqual({ status: 'scored', points: '1.5', reason: 'Ban hành muộn' })
    const officer = await application.signInAs('unitofficer.so-1')
    expect((await officer(comparisonRoutes.leaf, at)).status).toBe(403)
  })
})

describe('a second look', () => {
  const params = () => ({ cycleId })
  const draw = (size: number, seed: string) =>
    owner(secondLookRoutes.draw, { params: params(), body: { size, seed }, idempotencyKey: randomUUID() })
  const looks = async (call: Call) => (await call(secondLookRoutes.list, { params: params() })).value.looks

  it('is drawn by lot so that seed and list give the same again', async () => {
    expect((await draw(3, 'bốc thăm 1')).value.size).toBe(3)
    const [first] = await looks(owner)
    await draw(3, 'bốc thăm 1')
    const [again] = await looks(owner)
    const places = (look: typeof first) => look?.leaves.map(({ unit, nodeId }) => `${unit.id} ${nodeId}`)
    expect(places(again)).toEqual(places(first))
    expect(again?.id).not.toBe(first?.id)
    expect(first?.population).toBe(6)
    const list = unitIds.flatMap((id) => [`${id} 1.1`, `${id} 1.3`]).sort()
    const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
    expect(first?.populationHash).toBe(sha256(list.join('\n')))
    const byHand = list.map((key) => [sha256(`bốc thăm 1:${key}`), key]).sort()
    expect(places(first)).toEqual(byHand.slice(0, 3).map(([, key]) => key))
    expect((await draw(500, 'tất cả')).value.size).toBe(6)
  })

  it('is taken by somebody else than who decided, with words where something differs', async () => {
    const [look] = (await looks(owner)).toSorted((one, other) => one.leaves.length - other.leaves.length)
    const leaf = look?.leaves[0]
    const at = { cycleId, unitId: leaf?.unit.id ?? '', lookId: look?.id ?? '' }
    const body = { nodeId: leaf?.nodeId ?? '', version: 1, verdict: 'differs' as const }
    const note = 'Kế hoạch ban hành đúng hạn'
    const own = await appraiser(secondLookRoutes.look, { params: at, body: { ...body, note } })
    expect([own.status, own.problems[0]?.code]).toEqual([403, 'ownDecision'])
    expect((await secretary(secondLookRoutes.look, { params: at, body })).problems[0]?.code).toBe('missingField')
    expect((await secretary(secondLookRoutes.look, { params: at, body: { ...body, note } })).value).toEqual({ version: 2 })
    expect((await secretary(secondLookRoutes.look, { params: at, body: { ...body, note } })).problems[0]?.code).toBe('changedMeanwhile')
    const ofUnit = { params: { cycleId, unitId: at.unitId } }
    const { findings } = (await appraiser(secondLookRoutes.ofUnit, ofUnit)).value
    expect(findings).toMatchObject([{ nodeId: body.nodeId, verdict: 'differs', note, isOvertaken: false }])
    const found = (await looks(owner)).find(({ id }) => id === look?.id)
    expect(found).toMatchObject({ looked: 1, differs: 1 })
    expect(found?.leaves[0]).toMatchObject({ verdict: 'differs', note, isOvertaken: false, isOwn: false })
    const decisions = [{ nodeId: body.nodeId, version: 1, status: 'scored' as const, points: '1.25', reason: 'Xem lại theo mẫu' }]
    await appraiser(appraisalRoutes.change, { params: { cycleId, unitId: at.unitId }, body: { decisions } })
    expect((await looks(owner)).find(({ id }) => id === look?.id)?.leaves[0]).toMatchObject({ isOvertaken: true, given: '1.25' })
  })

  it('cannot be drawn where nothing is decided or the cycle is closed', async () => {
    const empty = await createSmallCycle(application.owner, application.authority, 'submitted')
    const drawn = () =>
      owner(secondLookRoutes.draw, { params: { cycleId: empty.cycleId }, body: { size: 3 }, idempotencyKey: randomUUID() })
    expect((await drawn()).problems[0]?.code).toBe('nothingDecided')
    await application.owner.updateTable('cycle').set({ stage: 'approved' }).where('id', '=', empty.cycleId).execute()
    expect((await drawn()).problems[0]?.code).toBe('wrongStage')
  })
})
