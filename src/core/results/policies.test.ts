import { describe, expect, it } from 'vitest'
import type { Trace } from '../score.ts'
import { compute, framework, unit } from './by-hand.ts'

const mixed = [
  {
    code: '1',
    name: 'Chỉ đạo',
    children: [
      { code: '1.1', name: 'Kế hoạch', maxPoints: '1' },
      { code: '1.2', name: 'Khảo sát', maxPoints: '2', source: 'survey' },
    ],
  },
  {
    code: '2',
    name: 'Thể chế',
    children: [
      { code: '2.1', name: 'Rà soát', maxPoints: '4' },
      { code: '2.2', name: 'Hài lòng', maxPoints: '3', source: 'survey' },
    ],
  },
] // prettier-ignore

const header = 'unit,code,points,status,treatment'

describe('a maximum that is redistributed', () => {
  it('goes to the nearest node above that has a leaf of the same source, never to another source', () => {
    const results = compute(framework(mixed), `${header}\nA,1.1,,notApplicable,redistributed\nA,1.2,1,,\nA,2.1,2,,\nA,2.2,3,,`)
    const { nodes, ...total } = unit(results, 'A')
    expect(total).toMatchObject({ points: '6.5', appliedMax: '10', percent: '65.000000' })
    expect(nodes['1.1']).toMatchObject({ points: null, appliedMax: '0', status: 'notApplicable' })
    expect(nodes['1.2']).toMatchObject({ points: '1', appliedMax: '2' })
    expect(nodes['2.1']).toMatchObject({ points: '2.5', appliedMax: '5' })
  })

  it('drops out where no leaf of its source applies', () => {
    const results = compute(
      framework(mixed),
      `${header}\nA,1.1,,notApplicable,redistributed\nA,1.2,1,,\nA,2.1,,notApplicable,redistributed\nA,2.2,3,,`,
    )
    expect(unit(results, 'A')).toMatchObject({ points: '4', appliedMax: '5' })
  })

  it('is shared with a leaf whose score is still missing, which keeps its grown maximum', () => {
    const set = framework([
      { code: '1', name: 'A', children: ['1', '1', '2'].map((maxPoints, index) => ({ code: `1.${index + 1}`, name: 'x', maxPoints })) },
    ])
    const results = compute(set, `${header}\nA,1.1,1,,\nA,1.2,,missing,\nA,1.3,,notApplicable,redistributed`)
    expect(unit(results, 'A')).toMatchObject({ points: '2', appliedMax: '4', missing: 1 })
  })
})

describe('who decides on what does not apply', () => {
  const points = (more: object, node: object, line: string, option?: 'full') =>
    unit(
      compute(
        framework(
          [
            { code: '1', name: 'x', maxPoints: '1', ...node },
            { code: '2', name: 'y', maxPoints: '1' },
          ],
          more,
        ),
        `${header}\nA,1,,notApplicable,${line}\nA,2,1,,`,
        option && { notApplicable: option },
      ),
      'A',
    )

  it('is the line before the node, the node before the framework, the framework before the option', () => {
    expect(points({ notApplicable: 'zero' }, { notApplicable: 'excluded' }, 'full')).toMatchObject({ points: '2', appliedMax: '2' })
    expect(points({ notApplicable: 'zero' }, { notApplicable: 'full' }, '')).toMatchObject({ points: '2', appliedMax: '2' })
    expect(points({ notApplicable: 'zero' }, {}, '', 'full')).toMatchObject({ points: '1', appliedMax: '2' })
    expect(points({}, {}, '', 'full')).toMatchObject({ points: '2', appliedMax: '2' })
    expect(points({}, {}, '')).toMatchObject({ points: '1', appliedMax: '1' })
  })
})

