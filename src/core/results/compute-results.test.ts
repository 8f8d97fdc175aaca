import { describe, expect, it } from 'vitest'
import { leavesOf } from '../framework/walk.ts'
import { compute, framework, unit } from './by-hand.ts'

const twoAreas = [
  {
    code: '1',
    name: 'Chỉ đạo, điều hành',
    children: [
      { code: '1.1', name: 'Kế hoạch', maxPoints: '2' },
      { code: '1.2', name: 'Báo cáo', maxPoints: '1,5' },
      { code: '1.3', name: 'Kiểm tra', maxPoints: '2.5' },
    ],
  },
  {
    code: '2',
    name: 'Tác động',
    children: [
      { code: '2.1', name: 'Khảo sát người dân', maxPoints: '3', source: 'survey' },
      { code: '2.2', name: 'Kinh tế - xã hội', maxPoints: '1' },
    ],
  },
] // prettier-ignore

describe('computing results', () => {
  it('gives 68.32 of the 84 points that applied as 81.333 % (Thanh Hóa 2023)', () => {
    const set = framework([
      { code: '1', name: 'Phần áp dụng', maxPoints: '84' },
      { code: '2', name: 'Phần đặc thù', maxPoints: '16' },
    ])
    const results = compute(set, 'unit,code,points,status\nBan Dân tộc,1,68.32,\nBan Dân tộc,2,,notApplicable')
    expect(unit(results, 'Ban Dân tộc')).toMatchObject({ points: '68.32', appliedMax: '84', percent: '81.333333', exact: '61/75', rank: 1 })
  })

  it('gives 61.5 of appraisal and 21.41 of survey as 82.91, with the three full areas in first place together (Quảng Ngãi 2022)', () => {
    const maxima = ['12.5', '10', '10.5', '6.5', '8', '8', '11']
    const areas = maxima.map((maxPoints, index) => ({ code: `${index + 1}`, name: `Lĩnh vực ${index + 1}`, maxPoints }))
    const set = framework([...areas, { code: '8', name: 'Điều tra xã hội học', maxPoints: '33.5', source: 'survey' }])
    const lines = (name: string, points: readonly string[]) => points.map((each, index) => `${name},${index + 1},${each},`).join('\n')
    const csv = `${lines('Ban Dân tộc', ['11.5', '10', '9.5', '6', '8', '8', '8.5', '21.41'])}\n${lines('Sở khác', ['12', '10', '9.5', '6.5', '8', '7', '11', '20'])}`
    const found = unit(compute(set, `unit,code,points,status\n${csv}`), 'Ban Dân tộc')
    expect(found).toMatchObject({ points: '82.91', percent: '82.910000', bySource: { appraised: '61.5', survey: '21.41' } })
    expect(areas.map(({ code }) => found.nodes[code]?.rank)).toStrictEqual([2, 1, 1, 2, 1, 1, 2])
    expect(found.nodes['1']?.percent).toBe('92.000000')
  })

  it('lets three units share the first place of twenty and gives the next the fourth', () => {
    const set = framework([{ code: '1', name: 'Thể chế', maxPoints: '10' }])
    const csv = Array.from({ length: 20 }, (_, index) => `U${index},1,${index < 3 ? '10' : String(9 - index * 0.25)},`).join('\n')
    const ranks = (method: 'competition' | 'dense' | 'ordinal') =>
      compute(set, `unit,code,points,status\n${csv}`, { ranking: method }).units.map((each) => each.rank)
    expect(ranks('competition').slice(0, 5)).toStrictEqual([1, 1, 1, 4, 5])
    expect(ranks('dense').slice(0, 5)).toStrictEqual([1, 1, 1, 2, 3])
    expect(ranks('ordinal').slice(0, 5)).toStrictEqual([1, 2, 3, 4, 5])
  })

  it('keeps zero, not applicable, missing and not measured apart', () => {
    const results = compute(framework(twoAreas), 'unit,code,points,status\nA,1.1,0,\nA,1.2,,notApplicable\nA,2.1,,notMeasured\nA,2.2,1,')
    const { nodes, ...total } = unit(results, 'A')
    expect(total).toMatchObject({ points: '1', appliedMax: '5.5', missing: 1, percent: '18.181818' })
    expect(nodes['1.1']).toStrictEqual({ points: '0', appliedMax: '2', percent: '0.000000', rank: 1 })
    expect(nodes['1.2']).toStrictEqual({ points: null, appliedMax: '0', percent: null, rank: null, status: 'notApplicable' })
    expect(nodes['1.3']).toStrictEqual({ points: null, appliedMax: '2.5', percent: null, rank: null, status: 'missing' })
    expect(nodes['2.1']).toStrictEqual({ points: null, appliedMax: '0', percent: null, rank: null, status: 'notMeasured' })
  })

  it.each([
    ['excluded', { points: '2.75', appliedMax: '5', percent: '55.000000' }],
    ['full', { points: '4.25', appliedMax: '6.5', percent: '65.384615' }],
    ['zero', { points: '2.75', appliedMax: '6.5', percent: '42.307692' }],
    // 1.5 goes over 1.1 and 1.3 (2 + 2.5): both grow by a third, so 1.5 of 2 becomes 2 of 2.6667 and 0.75 of 2.5 becomes 1 of 3.3333.
    ['redistributed', { points: '3.5', appliedMax: '6.5', percent: '53.846154' }],
  ] as const)('treats what does not apply as %s', (treatment, expected) => {
    const set = framework([
      {
        code: '1',
        name: 'Chỉ đạo',
        children: [
          { code: '1.1', name: 'Kế hoạch', maxPoints: '2' },
          { code: '1.2', name: 'Báo cáo', maxPoints: '1.5' },
          { code: '1.3', name: 'Kiểm tra', maxPoints: '2.5' },
        ],
      },
      { code: '2', name: 'Kinh tế', maxPoints: '0.5' },
    ]) // prettier-ignore
    const csv = `unit,code,points,status\nA,1.1,1.5,\nA,1.2,,notApplicable\nA,1.3,0.75,\nA,2,0.5,`
    expect(unit(compute(set, csv, { notApplicable: treatment }), 'A')).toMatchObject(expected)
  })

  it('never ranks a unit that is scored but not ranked, and leaves it no place', () => {
    const set = framework([{ code: '1', name: 'Thể chế', maxPoints: '10' }])
    const results = compute(set, 'unit,code,points,status,ranked\nA,1,9,,\nB,1,10,,no\nC,1,8,,')
    expect(results.units.map((each) => each.rank)).toStrictEqual([1, null, 2])
    expect(unit(results, 'B').nodes['1']?.rank).toBeNull()
    expect(unit(results, 'B').percent).toBe('100.000000')
  })

  it('has no leaf that it forgets', () => {
    const set = framework(twoAreas)
    const results = compute(set, 'unit,code,points,status\nA,1.1,1,')
    expect(unit(results, 'A').missing).toBe(leavesOf(set.nodes).length - 1)
  })
})
