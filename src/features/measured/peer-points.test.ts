import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { startTestApplication, type TestApplication } from '../../../test/application.ts'
import { departmentsGroup } from '../../../test/authority.ts'
import type { Call } from '../../../test/call.ts'
import { createSmallCycle, type SmallCycle } from '../../../test/small-cycle.ts'
import { statementsOf } from '../../../test/statements.ts'
import { appraisalRoutes } from '../appraisal/contract.ts'
import { resultsRoutes } from '../results/contract.ts'
import { selfAssessmentRoutes } from '../self-assessment/contract.ts'
import { peerRoutes } from './peer-contract.ts'

const set = {
  format: 'parindex/framework@1',
  title: 'Bộ tiêu chí so với đơn vị khác',
  year: 2026,
  unitGroup: departmentsGroup,
  scaleTotal: '5',
  totalCap: '5',
  nodes: [
    {
      code: '1',
      name: 'Hồ sơ trực tuyến',
      maxPoints: '5',
      rule: { kind: 'peerRelative', inputs: [{ name: 'value', label: 'Tỷ lệ trực tuyến' }] },
    },
  ],
}

let application: TestApplication
let owner: Call
let cycle: SmallCycle
const place = (unit: number) => ({ cycleId: cycle.cycleId, unitId: cycle.units[unit]?.id ?? '' })
const pointsOf = async (round: string) => {
  const { rows } = await sql<{ points: string | null }>`
    select points::float::text as points from score s join unit u on u.id = s.unit_id
    where cycle_id = ${cycle.cycleId} and round = ${round} order by u.code`.execute(application.owner)
  return rows.map(({ points }) => points)
}
const claim = async (unit: number, value: string, version = 0) => {
  const officer = await application.signInAs(`unitofficer.so-${unit + 1}`)
  const claims = [{ nodeId: '1', version, status: 'missing' as const, inputs: { value } }]
  expect((await officer(selfAssessmentRoutes.change, { params: place(unit), body: { claims } })).problems).toEqual([])
  return officer
}
const submit = async (officer: Call, unit: number) => {
  const sheet = (await officer(selfAssessmentRoutes.sheet, { params: place(unit) })).value
  const sent = await officer(selfAssessmentRoutes.submit, {
    params: place(unit),
    ifMatch: sheet.version,
    idempotencyKey: randomUUID(),
    body: { acceptsMissing: false },
  })
  expect(sent.problems).toEqual([])
}
const compute = async () => (await owner(peerRoutes.compute, { params: { cycleId: cycle.cycleId } })).value.passed

beforeAll(async () => {
  application = await startTestApplication()
  owner = await application.signInAs('methodowner')
  cycle = await createSmallCycle(application.owner, application.authority, 'selfAssessing', null, set)
})

describe('points that depend on the other units', () => {
  it('are asked for by the own value alone, which is enough to submit', async () => {
    for (const [unit, value] of ['60', '80'].entries()) await submit(await claim(unit, value), unit)
    await claim(2, '90')
    expect(await pointsOf('claimed')).toEqual([null, null, null])
  })

  it('are given when the office that owns the method asks, by what was submitted alone, and once more changes nothing', async () => {
    expect((await compute())[0]).toMatchObject({ round: 'claimed', units: 2, changed: 2 })
    expect(await pointsOf('claimed')).toEqual(['3.75', '5', null])
    expect((await compute())[0]).toMatchObject({ units: 2, changed: 0 })
    const { leaves } = (await owner(peerRoutes.read, { params: { cycleId: cycle.cycleId } })).value
    expect(leaves[0]?.best).toEqual({ value: '80', units: [cycle.units[1]?.name ?? 'Sở 2'] })
  })

  it('are made of scores that one statement reads in each of the two open rounds, however many units take part', async () => {
    const { statements } = await statementsOf(compute)
    expect(statements.filter((each) => /from "score"/.test(each) && each.startsWith('select'))).toHaveLength(2)
  })

  it('follow when another unit submits a better value', async () => {
    await submit(await application.signInAs('unitofficer.so-3'), 2)
    expect((await compute())[0]).toMatchObject({ units: 3, changed: 3 })
    expect(await pointsOf('claimed')).toEqual(['3.3333', '4.4444', '5'])
  })

  it('name the best unit to whoever sees all', async () => {
    const query = { node: '1', round: 'claimed' as const }
    const all = (await owner(resultsRoutes.trace, { params: place(0), query })).value
    expect(JSON.stringify(all)).toContain('bestNames')
  })

  it('are given for the last time when the appraisal is closed, with the facts as they were decided, and tell a unit the best value alone', async () => {
    const appraiser = await application.signInAs('appraiser')
    for (const unit of [0, 1, 2]) {
      const value = ['60', '80', '40'][unit] ?? ''
      const decisions = [{ nodeId: '1', version: 0, status: 'missing' as const, inputs: { value } }]
      expect((await appraiser(appraisalRoutes.change, { params: place(unit), body: { decisions } })).problems).toEqual([])
    }
    await sql`update cycle_unit set stage = 'approved' where cycle_id = ${cycle.cycleId}`.execute(application.owner)
    const closed = await owner(appraisalRoutes.close, {
      params: { cycleId: cycle.cycleId },
      idempotencyKey: randomUUID(),
      body: { acceptsUnsubmitted: false },
    })
    expect(closed.problems).toEqual([])
    expect(await pointsOf('firstAppraisal')).toEqual(['3.75', '5', '2.5'])
    const officer = await application.signInAs('unitofficer.so-1')
    const own = JSON.stringify((await officer(resultsRoutes.trace, { params: place(0), query: { node: '1' } })).value)
    expect(own).toContain('"best":"80"')
    expect([own.includes('bestNames'), own.includes(cycle.units[1]?.id ?? '-')]).toEqual([false, false])
  })
})
