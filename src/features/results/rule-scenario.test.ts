import { beforeAll, describe, expect, it } from 'vitest'
import { startTestApplication, type TestApplication } from '../../../test/application.ts'
import { appraiseByFacts, publishAppraised } from '../../../test/appraised-by-facts.ts'
import { departmentsGroup } from '../../../test/authority.ts'
import type { Call } from '../../../test/call.ts'
import type { SmallCycle } from '../../../test/small-cycle.ts'
import type { Edit } from '../../core/results/edits.ts'
import type { ClaimChange } from '../self-assessment/contract.ts'
import { scenarioRoutes } from './scenario-contract.ts'

const set = {
  format: 'parindex/framework@1',
  title: 'Bộ tiêu chí để thử cách tính khác',
  year: 2026,
  unitGroup: departmentsGroup,
  scaleTotal: '4',
  totalCap: '4',
  nodes: [
    {
      code: '1',
      name: 'Tiêu chí',
      children: [
        { code: '1.1', name: 'Hồ sơ đúng hạn', maxPoints: '2', rule: { kind: 'ratio', floor: '50' } },
        { code: '1.2', name: 'Ghi điểm', maxPoints: '2' },
      ],
    },
  ],
}

const claim = (numerator: string, points: string, typed: string): readonly ClaimChange[] => [
  { nodeId: '1.1', version: 0, status: 'scored', points, inputs: { numerator, denominator: '100' }, explanation: 'Báo cáo năm' },
  { nodeId: '1.2', version: 0, status: 'scored', points: typed, explanation: 'Báo cáo năm' },
]
/** 45 of 100 is under the floor of 50, so that the first loses; without the floor it leads. */
const claims = [claim('45', '0', '2'), claim('60', '1.2', '1')]
const noFloor: Edit = { kind: 'rule', node: '1.1', rule: { kind: 'ratio' } }

let application: TestApplication
let cycle: SmallCycle
let publicationId: string
let owner: Call
let officer: Call
beforeAll(async () => {
  application = await startTestApplication()
  cycle = await appraiseByFacts(application, set, claims)
  publicationId = (await publishAppraised(application, cycle)).id
  owner = await application.signInAs('methodowner')
  officer = await application.signInAs('unitofficer.so-1')
})

const unitAt = (index: number): string => cycle.units[index]?.id ?? ''
const placeWith = (...edits: readonly Edit[]) =>
  officer(scenarioRoutes.ownPlace, { params: { unitId: unitAt(0), publicationId }, body: { edits: [...edits] } })

describe('another rule tried on a copy', () => {
  it('gets the facts behind the leaf from whoever sees all, and from nobody else', async () => {
    const at = { params: { cycleId: cycle.cycleId }, query: { nodes: '1.1' } }
    expect((await owner(scenarioRoutes.facts, at)).value.facts).toEqual({
      [unitAt(0)]: { '1.1': { numerator: '45', denominator: '100' } },
      [unitAt(1)]: { '1.1': { numerator: '60', denominator: '100' } },
    })
    expect((await owner(scenarioRoutes.facts, { ...at, query: { nodes: '1.2' } })).value.facts).toEqual({})
    expect((await officer(scenarioRoutes.facts, at)).status).toBe(403)
  })

  it('gives a unit its own facts, and its own new place over everybody’s, whose facts stay with the server', async () => {
    const own = await officer(scenarioRoutes.ownTrial, { params: { unitId: unitAt(0), publicationId } })
    expect(own.value.facts).toEqual({ '1.1': { numerator: '45', denominator: '100' } })
    expect(own.raw.body).not.toContain(unitAt(1))
    const place = await placeWith(noFloor)
    expect(place.value).toMatchObject({ before: { rank: 2, points: '2' }, after: { rank: 1, points: '2.9' }, overtaken: 1, overtakenBy: 0 })
    expect(place.raw.body).not.toContain('60')
    // A floor that takes the other's points too: its facts were scored anew, not only the own ones.
    const higher: Edit = { kind: 'rule', node: '1.1', rule: { kind: 'ratio', floor: '70' } }
    expect((await placeWith(higher)).value).toMatchObject({ after: { rank: 1, points: '2' }, overtaken: 1 })
  })

  it('is refused where the rule cannot be read or the leaf takes no facts', async () => {
    expect((await placeWith({ kind: 'rule', node: '1.1', rule: { kind: 'nothing' } })).status).toBe(422)
    const typed = await placeWith({ kind: 'rule', node: '1.2', rule: { kind: 'ratio' } })
    expect(typed.problems.map(({ code, at }) => `${code} ${at}`)).toEqual(['factsNotAsked 1.2'])
  })

  it('is kept in a named scenario, and nothing official is touched', async () => {
    const body = { cycleId: cycle.cycleId, group: departmentsGroup, name: 'Bỏ mức sàn', edits: [noFloor] }
    expect((await officer(scenarioRoutes.keep, { body })).status).toBe(200)
    const { scenarios } = (await officer(scenarioRoutes.list, { query: { cycleId: cycle.cycleId } })).value
    expect(scenarios.map(({ name, edits }) => ({ name, edits }))).toEqual([{ name: 'Bỏ mức sàn', edits: [noFloor] }])
    const { document } = await application.owner
      .selectFrom('framework')
      .select('document')
      .where('id', '=', cycle.frameworkId)
      .executeTakeFirstOrThrow()
    expect(document).toMatchObject({ nodes: [{ children: [{ rule: { floor: '50' } }, {}] }] })
    const scores = await application.owner
      .selectFrom('score')
      .select(['points'])
      .where('cycle_id', '=', cycle.cycleId)
      .where('node_id', '=', '1.1')
      .where('round', '=', 'firstAppraisal')
      .orderBy('points')
      .execute()
    expect(scores.map(({ points }) => points)).toEqual(['0.0000', '1.2000'])
  })
})
