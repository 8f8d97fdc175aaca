import { describe, expect, it } from 'vitest'
import type { Method } from './compute-robustness.ts'
import { correlation, correlationMatrix } from './correlation.ts'
import { effectiveWeights } from './effective-weights.ts'
import { importanceOfIndicators } from './importance.ts'
import { leaveOneOut } from './leave-one-out.ts'
import { rankIntervals } from './rank-interval.ts'
import { weightsAsGiven } from './replication-weights.ts'
import type { Result } from '../result.ts'
import { indexFrom, smallStructure } from './small-index.ts'

const method: Method = { normalisation: { kind: 'none' }, aggregation: 'arithmetic' }
const nan = Number.NaN
const valueOf = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.value
}

describe('correlation', () => {
  it('is Pearson’s, over units that have both', () => {
    expect(correlation(Float64Array.of(1, 2, 3, nan), Float64Array.of(2, 4, 6, 100))).toBeCloseTo(1, 14)
    expect(correlation(Float64Array.of(1, 2, 3), Float64Array.of(3, 2, 1))).toBeCloseTo(-1, 14)
    // x̄ = 2.5, ȳ = 2.5: Σxy = 4, Σx² = 5, Σy² = 5.
    expect(correlation(Float64Array.of(1, 2, 3, 4), Float64Array.of(1, 3, 2, 4))).toBeCloseTo(0.8, 14)
  })

  it('is not known for a column that does not vary or for two units', () => {
    expect(correlation(Float64Array.of(1, 1, 1), Float64Array.of(1, 2, 3))).toBeNull()
    expect(correlation(Float64Array.of(1, 2), Float64Array.of(1, 2))).toBeNull()
  })

  it('fills a symmetric matrix', () => {
    const matrix = correlationMatrix([Float64Array.of(1, 2, 3, 4), Float64Array.of(1, 3, 2, 4), Float64Array.of(4, 3, 2, 1)])
    expect(matrix.map((row) => row.map((value) => Math.round((value ?? 9) * 10) / 10))).toStrictEqual([
      [1, 0.8, -1],
      [0.8, 1, -0.8],
      [-1, -0.8, 1],
    ])
  })
})

describe('what indicators count', () => {
  const index = indexFrom(smallStructure, 'unit,a1,a2,b1\nX,8,4,3\nY,4,8,3\nZ,6,1,3')

  it('by weight is their share of their parent times its share', () => {
    const shares = Object.fromEntries(effectiveWeights(index.structure))
    expect(shares).toStrictEqual({
      T: 1,
      A: expect.closeTo(2 / 3, 14),
      B: expect.closeTo(1 / 3, 14),
      a1: expect.closeTo(1 / 6, 14),
      a2: 0.5,
      b1: expect.closeTo(1 / 3, 14),
    })
  })

  it('in fact is not their weight: one that never varies explains nothing', () => {
    const importance = valueOf(importanceOfIndicators(index, method))
    expect(importance.map(({ code }) => code)).toStrictEqual(['a1', 'a2', 'b1'])
    expect(importance[2]).toStrictEqual({ code: 'b1', effectiveWeight: expect.closeTo(1 / 3, 14), correlation: null, explained: null })
    expect(importance[1]?.explained).toBeGreaterThan(0.9)
  })
})

describe('leaving one indicator out', () => {
  it('puts the indicator that moves ranks most first and names who moves', () => {
    // With all: X 7/3, Y 11/3, Z 1/2. Without a2: X 8, Z 6, Y 4 in A. Without a1: Y, X, Z as before.
    const index = indexFrom(smallStructure, 'unit,a1,a2,b1\nX,8,4,3\nY,4,8,3\nZ,6,1,3')
    expect(valueOf(leaveOneOut(index, method))).toStrictEqual([
      { code: 'a2', meanShift: expect.closeTo(4 / 3, 14), greatestShift: 2, movedMost: ['Y'] },
      { code: 'a1', meanShift: 0, greatestShift: 0, movedMost: [] },
      { code: 'b1', meanShift: 0, greatestShift: 0, movedMost: [] },
    ])
  })
})

describe('rank intervals', () => {
  it('hold nine tenths of the ranks, rounded outward, beside the rank of the unit', () => {
    const index = indexFrom(smallStructure, 'unit,a1,a2,b1\nX,8,4,3\nY,4,8,3\nZ,,,')
    const given = [new Map([['a2', 0]]), new Map<string, number>(), new Map<string, number>()]
    expect(valueOf(rankIntervals(index, method, weightsAsGiven(index.structure, given)))).toStrictEqual([
      { unit: 'X', rank: 2, from: 1, to: 2 },
      { unit: 'Y', rank: 1, from: 1, to: 2 },
      { unit: 'Z', rank: null, from: null, to: null },
    ])
  })
})
