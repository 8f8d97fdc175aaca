import { describe, expect, it } from 'vitest'
import { normalise } from './normalise.ts'

const nan = Number.NaN
const column = (...values: number[]) => Float64Array.from(values)

describe('normalising an indicator', () => {
  it('min–max lays the least on the lower end and the greatest on the upper; missing stays missing', () => {
    expect([...normalise(column(2, nan, 6, 4), 1, { kind: 'minmax', low: 0, high: 100 })]).toStrictEqual([0, nan, 100, 50])
    expect([...normalise(column(2, 6, 4), 1, { kind: 'minmax', low: 1, high: 7 })]).toStrictEqual([1, 7, 4])
  })

  it('direction −1 turns the order before normalising', () => {
    expect([...normalise(column(2, 6, 3), -1, { kind: 'minmax', low: 0, high: 100 })]).toStrictEqual([100, 0, 75])
    expect([...normalise(column(2, 6), -1, { kind: 'none' })]).toStrictEqual([-2, -6])
  })

  it('goalposts are in the unit of the data, cut off what lies beyond, and turn with the direction', () => {
    const posts = { kind: 'goalposts', low: 0, high: 10, scale: 1 } as const
    expect([...normalise(column(-5, 1, 10, 12, nan), 1, posts)]).toStrictEqual([0, 0.1, 1, 1, nan])
    // The example of COINr's documentation: 1 between 0 and 10 is 0.9 of the way where less is better.
    expect([...normalise(column(1, 12, -5), -1, posts)]).toStrictEqual([0.9, 0, 1])
    expect([...normalise(column(5), 1, { ...posts, scale: 100 })]).toStrictEqual([50])
  })

  it('z-scores divide by n − 1: 2, 4, 6 has standard deviation 2', () => {
    expect([...normalise(column(2, 4, nan, 6), 1, { kind: 'zscore', mean: 0, deviation: 1 })]).toStrictEqual([-1, 0, nan, 1])
    expect([...normalise(column(2, 4, 6), -1, { kind: 'zscore', mean: 10, deviation: 2 })]).toStrictEqual([12, 10, 8])
  })

  it('a constant indicator becomes missing where its range or deviation is divided by, and only there', () => {
    expect([...normalise(column(3, 3, nan), 1, { kind: 'minmax', low: 0, high: 100 })]).toStrictEqual([nan, nan, nan])
    expect([...normalise(column(3, 3), 1, { kind: 'zscore', mean: 0, deviation: 1 })]).toStrictEqual([nan, nan])
    expect([...normalise(column(3, 3), 1, { kind: 'none' })]).toStrictEqual([3, 3])
    expect([...normalise(column(3, 3), 1, { kind: 'goalposts', low: 0, high: 6, scale: 1 })]).toStrictEqual([0.5, 0.5])
  })
})
