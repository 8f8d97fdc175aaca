import { describe, expect, it } from 'vitest'
import { parsePoints, pointsText } from '../exact/points.ts'
import { parseFramework } from '../framework/parse-framework.ts'
import { leavesOf } from '../framework/walk.ts'
import { summariseCriterion } from './criterion-summary.ts'
import type { LeafScore } from './scores.ts'

const leaves = () => {
  const framework = parseFramework({
    format: 'parindex/framework@1',
    title: 'Bộ tiêu chí',
    year: 2026,
    nodes: [
      { code: '1', name: 'Kế hoạch', maxPoints: '2' },
      { code: '2', name: 'Vi phạm', maxPoints: '1', counting: 'penalty' },
    ],
  })
  if (!framework.ok) throw new Error(JSON.stringify(framework.problems))
  return leavesOf(framework.value.nodes)
}

const scored = (text: string): LeafScore => {
  const points = parsePoints(text)
  if (points === undefined) throw new Error(text)
  return { status: 'scored', points }
}

describe('a criterion across units', () => {
  it('counts who has the maximum, nothing and something, and keeps apart who has no points at all', () => {
    const [leaf] = leaves()
    if (!leaf) throw new Error()
    const summary = summariseCriterion(leaf, [
      { given: scored('2'), claimed: scored('2') },
      { given: scored('1.25'), claimed: scored('2') },
      { given: scored('0'), claimed: { status: 'missing' } },
      { given: { status: 'notApplicable' } },
      { given: { status: 'missing' } },
    ])
    expect(summary).toMatchObject({ full: 1, between: 1, zero: 1, notApplicable: 1, missing: 1, notMeasured: 0 })
    expect([summary.given, summary.lost].map(pointsText)).toStrictEqual(['3.25', '2.75'])
    expect(summary).toMatchObject({ lowered: 1, raised: 0, both: 2 })
    expect([summary.claimedOfBoth, summary.givenOfBoth].map(pointsText)).toStrictEqual(['4', '3.25'])
  })

  it('takes a penalty that was not given for the best', () => {
    const penalty = leaves()[1]
    if (!penalty) throw new Error()
    const summary = summariseCriterion(penalty, [{ given: scored('0') }, { given: { status: 'scored', points: penalty.maxPoints } }])
    expect(summary).toMatchObject({ full: 1, zero: 1, between: 0 })
  })
})