describe('bonus and penalty', () => {
  const set = (totalCap: string | null) =>
    framework(
      [
        { code: '1', name: 'Phần chính', maxPoints: '100' },
        {
          code: 'C',
          name: 'Điểm cộng',
          counting: 'bonus',
          maxPoints: '3',
          children: [
            { code: 'C1', name: 'Sáng kiến', maxPoints: '2' },
            { code: 'C2', name: 'Giải thưởng', maxPoints: '2' },
          ],
        },
        { code: 'T', name: 'Điểm trừ', counting: 'penalty', maxPoints: '5' },
      ],
      { totalCap },
    ) // prettier-ignore

  it('stand outside the maximum, within their own, and are added after the base', () => {
    const results = compute(
      set(null),
      `${header}\nA,1,98.5,,\nA,C1,2.5,,\nA,C2,2,,\nA,T,0.25,,\nB,1,98.5,,\nB,C1,0,,\nB,C2,0,,\nB,T,-0.25,,`,
    )
    const { nodes, ...total } = unit(results, 'A')
    expect(total).toMatchObject({ points: '101.25', appliedMax: '100', percent: '101.250000', rank: 1 })
    expect([nodes['C'], nodes['C1'], nodes['T']]).toMatchObject([
      { points: '3', appliedMax: '3' },
      { points: '2', appliedMax: '2' },
      { points: '-0.25', appliedMax: '5' },
    ])
    expect(unit(results, 'B')).toMatchObject({ points: '98.25', rank: 2 })
  })

  it('never carry the total above its cap, nor below zero', () => {
    const results = compute(set('100'), `${header}\nA,1,98.5,,\nA,C1,2,,\nA,C2,2,,\nB,1,1,,\nB,T,4,,`)
    expect(unit(results, 'A')).toMatchObject({ points: '100', percent: '100.000000' })
    expect(unit(results, 'B')).toMatchObject({ points: '0', percent: '0.000000' })
  })

  it('give nothing where they do not apply, even under the policy of full points', () => {
    const results = compute(set(null), `${header}\nA,1,90,,\nA,C1,,notApplicable,full\nA,C2,0,,\nA,T,0,,`)
    expect(unit(results, 'A').points).toBe('90')
  })
})

describe('a block that was not measured', () => {
  const csv = `${header}\nA,1.1,1,,\nA,1.2,,notMeasured,\nA,2.1,2,,\nA,2.2,,notMeasured,`
  it('leaves the maximum, counts zero, or carries last cycle’s share, as the framework says', () => {
    const previous = compute(framework(mixed), `${header}\nA,1.1,1,,\nA,1.2,1.5,,\nA,2.1,4,,\nA,2.2,1,,`)
    const total = (absentBlock: string, before = previous) =>
      unit(compute(framework(mixed, { absentBlock }), csv, { previous: before }), 'A')
    expect(total('rescale')).toMatchObject({ points: '3', appliedMax: '5', percent: '60.000000' })
    expect(total('zero')).toMatchObject({ points: '3', appliedMax: '10' })
    expect(total('carry')).toMatchObject({ points: '5.5', appliedMax: '10', bySource: { appraised: '3', survey: '2.5' } })
    expect(total('carry', { ...previous, units: [] })).toMatchObject({ points: '3', appliedMax: '5' })
  })

  it('cannot be carried from nowhere', () => {
    expect(() => compute(framework(mixed, { absentBlock: 'carry' }), csv)).toThrow('missingField')
  })
})

