import { beforeAll, describe, expect, it } from 'vitest'
import { startTestApplication, type TestApplication } from '../../../test/application.ts'
import type { Call } from '../../../test/call.ts'
import { type PublishedCycle, publishSmallCycle } from '../../../test/published-small-cycle.ts'
import { robustnessRoutes } from './robustness-contract.ts'
import { scenarioRoutes } from './scenario-contract.ts'
import { seenRoutes } from './seen-contract.ts'

let application: TestApplication
let cycle: PublishedCycle
let owner: Call
let officer: Call

beforeAll(async () => {
  application = await startTestApplication()
  cycle = await publishSmallCycle(application)
  owner = await application.signInAs('methodowner')
  officer = await application.signInAs('unitofficer.so-2')
})

describe('published results seen from all sides', () => {
  it('are a series over the years, of the group and of one unit', async () => {
    const series = (await officer(seenRoutes.series)).value
    expect(series.years).toMatchObject([{ year: 2026, rankedUnits: 2 }])
    expect(series.units.map(({ years }) => years[0]?.rank)).toEqual([1, 2, null])
    const unit = (await officer(seenRoutes.unitYears, { params: { unitId: cycle.units[0]?.id ?? '' } })).value
    expect(unit.years).toMatchObject([{ year: 2026, rankedUnits: 2, total: { rank: 1, points: '8.75' }, bySource: { survey: '2.75' } }])
    expect(unit.years[0]?.areas.map(({ code }) => code)).toEqual(['1', '2'])
  })

  it('are a criterion across units: at the maximum, at nothing, in between, claimed against given', async () => {
    const params = { publicationId: cycle.publication.id }
    const rows = (await owner(seenRoutes.criteria, { params })).value.rows
    expect(rows.find(({ id }) => id === '1.1')).toMatchObject({
      full: 1,
      between: 1,
      zero: 0,
      missing: 1,
      given: '3',
      lost: '1',
      claims: { lowered: 1, claimed: '4', given: '3' },
    })
    expect(rows.find(({ id }) => id === '1.2')).toMatchObject({ notApplicable: 2, missing: 1 })
    const one = (await owner(seenRoutes.criterion, { params, query: { node: '1.1' } })).value
    expect(one.units[0]).toMatchObject({ given: { points: '1' }, claimed: { points: '2' }, reason: 'Ban hành chậm 12 ngày' })
    const seen = (await officer(seenRoutes.criterion, { params, query: { node: '1.1' } })).value
    expect(seen.row.claims).toBeUndefined()
    expect(seen.units.filter(({ claimed }) => claimed !== undefined).map(({ unit }) => unit.id)).toEqual([cycle.units[1]?.id])
    const live = (await owner(seenRoutes.liveCriteria, { params: { cycleId: cycle.cycleId } })).value.rows
    expect(live.find(({ id }) => id === '1.1')).toMatchObject({ full: 1, between: 1, claims: { lowered: 1 } })
  })

  it('stand side by side, any units and years', async () => {
    const columns = [0, 1].map((unit) => `${cycle.publication.id}~${cycle.units[unit]?.id}`).join(',')
    const { sheets } = (await officer(seenRoutes.comparison, { query: { columns } })).value
    expect(sheets.map(({ given }) => given?.points)).toEqual(['8.75', '7.5'])
    expect((await officer(seenRoutes.comparison, { query: { columns: 'x~y' } })).status).toBe(422)
  })
})

describe('how firm places are', () => {
  it('is computed once, with progress, and read by everybody', async () => {
    const params = { publicationId: cycle.publication.id }
    expect((await officer(robustnessRoutes.read, { params, query: {} })).value).toMatchObject({ state: 'none', noise: 25 })
    expect((await owner(robustnessRoutes.start, { params, body: { noise: 25 } })).value.state).toBe('running')
    const read = async () => (await officer(robustnessRoutes.read, { params, query: {} })).value
    await expect.poll(async () => (await read()).state, { timeout: 20_000 }).toBe('done')
    const { result, of } = await read()
    expect(result).toMatchObject({ replications: of })
    const first = result?.intervals.find(({ unitId }) => unitId === cycle.units[0]?.id)
    expect(first).toMatchObject({ from: 1, to: 1 })
    expect(result?.criteria.map(({ weight }) => weight).reduce((a, b) => a + b)).toBeCloseTo(1)
    const again = (await officer(robustnessRoutes.start, { params, body: { noise: 25 } })).value
    expect(again.result).toEqual(result)
  })
})

