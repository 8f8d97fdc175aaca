import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rankByKey } from './rank.ts'
import { sortByKey } from './sort-by-key.ts'

const runs = { seed: 3321, numRuns: 500 }

const order = (count: number) => Int32Array.from({ length: count }, (_, index) => index)
const field = (groups: readonly number[]) => ({ order: order(groups.length), groups: Int32Array.from(groups), groupCount: 3 })
const ranks = (
  keys: readonly number[],
  method: 'competition' | 'dense' | 'ordinal',
  groups = keys.map(() => 0),
  ties: readonly number[][] = [],
) => [
  ...rankByKey(
    field(groups),
    Float64Array.from(keys),
    method,
    ties.map((each) => Float64Array.from(each)),
  ),
] // prettier-ignore

describe('ranks', () => {
  it('share a place and skip the next ones, close up, or never tie', () => {
    expect(ranks([9, 7, 9, 8], 'competition')).toStrictEqual([1, 4, 1, 3])
    expect(ranks([9, 7, 9, 8], 'dense')).toStrictEqual([1, 3, 1, 2])
    expect(ranks([9, 7, 9, 8], 'ordinal')).toStrictEqual([1, 4, 2, 3])
  })

  it('leave out who has no key or no group, and count each group by itself', () => {
    expect(ranks([9, Number.NaN, 8, 7, 9], 'competition', [0, 0, -1, 0, 1])).toStrictEqual([1, 0, 0, 2, 1])
  })

  it('are broken by the first key that differs; who has none comes last; what nothing breaks stays shared', () => {
    expect(
      ranks([5, 5, 5, 5], 'competition', undefined, [
        [1, 2, 2, Number.NaN],
        [0, 3, 3, 9],
      ]),
    ).toStrictEqual([3, 1, 1, 4]) // prettier-ignore
    expect(ranks([5, 5, 6], 'competition', undefined, [[1, 2, 0]])).toStrictEqual([3, 2, 1])
  })

  it('say how many of the group are better, for any keys', () => {
    const key = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.double({ noDefaultInfinity: true }))
    fc.assert(
      fc.property(fc.array(fc.tuple(key, fc.integer({ min: -1, max: 2 })), { maxLength: 60 }), (units) => {
        const found = ranks(
          units.map(([each]) => each),
          'competition',
          units.map(([, group]) => group),
        )
        units.forEach(([own, group], unit) => {
          const better = units.filter(([each, other]) => other === group && each > own).length
          expect(found[unit]).toBe(group < 0 || Number.isNaN(own) ? 0 : better + 1)
        })
      }),
      runs,
    )
  })
})

describe('sorting by key', () => {
  it('goes from the greatest to the least and keeps the order of equals', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.double({ noNaN: true }), fc.constantFrom(0, -0, 1, -1)), { maxLength: 80 }), (keys) => {
        const expected = [...order(keys.length)].sort((a, b) => {
          const [x, y] = [keys[a] as number, keys[b] as number]
          return x === y ? a - b : x > y ? -1 : 1
        })
        expect([...sortByKey(order(keys.length), Float64Array.from(keys))]).toStrictEqual(expected)
      }),
      runs,
    )
  })

  it('never takes two different quotients of the largest framework for equal, nor for each other', () => {
    const max = 40_000_000
    const near = fc.record({
      m: fc.integer({ min: max - 2000, max }),
      p: fc.integer({ min: 1, max: 2 * max }),
      step: fc.integer({ min: -3, max: 3 }),
      other: fc.integer({ min: max - 2000, max }),
    })
    fc.assert(
      fc.property(near, ({ m, p, step, other }) => {
        const q = Math.round((p * other) / m) + step
        const exact = BigInt(p) * BigInt(other) - BigInt(q) * BigInt(m)
        expect(Math.sign(p / m - q / other)).toBe(exact > 0n ? 1 : exact < 0n ? -1 : 0)
      }),
      { seed: 3321, numRuns: 20_000 },
    )
  })
})
