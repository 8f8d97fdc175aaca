import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fraction } from '../exact/fraction.ts'
import { parsePoints, type Points } from '../exact/points.ts'
import { roundFraction } from '../exact/round.ts'
import { agreementLevel, intraclassCorrelation, leafSpreads, type RatedLeaf, raterAgreements } from './agreement.ts'

const points = (text: string): Points => parsePoints(text) ?? (0 as never)
const leaf = (key: string, given: Readonly<Record<string, string>>, max = '10'): RatedLeaf => ({
  key,
  maxPoints: points(max),
  points: new Map(Object.entries(given).map(([rater, text]) => [rater, points(text)])),
})

/** Shrout and Fleiss 1979, table 2: four judges on six targets; their ICC(2,1) is 0.29. */
const shroutFleiss = ['9 2 5 8', '6 1 3 2', '8 4 6 8', '7 1 2 6', '10 5 6 9', '6 2 4 7'].map((row, at) => {
  const [a = '', b = '', c = '', d = ''] = row.split(' ')
  return leaf(String(at), { a, b, c, d })
})

describe('people who give points on the same leaves', () => {
  it('stand for one another as Shrout and Fleiss reckon it', () => {
    const correlation = intraclassCorrelation(shroutFleiss, ['a', 'b', 'c', 'd'])
    expect(correlation && roundFraction(correlation, 4)).toBe('0.2898')
    expect(correlation && agreementLevel(correlation)).toBe('poor')
  })

  it('are told by how much they give more or less than the others, how far off at all, and how often the same', () => {
    const leaves = [leaf('1', { an: '2', binh: '1', chi: '1' }), leaf('2', { an: '0', binh: '1' }), leaf('3', { an: '1' })]
    const [an, , chi] = raterAgreements(leaves, ['an', 'binh', 'chi'])
    expect(an).toEqual({ rater: 'an', rated: 3, meanDifference: fraction(0n), meanAbsolute: fraction(1n), sameShare: fraction(0n) })
    expect(chi).toEqual({
      rater: 'chi',
      rated: 1,
      meanDifference: fraction(-1n, 2n),
      meanAbsolute: fraction(1n, 2n),
      sameShare: fraction(1n, 2n),
    })
    expect(raterAgreements([leaf('3', { an: '1' })], ['an'])).toEqual([{ rater: 'an', rated: 1 }])
  })

  it('lie apart on a leaf from the least to the most that was given', () => {
    expect(leafSpreads([leaf('1', { an: '2', binh: '0.5', chi: '2' }), leaf('2', { an: '1' })])).toEqual([
      { key: '1', least: points('0.5'), most: points('2'), mean: fraction(3n, 2n) },
    ])
  })

  it('have no correlation where there is nothing to correlate', () => {
    expect(intraclassCorrelation([leaf('1', { a: '1', b: '1' })], ['a', 'b'])).toBeUndefined()
    expect(intraclassCorrelation([leaf('1', { a: '1', b: '1' }), leaf('2', { a: '1' })], ['a', 'b'])).toBeUndefined()
    expect(intraclassCorrelation([leaf('1', { a: '1', b: '1' }), leaf('2', { a: '1', b: '1' })], ['a', 'b'])).toBeUndefined()
    expect(intraclassCorrelation(shroutFleiss, ['a'])).toBeUndefined()
  })

  it('agree wholly where all give the same, whoever comes first, and never more than wholly', () => {
    const row = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 3, maxLength: 3 })
    fc.assert(
      fc.property(fc.array(row, { minLength: 2, maxLength: 8 }), (rows) => {
        const leaves = rows.map(([a = 0, b = 0, c = 0], at) => leaf(String(at), { a: String(a / 4), b: String(b / 4), c: String(c / 4) }))
        const correlation = intraclassCorrelation(leaves, ['a', 'b', 'c'])
        expect(intraclassCorrelation(leaves, ['c', 'a', 'b'])).toEqual(correlation)
        if (correlation) expect(correlation.n <= correlation.d).toBe(true)
        const alike = rows.map(([a = 0], at) => leaf(String(at), { a: String(a / 4), b: String(a / 4), c: String(a / 4) }))
        const whole = intraclassCorrelation(alike, ['a', 'b', 'c'])
        expect(whole === undefined || whole.n === whole.d).toBe(true)
        const sum = raterAgreements(leaves, ['a', 'b', 'c']).reduce(
          (total, { meanDifference }) => total + Number(meanDifference?.n ?? 0n) / Number(meanDifference?.d ?? 1n),
          0,
        )
        expect(Math.abs(sum)).toBeLessThan(1e-9)
      }),
      { seed: 32, numRuns: 60 },
    )
  })

  it('are poor below a half, moderate, good, and excellent from nine tenths', () => {
    expect([fraction(-1n, 5n), fraction(1n, 2n), fraction(3n, 4n), fraction(9n, 10n)].map(agreementLevel)).toEqual([
      'poor',
      'moderate',
      'good',
      'excellent',
    ])
  })
})
