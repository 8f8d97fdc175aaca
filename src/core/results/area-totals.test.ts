import { describe, expect, it } from 'vitest'
import { type Points, parsePoints } from '../exact/points.ts'
import { parseFramework } from '../framework/parse-framework.ts'
import { type NodeId, nodeId } from '../ids.ts'
import { areaTotals } from './area-totals.ts'
import { planOf } from './plan.ts'
import type { LeafScore } from './scores.ts'

const parsed = parseFramework({
  format: 'parindex/framework@1',
  title: 'Thử',
  year: 2026,
  nodes: [
    {
      code: '1',
      name: 'Một',
      children: [
        { code: '1.1', name: 'a', maxPoints: '2' },
        { code: '1.2', name: 'b', maxPoints: '1', ifAny: true },
      ],
    },
    { code: '2', name: 'Hai', children: [{ code: '2.1', name: 'c', maxPoints: '3' }] },
  ],
})
if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
const plan = planOf(parsed.value)
const scored = (text: string): LeafScore => ({ status: 'scored', points: parsePoints(text) as Points })
const totals = (scores: Record<string, LeafScore>) =>
  areaTotals(plan, new Map<NodeId, LeafScore>(Object.entries(scores).map(([id, score]) => [nodeId(id), score])))

describe('running totals', () => {
  it('of nothing have no points and the whole maximum', () => {
    expect(totals({})[0]).toStrictEqual({ nodeId: '', points: null, appliedMax: '6', percent: null, answered: 0, leaves: 3 })
  })

  it('stand for the whole and each area', () => {
    expect(totals({ '1.1': scored('1.5'), '2.1': scored('3') })).toStrictEqual([
      { nodeId: '', points: '4.5', appliedMax: '6', percent: '75.000000', answered: 2, leaves: 3 },
      { nodeId: '1', points: '1.5', appliedMax: '3', percent: '50.000000', answered: 1, leaves: 2 },
      { nodeId: '2', points: '3', appliedMax: '3', percent: '100.000000', answered: 1, leaves: 1 },
    ])
  })

  it('follow what becomes of a leaf that does not apply', () => {
    const [excluded] = totals({ '1.2': { status: 'notApplicable' }, '2.1': scored('3') })
    expect(excluded).toMatchObject({ points: '3', appliedMax: '5', answered: 2 })
    const [full] = totals({ '1.2': { status: 'notApplicable', treatment: 'full' }, '2.1': scored('3') })
    expect(full).toMatchObject({ points: '4', appliedMax: '6' })
  })
})