describe('ranks, classes and changes', () => {
  const set = (more: object = {}) =>
    framework(
      [
        { code: '1', name: 'a', maxPoints: '60' },
        { code: '2', name: 'b', maxPoints: '40', source: 'survey' },
      ],
      more,
    )

  it('tell 91.004 from 91.001 unless the framework compares what it prints', () => {
    const csv = `${header}\nA,1,60,,\nA,2,31.001,,\nB,1,60,,\nB,2,31.004,,\nC,1,60,,\nC,2,31.01,,`
    const ranks = (more: object) => compute(set(more), csv).units.map(({ rank }) => rank)
    expect(ranks({})).toStrictEqual([3, 2, 1])
    expect(ranks({ ranking: { precision: 2 } })).toStrictEqual([2, 2, 1])
    expect(ranks({ ranking: { precision: 2, method: 'dense' } })).toStrictEqual([2, 2, 1])
  })

  it('break ties of the total by source and then by node, and share the place where nothing decides', () => {
    const csv = `${header}\nA,1,50,,\nA,2,40,,\nB,1,55,,\nB,2,35,,\nC,1,55,,\nC,2,35,,`
    const ranks = (tieBreak: string[]) => compute(set({ ranking: { tieBreak } }), csv).units.map(({ rank }) => rank)
    expect(ranks([])).toStrictEqual([1, 1, 1])
    expect(ranks(['appraised'])).toStrictEqual([3, 1, 1])
    expect(ranks(['survey'])).toStrictEqual([1, 2, 2])
    expect(ranks(['2', 'appraised'])).toStrictEqual([1, 2, 2])
  })

  it('rank each group by itself, in total and at every node', () => {
    const results = compute(set(), 'unit,code,points,status,group\nA,1,10,,sở\nA,2,40,,sở\nB,1,60,,xã\nB,2,1,,xã\nC,1,50,,sở\nC,2,1,,sở')
    expect(results.units.map(({ rank, nodes }) => [rank, nodes['1']?.rank, nodes['2']?.rank])).toStrictEqual([
      [2, 2, 1],
      [1, 1, 1],
      [1, 1, 2],
    ]) // prettier-ignore
  })

  it('put 90 into the band that includes it and count a bonus above 100 as 100', () => {
    const classes = [
      { name: 'A', from: '90', fromInclusive: true, to: '100', toInclusive: true },
      { name: 'B', from: '80', fromInclusive: true, to: '90', toInclusive: false },
    ]
    const nodes = [
      { code: '1', name: 'a', maxPoints: '100' },
      { code: 'C', name: 'c', maxPoints: '5', counting: 'bonus' },
    ]
    const results = compute(
      framework(nodes, { classes, totalCap: null }),
      `${header}\nA,1,90,,\nB,1,89.9999,,\nC,1,100,,\nC,C,3,,\nD,1,79,,`,
    )
    expect(results.units.map((each) => each.class)).toStrictEqual(['A', 'B', 'A', undefined])
  })

  it('show more points and a lower place side by side (Quảng Nam 2023, hiện đại hóa 11.08 → 11.59)', () => {
    const before = compute(set(), `${header}\nA,1,11.08,,\nA,2,0,,\nB,1,10,,\nB,2,0,,`)
    const now = compute(set(), `${header}\nA,1,11.59,,\nA,2,0,,\nB,1,12,,\nB,2,0,,`, { previous: before })
    expect(unit(now, 'A').change).toStrictEqual({ points: '0.51', percent: '0.510000', rank: -1 })
    expect(unit(now, 'B').change).toStrictEqual({ points: '2', percent: '2.000000', rank: 1 })
  })

  it('have neither points nor a place where every leaf is missing', () => {
    const results = compute(set(), `${header}\nA,1,,missing,\nB,1,5,,`)
    expect(unit(results, 'A')).toMatchObject({ points: null, percent: null, exact: null, rank: null, missing: 2, appliedMax: '100' })
    expect(unit(results, 'B')).toMatchObject({ points: '5', rank: 1, missing: 1 })
  })

  it('round the percent half up at the sixth decimal, in whole numbers as in quotients', () => {
    const set = framework([{ code: '1', name: 'a', maxPoints: '0.0512' }])
    for (const trace of [false, true]) {
      const results = compute(set, `${header}\nA,1,0.0001,,`, { trace })
      expect(unit(results, 'A')).toMatchObject({ percent: '0.195313', exact: '1/512' })
    }
  })
})

describe('the trace of a figure', () => {
  const steps = (trace: Trace | undefined): unknown => trace && [trace.step, trace.result, ...(trace.parts ?? []).map(steps)]

  it('leads from the percent of the unit to what was entered, with every policy on the way', () => {
    const results = compute(
      framework(mixed),
      `${header}\nA,1.1,,notApplicable,redistributed\nA,1.2,,notMeasured,\nA,2.1,2,,\nA,2.2,,missing,`,
      { trace: true },
    )
    const found = unit(results, 'A')
    expect(steps(found.trace)).toStrictEqual([
      'percent',
      '31.250000',
      [
        'sumOfChildren',
        '2.5',
        ['sumOfChildren', '', ['notApplicable', ''], ['rescaled', '']],
        ['sumOfChildren', '2.5', ['redistributed', '2.5'], ['missing', '']],
      ],
    ]) // prettier-ignore
    expect(found.nodes['2.1']?.trace?.facts).toStrictEqual({ node: '2.1', maxPoints: '4', appliedMax: '5', factor: '5/4' })
    expect(found.nodes['1.1']?.trace?.facts).toMatchObject({ treatment: 'redistributed', basis: 'line', movedTo: 'total' })
    expect(found.nodes['2']?.trace?.facts).toStrictEqual({ node: '2', appliedMax: '8', percent: '31.250000' })
  })

  it('shows the cap of the total and what it held back', () => {
    const nodes = [
      { code: '1', name: 'a', maxPoints: '100' },
      { code: 'C', name: 'c', maxPoints: '5', counting: 'bonus' },
    ]
    const results = compute(framework(nodes), `${header}\nA,1,99,,\nA,C,7,,`, { trace: true })
    const [cap] = unit(results, 'A').trace?.parts ?? []
    expect(cap).toMatchObject({ step: 'totalCap', result: '100', facts: { totalCap: '100', adjusted: '104' } })
    expect(cap?.parts?.[1]).toMatchObject({ step: 'bonus', result: '5', facts: { entered: '7', appliedMax: '5' } })
  })
})
