import { describe, expect, it } from 'vitest'
import { quantile, rankStatistics } from './rank-statistics.ts'

describe('statistics of ranks over replications', () => {
  it('quantiles of type 7 lie between the two nearest ranks', () => {
    expect(quantile([1, 2, 3, 4], 0.05)).toBeCloseTo(1.15, 12)
    expect(quantile([1, 2, 3, 4], 0.95)).toBeCloseTo(3.85, 12)
    expect(quantile([1, 2, 10], 0.5)).toBe(2)
    expect(quantile([7], 0.95)).toBe(7)
  })

  it('replications without a rank are left out', () => {
    expect(rankStatistics(Int32Array.of(4, 0, 1, 2, 0, 3))).toStrictEqual({
      mean: 2.5,
      median: 2.5,
      p05: 1.15,
      p95: expect.closeTo(3.85, 12),
    })
    expect(rankStatistics(Int32Array.of(0, 0))).toStrictEqual({ mean: null, median: null, p05: null, p95: null })
  })

  it('sorts by size, not by letters', () => {
    expect(rankStatistics(Int32Array.of(10, 9, 100)).median).toBe(10)
  })
})
