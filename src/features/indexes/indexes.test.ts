import { beforeAll, describe, expect, it } from 'vitest'
import { startTestApplication, type TestApplication } from '../../../test/application.ts'
import type { Call } from '../../../test/call.ts'
import { type PublishedCycle, publishSmallCycle } from '../../../test/published-small-cycle.ts'
import { publicationRoutes } from '../publication/contract.ts'
import { indexRoutes, type NamedIndex } from './contract.ts'

let application: TestApplication
let cycle: PublishedCycle
let clerk: Call
let leader: Call
beforeAll(async () => {
  application = await startTestApplication()
  cycle = await publishSmallCycle(application)
  clerk = await application.signInAs('methodowner')
  leader = await application.signInAs('leader')
})

const parIndex = { code: 'PAR INDEX', name: 'Chỉ số cải cách hành chính', source: 'Bộ Nội vụ', scaleTo: '100', sinceYear: 2012 }
const papi = { code: 'PAPI', name: 'Chỉ số hiệu quả quản trị và hành chính công', source: 'CECODES, UNDP', scaleFrom: '10', scaleTo: '80' }
const add = async (body: typeof parIndex | typeof papi): Promise<NamedIndex> => (await clerk(indexRoutes.add, { body })).value

describe('indexes kept apart by name', () => {
  it('each has its source and scale, and no two share a short name', async () => {
    await add(parIndex)
    await add(papi)
    const again = await clerk(indexRoutes.add, { body: { ...papi, code: 'papi' } })
    expect(again.problems).toMatchObject([{ code: 'alreadyExists', value: 'papi' }])
    const listed = (await leader(indexRoutes.list)).value.indexes
    expect(listed.map(({ code, scaleFrom, scaleTo }) => [code, scaleFrom, scaleTo])).toEqual([
      ['PAPI', '10', '80'],
      ['PAR INDEX', '0', '100'],
    ])
  })

  it('say of a year what they said, each on its own scale, and tell the second of two who enter', async () => {
    const [found] = (await leader(indexRoutes.list)).value.indexes
    const indexId = found?.id ?? ''
    const set = (body: object) =>
      clerk(indexRoutes.setValue, { params: { indexId }, body: { year: 2022, source: 'Báo cáo PAPI 2022', seen: 0, ...body } })
    expect((await set({ value: '87,5' })).problems).toMatchObject([{ code: 'outOfRange', at: 'value', to: '80' }])
    expect((await set({ value: '43,2', rank: 12, rankedOf: 63 })).value.values).toMatchObject([
      { year: 2022, value: '43.2', rank: 12, rankedOf: 63, source: 'Báo cáo PAPI 2022', version: 1 },
    ])
    expect((await set({ value: '44' })).status).toBe(409)
    expect((await set({ value: '44', seen: 1 })).value.values).toMatchObject([{ value: '44', version: 2 }])
    const unit = application.authority.departments[0]
    const ofUnit = (await set({ value: '50', unitId: unit.id })).value.values
    expect(ofUnit.map(({ value, unit: of }) => [value, of?.code])).toEqual([
      ['44', undefined],
      ['50', 'so-1'],
    ])
    const narrower = await clerk(indexRoutes.change, { params: { indexId }, ifMatch: 1, body: { ...papi, scaleTo: '45' } })
    expect(narrower.problems).toMatchObject([{ code: 'outOfRange', value: '50' }])
  })

  it('are named where results of a cycle and of its publication stand', async () => {
    const { cycleId } = cycle
    const indexId = (await leader(indexRoutes.list)).value.indexes.find(({ code }) => code === 'PAR INDEX')?.id ?? ''
    expect((await leader(indexRoutes.ofCycle, { params: { cycleId } })).value).toEqual({})
    expect((await clerk(indexRoutes.setCycleIndex, { params: { cycleId }, body: { indexId } })).status).toBe(204)
    expect((await leader(indexRoutes.ofCycle, { params: { cycleId } })).value.index).toMatchObject({
      code: 'PAR INDEX',
      source: 'Bộ Nội vụ',
    })
    const published = (await leader(publicationRoutes.publications)).value.publications
    const publicationId = published[0]?.id ?? ''
    expect((await leader(indexRoutes.ofPublication, { params: { publicationId } })).value.index?.code).toBe('PAR INDEX')
    const refused = await leader(indexRoutes.setCycleIndex, { params: { cycleId }, body: { indexId } })
    expect(refused.status).toBe(403)
  })
})