describe('how firm places are while the cycle runs', () => {
  it('is told of all units to whoever sees all scores, and as the scores stand at that moment', async () => {
    const params = { cycleId: cycle.cycleId }
    const { value } = await owner(robustnessRoutes.live, { params, query: { noise: 25 } })
    expect(value).toMatchObject({ state: 'done', of: 500 })
    expect(value.result?.intervals.map(({ unitId }) => unitId).toSorted()).toEqual(
      cycle.units
        .slice(0, 2)
        .map(({ id }) => id)
        .toSorted(),
    )
    expect((await owner(robustnessRoutes.live, { params, query: { noise: 25 } })).value).toEqual(value)
    expect((await officer(robustnessRoutes.live, { params, query: { noise: 25 } })).status).toBe(403)
  })

  it('is told to a unit of itself alone', async () => {
    const params = { cycleId: cycle.cycleId, unitId: cycle.units[1]?.id ?? '' }
    const { value } = await officer(robustnessRoutes.own, { params })
    expect(value).toEqual({ noise: 25, replications: 500, from: 2, to: 2, units: 2 })
    expect((await officer(robustnessRoutes.own, { params: { ...params, unitId: cycle.units[0]?.id ?? '' } })).status).toBe(403)
  })
})

describe('what if', () => {
  const edits = (unitId?: string) => [
    { kind: 'score' as const, ...(unitId && { unit: unitId }), node: '1.1', status: 'scored' as const, points: '2' },
  ]

  it('gives whoever sees all scores the whole group, and a unit its own alone', async () => {
    const all = (await owner(scenarioRoutes.trial, { params: { cycleId: cycle.cycleId } })).value
    expect(all.units).toHaveLength(3)
    expect((await officer(scenarioRoutes.trial, { params: { cycleId: cycle.cycleId } })).status).toBe(403)
    const unitId = cycle.units[1]?.id ?? ''
    const params = { unitId, publicationId: cycle.publication.id }
    const own = (await officer(scenarioRoutes.ownTrial, { params })).value
    expect(own.units.map(({ unit }) => unit.id)).toEqual([unitId])
    expect(own.units[0]?.scores).toBe('1 na 1.5 2.5 2.5')
    expect((await officer(scenarioRoutes.ownTrial, { params: { ...params, unitId: cycle.units[0]?.id ?? '' } })).status).toBe(403)
  })

  it('answers a unit with its own new place and counts, never with others', async () => {
    const unitId = cycle.units[1]?.id ?? ''
    const params = { unitId, publicationId: cycle.publication.id }
    const more = [...edits(unitId), { kind: 'score' as const, unit: unitId, node: '2.1', status: 'scored' as const, points: '3' }]
    const place = (await officer(scenarioRoutes.ownPlace, { params, body: { edits: more } })).value
    expect(place).toMatchObject({ before: { rank: 2 }, after: { rank: 1, points: '9' }, rankedUnits: 2, overtaken: 1, overtakenBy: 0 })
    const foreign = await officer(scenarioRoutes.ownPlace, { params, body: { edits: edits(cycle.units[0]?.id) } })
    expect(foreign.status).toBe(403)
    const tooMuch = [{ kind: 'score' as const, unit: unitId, node: '1.1', status: 'scored' as const, points: '9' }]
    expect((await officer(scenarioRoutes.ownPlace, { params, body: { edits: tooMuch } })).problems[0]).toMatchObject({
      code: 'abovePoints',
      max: '2',
    })
  })

  it('keeps scenarios by name for the person alone, and touches nothing official', async () => {
    const body = { cycleId: cycle.cycleId, group: 'so-nganh', name: 'Nếu đúng hạn', edits: edits() }
    const kept = (await officer(scenarioRoutes.keep, { body })).value
    expect((await officer(scenarioRoutes.keep, { body })).problems[0]?.code).toBe('alreadyExists')
    expect((await owner(scenarioRoutes.list, { query: {} })).value.scenarios).toEqual([])
    const change = { params: { scenarioId: kept.id }, body: { name: 'Nếu đủ', edits: [] } }
    expect((await owner(scenarioRoutes.change, { ...change, ifMatch: 1 })).status).toBe(404)
    expect((await officer(scenarioRoutes.change, { ...change, ifMatch: 1 })).value).toMatchObject({ name: 'Nếu đủ', version: 2 })
    expect((await officer(scenarioRoutes.change, { ...change, ifMatch: 1 })).status).toBe(409)
    expect((await officer(scenarioRoutes.drop, { params: change.params, ifMatch: 2 })).status).toBe(204)
    const changed = await application.owner.selectFrom('score').select('node_id').where('version', '>', 1).execute()
    expect(changed).toEqual([])
  })
})
