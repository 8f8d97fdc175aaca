import { describe, expect, it } from 'vitest'
import { parsePoints, type Points } from '../exact/points.ts'
import { parseFramework } from '../framework/parse-framework.ts'
import { leavesOf } from '../framework/walk.ts'
import { carryScore, takesAll } from './carry-score.ts'

const points = (text: string): Points => parsePoints(text) as Points
const leafWith = (rest: object) => {
  const read = parseFramework({
    format: 'parindex/framework@1',
    title: 'T',
    year: 2026,
    nodes: [{ code: '1', name: 'A', maxPoints: '2', ...rest }],
  })
  const [leaf] = read.ok ? leavesOf(read.value.nodes) : []
  if (!leaf) throw new Error(JSON.stringify(read))
  return leaf
}
const ratio = { kind: 'ratio' }
const half = { numerator: '1', denominator: '2' }

describe('what a leaf of another version takes of a score', () => {
  it('is points within its maximum, and above it nothing: they stay as they were typed', () => {
    const typed = { status: 'scored', points: points('2') } as const
    expect(carryScore(leafWith({}), typed)).toEqual({ outcome: 'asItWas', score: typed })
    const kept = { outcome: 'toSettle', score: { status: 'missing', typedPoints: points('2') } }
    expect(carryScore(leafWith({ maxPoints: '1' }), typed)).toEqual(kept)
    expect(carryScore(leafWith({ rule: ratio }), typed)).toEqual(kept)
  })

  it('is points again that an earlier version did not take, where it does', () => {
    const unsettled = { status: 'missing', typedPoints: points('2') } as const
    expect(carryScore(leafWith({ maxPoints: '1' }), unsettled).outcome).toBe('toSettle')
    expect(carryScore(leafWith({}), unsettled).score).toMatchObject({ status: 'scored', points: points('2') })
  })

  it('is facts, scored by its own rule; where they do not suffice they stay to be completed', () => {
    const byFacts = { status: 'scored', points: points('1'), inputs: half } as const
    expect(carryScore(leafWith({ rule: ratio }), byFacts).outcome).toBe('asItWas')
    expect(carryScore(leafWith({ maxPoints: '4', rule: ratio }), byFacts)).toMatchObject({
      outcome: 'scoredAnew',
      score: { points: points('2'), inputs: half },
    })
    const other = carryScore(leafWith({ rule: { kind: 'linear' } }), byFacts)
    expect(other).toEqual({ outcome: 'toSettle', score: { status: 'missing', inputs: half } })
  })

  it('is a decision only with the reason that less points need', () => {
    const decided = { status: 'scored', points: points('1'), claimedPoints: points('1'), inputs: half } as const
    const less = leafWith({ maxPoints: '1', rule: ratio })
    expect(carryScore(less, decided)).toMatchObject({ outcome: 'toSettle', score: { typedPoints: points('0.5') } })
    expect(carryScore(less, { ...decided, reason: 'Thiếu văn bản' }).outcome).toBe('scoredAnew')
  })

  it('is a claim of not arising, unless its rule applies to every unit; and nothing that was measured on another scale', () => {
    const away = { status: 'notApplicable' } as const
    expect(carryScore(leafWith({}), away).outcome).toBe('asItWas')
    expect(carryScore(leafWith({ rule: { kind: 'manual', notApplicable: 'refused' } }), away).outcome).toBe('toSettle')
    expect(carryScore(leafWith({ source: 'survey' }), { status: 'scored', points: points('1') }).outcome).toBe('toSettle')
  })

  it('need not be looked at where maximum and rule are the same', () => {
    expect(takesAll(leafWith({ name: 'B' }), leafWith({}))).toBe(true)
    expect([takesAll(leafWith({ maxPoints: '1' }), leafWith({})), takesAll(leafWith({ rule: ratio }), leafWith({}))]).toEqual([
      false,
      false,
    ])
  })
})
