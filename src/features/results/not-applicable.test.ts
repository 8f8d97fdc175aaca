import { beforeAll, describe, expect, it } from 'vitest'
import { startTestApplication, type TestApplication } from '../../../test/application.ts'
import { appraiseByFacts, publishAppraised } from '../../../test/appraised-by-facts.ts'
import { departmentsGroup } from '../../../test/authority.ts'
import type { SmallCycle } from '../../../test/small-cycle.ts'
import type { Treatment } from '../../core/vocabulary.ts'
import type { ClaimChange } from '../self-assessment/contract.ts'
import { resultsRoutes } from './contract.ts'

let application: TestApplication
beforeAll(async () => {
  application = await startTestApplication()
})

/** Four leaves, 5 points: typed points, a branch that does not apply, 0/0 that counts in full by its rule, 0/0 left to the framework. */
const setWith = (notApplicable: Treatment) => ({
  format: 'parindex/framework@1',
  title: 'Bộ tiêu chí thử nghiệm có nội dung không phát sinh',
  year: 2026,
  unitGroup: departmentsGroup,
  scaleTotal: '5',
  totalCap: '5',
  notApplicable,
  nodes: [
    {
      code: '1',
      name: 'Tiêu chí',
      children: [
        { code: '1.1', name: 'Ghi điểm', maxPoints: '2' },
        {
          code: '1.2',
          name: 'Xin lỗi khi trễ hạn',
          maxPoints: '1',
          rule: {
            kind: 'conditional',
            if: 'late > 0',
            then: { rule: { kind: 'ratio', numerator: 'letters', denominator: 'late' } },
            else: { notApplicable: 'Không có hồ sơ trễ hạn' },
          },
        },
        { code: '1.3', name: 'Xử lý kiến nghị', maxPoints: '1', rule: { kind: 'ratio', notApplicable: 'full' } },
        { code: '1.4', name: 'Trả lời phản ánh', maxPoints: '1', rule: { kind: 'ratio' } },
      ],
    },
  ],
})

const nothing = { numerator: '0', denominator: '0' }
const half = { numerator: '1', denominator: '2' }
const typed: ClaimChange = { nodeId: '1.1', version: 0, status: 'scored', points: '1', explanation: 'Báo cáo năm' }
const away = (nodeId: string, inputs: ClaimChange['inputs']): ClaimChange => ({ nodeId, version: 0, status: 'notApplicable', inputs })
const halved = (nodeId: string, inputs: ClaimChange['inputs']): ClaimChange => ({
  nodeId,
  version: 0,
  status: 'scored',
  points: '0.5',
  inputs,
})

/** The first unit has nothing to count, the second half of everything. */
const claims: readonly (readonly ClaimChange[])[] = [
  [typed, away('1.2', { late: '0' }), away('1.3', nothing), away('1.4', nothing)],
  [typed, halved('1.2', { late: '4', letters: '2' }), halved('1.3', half), halved('1.4', half)],
]

const appraisedCycle = (notApplicable: Treatment): Promise<SmallCycle> => appraiseByFacts(application, setWith(notApplicable), claims)

const rankingOf = async ({ cycleId }: SmallCycle) => {
  const owner = await application.signInAs('methodowner')
  const { units } = (await owner(resultsRoutes.ranking, { params: { cycleId }, query: { round: 'firstAppraisal' } })).value
  return units.map(({ total: { points, appliedMax, percent, rank }, notApplicable }) => ({
    points,
    appliedMax,
    percent,
    rank,
    notApplicable,
  }))
}

describe('facts whose rule says that the criterion does not arise', () => {
  it('take its maximum out of the denominator, but where the rule itself counts it in full, and move the ranks', async () => {
    const cycle = await appraisedCycle('excluded')
    expect((await rankingOf(cycle)).slice(0, 2)).toEqual([
      { points: '2', appliedMax: '3', percent: '66.666667', rank: 1, notApplicable: 3 },
      { points: '2.5', appliedMax: '5', percent: '50.000000', rank: 2, notApplicable: 0 },
    ])
  })

  it('count as nothing where the framework says so', async () => {
    const cycle = await appraisedCycle('zero')
    expect((await rankingOf(cycle)).slice(0, 2)).toEqual([
      { points: '2.5', appliedMax: '5', percent: '50.000000', rank: 1, notApplicable: 0 },
      { points: '2', appliedMax: '5', percent: '40.000000', rank: 2, notApplicable: 3 },
    ])
  })

  it('are themselves the basis, on the sheet and in what is published, although nobody wrote one', async () => {
    const cycle = await appraisedCycle('excluded')
    const owner = await application.signInAs('methodowner')
    const at = { cycleId: cycle.cycleId, unitId: cycle.units[0]?.id ?? '' }
    const bases = [
      ['1.2', 'notApplicable', 'Không có hồ sơ trễ hạn'],
      ['1.3', 'notApplicable', 'số liệu bằng 0, không có trường hợp nào để tính'],
    ]
    const live = (await owner(resultsRoutes.sheet, { params: at })).value
    expect(live.rows.filter(({ id }) => id === '1.2' || id === '1.3').map(({ id, given }) => [id, given?.status, given?.basis])).toEqual(
      bases,
    )
    const params = { publicationId: (await publishAppraised(application, cycle)).id, unitId: at.unitId }
    const frozen = (await owner(resultsRoutes.publishedSheet, { params })).value
    expect(frozen.rows.filter(({ id }) => id === '1.2' || id === '1.3').map(({ id, given }) => [id, given?.status, given?.basis])).toEqual(
      bases,
    )
    expect(frozen.given).toMatchObject({ percent: '66.666667', appliedMax: '3', rank: 1 })
  })
})
