import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareFractions, fraction, fractionText } from '../exact/fraction.ts'
import { rankTotals } from './rank-totals.ts'

const policy = { method: 'competition', tieBreak: [], precision: 'full' } as const
const total = (exact: string | null, ranked = true) => ({ exact, ranked, tieKeys: [] })

describe('ranks of sums added up before', () => {
  it('share a place where the quotients are equal, and skip the next', () => {
    expect(rankTotals([total('1/2'), total('3/4'), total('1/2'), total('1/4')], policy)).toStrictEqual([2, 1, 2, 4])
  })

  it('give no place to whoever is not ranked or has nothing', () => {
    expect(rankTotals([total('1/2'), total('3/4', false), total(null)], policy)).toStrictEqual([1, null, null])
  })

  it('compare as precisely as the framework prints', () => {
    const close = [total('66666/100000'), total('66667/100000')]
    expect(rankTotals(close, { ...policy, precision: 2 })).toStrictEqual([1, 1])
    expect(rankTotals(close, policy)).toStrictEqual([2, 1])
  })

  it('go by the tie-break list where quotients are equal', () => {
    const tied = [fraction(1n), fraction(2n), fraction(2n)].map((key) => ({ exact: '1/2', ranked: true, tieKeys: [key] }))
    expect(rankTotals(tied, { ...policy, tieBreak: ['appraised'] })).toStrictEqual([3, 1, 1])
  })

  it('are the exact ones, however close or long the quotients are', () => {
    const quotient = fc.oneof(
      fc.tuple(fc.integer({ min: 0, max: 9_999_999 }), fc.integer({ min: 9_999_000, max: 9_999_999 })),
      fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 20 })),
      fc.tuple(fc.integer({ min: 0, max: 2 ** 40 }), fc.integer({ min: 2 ** 39, max: 2 ** 40 })),
    )
    fc.assert(
      fc.property(fc.array(quotient, { maxLength: 40 }), (pairs) => {
        const values = pairs.map(([n, d]) => fraction(BigInt(n), BigInt(d)))
        const expected = values.map((own) => 1 + values.filter((other) => compareFractions(other, own) > 0).length)
        expect(
          rankTotals(
            values.map((value) => total(fractionText(value))),
            policy,
          ),
        ).toStrictEqual(expected)
      }),
      { seed: 20_261_121, numRuns: 300 },
    )
  })
})
