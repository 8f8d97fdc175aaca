import { describe, expect, it } from 'vitest'
import { parsePoints, type Points } from '../exact/points.ts'
import { parseFramework } from '../framework/parse-framework.ts'
import { type NodeId, nodeId, unitId } from '../ids.ts'
import type { UnitResult } from '../results/results.ts'
import { planOfResult, publishedScore } from './plan-of-result.ts'

const points = (text: string): Points => parsePoints(text) as Points

describe('a plan out of a published result', () => {
  const read = parseFramework({
    format: 'parindex/framework@1',
    title: 'Bộ tiêu chí',
    year: 2025,
    nodes: [
      {
        code: '1',
        name: 'Chỉ đạo',
        children: [
          { code: '1.1', name: 'Kế hoạch', children: [{ code: '1.1.1', name: 'Ban hành', maxPoints: '2' }] },
          { code: '1.2', name: 'Báo cáo', maxPoints: '1' },
          { code: '1.3', name: 'Điểm cộng', maxPoints: '1', counting: 'bonus' },
        ],
      },
      { code: '2', name: 'Khảo sát', children: [{ code: '2.1', name: 'Hài lòng', maxPoints: '3', source: 'survey' }] },
    ],
  })
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  const framework = read.value
  const sum = { points: '1.5', appliedMax: '2', percent: null, rank: null }
  const total: UnitResult = {
    ...sum,
    unit: unitId('A'),
    points: '3.123456',
    appliedMax: '6.500000',
    exact: null,
    bySource: { appraised: '0', survey: '0', external: '0', panel: '0' },
    nodes: { '1': { ...sum, points: '1.500050', appliedMax: '3' } },
  }
  const scored = (text: string) => ({ status: 'scored' as const, points: points(text) })
  const outcomeOf = (
    scores: Record<
      string,
      ReturnType<typeof scored> | { status: 'notMeasured' } | { status: 'notApplicable'; treatment?: 'zero' | 'excluded' }
    >,
  ) => ({
    scores: new Map(Object.entries(scores).map(([id, score]) => [nodeId(id), score])),
    disputed: new Set<never>(),
    earlier: [],
  })
  const none = { rank: null, of: 3 }
  const places = {
    total: { rank: 2, of: 3 },
    areas: new Map<NodeId, { rank: number | null; of: number }>([
      [nodeId('1'), { rank: 1, of: 3 }],
      [nodeId('2'), none],
    ]),
  }

  it('begins with points of four decimals, the places that there are, and areas with their leaves', () => {
    const plan = planOfResult(framework, outcomeOf({ '1.1.1': scored('1.5') }), { total, places })
    expect(plan.result).toStrictEqual({ points: '3.1234', maxPoints: '6.5', rank: 2, of: 3 })
    expect(plan.areas).toStrictEqual([
      { id: '1', code: '1', name: 'Chỉ đạo', leaves: 3, maxPoints: '3', points: '1.5', rank: 1, of: 3 },
      { id: '2', code: '2', name: 'Khảo sát', leaves: 1, maxPoints: '3' },
    ])
    const unranked = planOfResult(framework, outcomeOf({}), { total: { ...total, points: '3' }, places: { total: none, areas: new Map() } })
    expect(unranked.result).toStrictEqual({ points: '3', maxPoints: '6.5' })
    expect(unranked.areas[0]).toStrictEqual({ id: '1', code: '1', name: 'Chỉ đạo', leaves: 3, maxPoints: '3', points: '1.5' })
    expect(planOfResult(framework, outcomeOf({}), { total: { ...total, points: null }, places })).not.toHaveProperty('result')
  })

  it('has a loss for what was not reached, and a target for every leaf of the base that may count', () => {
    const plan = planOfResult(
      framework,
      outcomeOf({ '1.1.1': scored('1.5'), '1.2': scored('1'), '1.3': scored('0'), '2.1': scored('2') }),
      { total, places },
    )
    expect(plan.losses).toStrictEqual([
      expect.objectContaining({ leaf: '1.1.1', maxPoints: '2', points: '1.5', lost: '0.5', repeatedFrom: [], documents: [], causes: [] }),
      expect.objectContaining({ leaf: '2.1', lost: '1', kind: 'survey' }),
    ])
    expect(plan.losses[0]).not.toHaveProperty('kind')
    expect(plan.targets).toStrictEqual([
      {
        leaf: '1.1.1',
        code: '1.1.1',
        area: '1',
        source: 'appraised',
        name: 'Ban hành',
        headings: [{ code: '1.1', name: 'Kế hoạch' }],
        maxPoints: '2',
        result: '1.5',
        targets: {},
      },
      { leaf: '1.2', code: '1.2', area: '1', source: 'appraised', name: 'Báo cáo', headings: [], maxPoints: '1', result: '1', targets: {} },
      { leaf: '2.1', code: '2.1', area: '2', source: 'survey', name: 'Hài lòng', headings: [], maxPoints: '3', result: '2', targets: {} },
    ])
    const others = outcomeOf({
      '1.1.1': { status: 'notMeasured' },
      '1.2': { status: 'notApplicable' },
      '2.1': { status: 'notApplicable', treatment: 'zero' },
    })
    expect(planOfResult(framework, others, { total, places }).targets.map(({ leaf }) => leaf)).toStrictEqual(['2.1'])
    const unscored = planOfResult(framework, outcomeOf({}), { total, places }).targets
    expect(unscored.map((each) => [each.leaf, 'result' in each])).toStrictEqual([
      ['1.1.1', false],
      ['1.2', false],
      ['2.1', false],
    ])
  })

  it('reads the score of a leaf as it was published', () => {
    const score = (change: object) => publishedScore({ ...sum, ...change }, parsePoints)
    expect(
      [undefined, {}, { status: 'missing' as const }, { points: null }, { points: 'x' }].map((change) =>
        change ? score(change) : publishedScore(undefined, parsePoints),
      ),
    ).toStrictEqual([{ status: 'missing' }, scored('1.5'), { status: 'missing' }, { status: 'missing' }, { status: 'missing' }])
    expect(['0', '2'].map((appliedMax) => score({ status: 'notApplicable', appliedMax }))).toStrictEqual([
      { status: 'notApplicable', treatment: 'excluded' },
      { status: 'notApplicable', treatment: 'zero' },
    ])
    expect(score({ status: 'notMeasured' })).toStrictEqual({ status: 'notMeasured' })
  })
})
