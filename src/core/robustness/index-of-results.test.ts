import { describe, expect, it } from 'vitest'
import { type Points, parsePoints } from '../exact/points.ts'
import { parseFramework } from '../framework/parse-framework.ts'
import { type NodeId, nodeId, unitId } from '../ids.ts'
import { computeResults } from '../results/compute-results.ts'
import type { LeafScore } from '../results/scores.ts'
import { computeRobustness } from './compute-robustness.ts'
import { groupsOf, indexOfResults } from './index-of-results.ts'

const parsed = parseFramework({
  format: 'parindex/framework@1',
  title: 'Bộ tiêu chí',
  year: 2026,
  nodes: [
    {
      code: '1',
      name: 'Chỉ đạo',
      children: [
        { code: '1.1', name: 'Kế hoạch', maxPoints: '2' },
        { code: '1.2', name: 'Báo cáo', maxPoints: '6' },
      ],
    },
    { code: '2', name: 'Thể chế', maxPoints: '2' },
    { code: '3', name: 'Điểm cộng', counting: 'bonus', maxPoints: '1' },
  ],
})
if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
const framework = parsed.value

const scored = (points: string): LeafScore => ({ status: 'scored', points: parsePoints(points) as Points })
const unit = (name: string, group: string, scores: Readonly<Record<string, LeafScore>>, ranked = true) => ({
  unit: unitId(name),
  group,
  ranked,
  scores: new Map<NodeId, LeafScore>(Object.entries(scores).map(([id, score]) => [nodeId(id), score])),
})

const computed = computeResults(framework, [
  unit('Sở Nội vụ', 'sở', { '1.1': scored('1'), '1.2': scored('6'), '2': scored('1.5'), '3': scored('1') }),
  unit('Sở Y tế', 'sở', { '1.1': scored('2'), '2': { status: 'notApplicable' } }),
  unit('Ban Dân tộc', 'sở', { '1.1': scored('2') }, false),
  unit('Xã A', 'xã', { '1.1': scored('2') }),
])
if (!computed.ok) throw new Error(JSON.stringify(computed.problems))
const results = computed.value

describe('published results as a composite index', () => {
  const index = indexOfResults(framework, results, 'sở')

  it('hold ranked units of one group, base leaves and their maxima as weights', () => {
    expect(groupsOf(results)).toStrictEqual(['sở', 'xã'])
    expect(index.units).toStrictEqual(['Sở Nội vụ', 'Sở Y tế'])
    expect(index.structure.nodes.map(({ code, parent, level, weight }) => [code, parent, level, weight])).toStrictEqual([
      ['1', 'total', 2, 8],
      ['1.1', '1', 1, 2],
      ['1.2', '1', 1, 6],
      ['2', 'total', 1, 2],
      ['total', undefined, 3, 1],
    ])
  })

  it('count missing points as none and leave out what does not apply', () => {
    expect(index.columns.map((column) => [...column])).toStrictEqual([
      [50, 100],
      [100, 0],
      [75, Number.NaN],
    ])
  })

  it('come to the percents of the results under the arithmetic mean, bonus apart', () => {
    const robustness = computeRobustness(index, { normalisation: { kind: 'none' }, aggregation: 'arithmetic' })
    const scores = robustness.ok ? robustness.value.robustness.scores : {}
    expect(scores['Sở Nội vụ']).toStrictEqual({ '1': 87.5, '1.1': 50, '1.2': 100, '2': 75, total: expect.closeTo(85, 12) })
    expect(scores['Sở Y tế']).toStrictEqual({ '1': 25, '1.1': 100, '1.2': 0, '2': null, total: 25 })
  })
})
