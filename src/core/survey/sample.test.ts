import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDecimal } from '../exact/decimal.ts'
import { compareFractions, type Fraction, fraction, multiplyFractions } from '../exact/fraction.ts'
import { roundFraction } from '../exact/round.ts'
import { allocate, allocations } from './allocate.ts'
import { drawSample } from './draw.ts'
import { marginOfMean, marginOfShare, marginOfWeighted } from './margin.ts'
import { sampleSize, yamaneSize } from './sample-size.ts'
import { squareRoot } from './square-root.ts'

const decimal = (text: string): Fraction => parseDecimal(text) ?? fraction(0n)
const sizeOf = (population: number | undefined, margin = '0.05', confidence: '90' | '95' | '99' = '95', share = '0.5') =>
  sampleSize({ margin: decimal(margin), confidence, share: decimal(share) }, population)
const rounded = (value: Fraction | undefined, digits = 4) => value && roundFraction(value, digits)

describe('the size of a sample', () => {
  // Krejcie and Morgan, Determining sample size for research activities, 1970, print 384 for very many people; rounded up, as a sample has to be, it is 385.
  it.each([
    [undefined, 385],
    [1_000_000, 385],
    [10_000, 370],
    [1000, 278],
    [500, 218],
    [100, 80],
    [10, 10],
    [1, 1],
  ])('of %s people for ±5 % at 95 % is %s', (population, expected) => {
    expect(sizeOf(population)).toBe(expected)
  })

  it('follows margin, confidence and expected share', () => {
    expect(sizeOf(undefined, '0.03')).toBe(1068)
    expect(sizeOf(undefined, '0.05', '99')).toBe(664)
    expect(sizeOf(undefined, '0.05', '90')).toBe(271)
    expect(sizeOf(undefined, '0.05', '95', '0.8')).toBe(246)
  })

  it('after Yamane is N / (1 + N·e²), rounded up', () => {
    expect([10_000, 2000, 900, 1].map((population) => yamaneSize(population, decimal('0.05')))).toStrictEqual([385, 334, 277, 1])
  })

  it('never exceeds the people there are', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 1, max: 20 }), (population, percent) => {
        const margin = fraction(BigInt(percent), 100n)
        expect(yamaneSize(population, margin)).toBeLessThanOrEqual(population)
        expect(sampleSize({ margin, confidence: '99', share: decimal('0.5') }, population)).toBeLessThanOrEqual(population)
      }),
      { seed: 71 },
    )
  })
})

describe('the allocation over strata', () => {
  const strata = [
    { id: 'a', population: 600 },
    { id: 'b', population: 300 },
    { id: 'c', population: 100 },
  ]

  it('is in proportion, alike, or after Neyman, by hand', () => {
    expect(allocate(100, strata, 'proportional')).toStrictEqual([60, 30, 10])
    expect(allocate(100, strata, 'equal')).toStrictEqual([34, 33, 33])
    // Deviations 0.5, 0.4, 0.3: 300, 120 and 30 of 450.
    const spread = strata.map((stratum, index) => ({ ...stratum, share: decimal(['0.5', '0.2', '0.1'][index] ?? '') }))
    expect(allocate(45, spread, 'neyman')).toStrictEqual([30, 12, 3])
  })

  it('gives what a small stratum cannot hold to the others', () => {
    expect(
      allocate(
        90,
        [
          { id: 'a', population: 10 },
          { id: 'b', population: 500 },
          { id: 'c', population: 500 },
        ],
        'equal',
      ),
    ).toStrictEqual([10, 40, 40])
    expect(allocate(5000, strata, 'equal')).toStrictEqual([600, 300, 100])
    expect(
      allocate(
        10,
        strata.map((stratum) => ({ ...stratum, share: fraction(1n) })),
        'neyman',
      ),
    ).toStrictEqual([6, 3, 1])
  })

  it('adds up exactly and asks nobody twice, whatever the strata', () => {
    const any = fc.array(fc.record({ population: fc.nat(400), percent: fc.integer({ min: 0, max: 100 }) }), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(any, fc.nat(3000), fc.constantFrom(...allocations), (list, total, allocation) => {
        const made = list.map(({ population, percent }, index) => ({ id: `s${index}`, population, share: fraction(BigInt(percent), 100n) }))
        const parts = allocate(total, made, allocation)
        const everyone = list.reduce((sum, { population }) => sum + population, 0)
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(Math.min(total, everyone))
        for (const [index, part] of parts.entries()) {
          expect(part).toBeGreaterThanOrEqual(0)
          expect(part).toBeLessThanOrEqual(list[index]?.population ?? 0)
        }
      }),
      { seed: 72 },
    )
  })
})

describe('a draw', () => {
  const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
  const list = Array.from({ length: 60 }, (_, index) => ({ key: `p${index}`, stratum: index % 3 === 0 ? 'a' : 'b' }))
  const sizes = new Map([
    ['a', { sample: 5, reserve: 3 }],
    ['b', { sample: 10, reserve: 100 }],
  ])
  const keys = (people: readonly { key: string }[]) => people.map(({ key }) => key)

  it('is the same again with the same seed, in whatever order the list stands, and another with another', () => {
    const drawn = drawSample(list, sizes, '2026', sha256)
    expect(drawSample(list.toReversed(), sizes, '2026', sha256)).toStrictEqual(drawn)
    expect(keys(drawSample(list, sizes, '2027', sha256).sample)).not.toStrictEqual(keys(drawn.sample))
  })

  it('takes so many of each stratum, the reserve apart, nobody twice', () => {
    const { sample, reserve } = drawSample(list, sizes, '2026', sha256)
    expect(sample.filter(({ stratum }) => stratum === 'a').length).toBe(5)
    expect(sample.filter(({ stratum }) => stratum === 'b').length).toBe(10)
    expect(reserve.length).toBe(3 + 30)
    expect(new Set(keys([...sample, ...reserve])).size).toBe(sample.length + reserve.length)
  })

  it('takes anybody as often as anybody else', () => {
    const times = new Map<string, number>()
    for (let seed = 0; seed < 600; seed++)
      for (const { key } of drawSample(list, new Map([['a', { sample: 5, reserve: 0 }]]), String(seed), sha256).sample)
        times.set(key, (times.get(key) ?? 0) + 1)
    // 20 people, 5 drawn, 600 times: 150 expected of each, deviation 10.6; within five of them.
    expect(times.size).toBe(20)
    for (const count of times.values()) expect(Math.abs(count - 150)).toBeLessThan(53)
  })
})

describe('the margin reached', () => {
  it('is that of textbooks', () => {
    // 1.96 · √(0.25/385) = 0.04995; with N = 1000: × √(615/999).
    expect(rounded(marginOfShare(decimal('0.5'), 385, '95'))).toBe('0.0499')
    expect(rounded(marginOfShare(decimal('0.5'), 385, '95', 1000))).toBe('0.0392')
    expect(rounded(marginOfShare(decimal('0.5'), 1067, '95'))).toBe('0.0300')
    expect(rounded(marginOfShare(decimal('0.8'), 100, '95'))).toBe('0.0784')
    expect(rounded(marginOfShare(decimal('0.5'), 100, '99'))).toBe('0.1288')
    expect(marginOfShare(decimal('0.5'), 0, '95')).toBeUndefined()
    expect(rounded(marginOfShare(decimal('0.5'), 50, '95', 50))).toBe('0.0000')
  })

  it('of a mean goes by the deviation of the answers', () => {
    // 2, 4, 4, 4, 5, 5, 7, 9: s² = 32/7; 1.96 · √(32/56) = 1.48162.
    expect(rounded(marginOfMean({ valid: 8, sum: 40, squares: 232 }, '95'))).toBe('1.4816')
    expect(marginOfMean({ valid: 1, sum: 4, squares: 16 }, '95')).toBeUndefined()
  })

  it('of weighted groups adds their variances by the squares of the weights', () => {
    // 0.6² · 0.25/100 + 0.4² · 0.16/50 = 0.0009 + 0.000512; 1.96 · √0.001412 = 0.07365, rounded up.
    const parts = [
      { share: decimal('0.5'), answers: 100, weight: decimal('60') },
      { share: decimal('0.8'), answers: 50, weight: decimal('40') },
    ]
    expect(rounded(marginOfWeighted(parts, '95'))).toBe('0.0737')
    expect(marginOfWeighted([...parts, { share: decimal('0.5'), answers: 0, weight: decimal('1') }], '95')).toBeUndefined()
  })

  it('rests on a root that is never above the true one and less than a unit of its last decimal below', () => {
    const any = fc.tuple(fc.bigInt(0n, 10n ** 12n), fc.bigInt(1n, 10n ** 9n)).map(([n, d]) => fraction(n, d))
    fc.assert(
      fc.property(any, (value) => {
        const root = squareRoot(value, 6)
        const next = fraction(root.n * 1_000_000n + root.d, root.d * 1_000_000n)
        expect(compareFractions(multiplyFractions(root, root), value)).toBeLessThanOrEqual(0)
        expect(compareFractions(multiplyFractions(next, next), value)).toBeGreaterThan(0)
      }),
      { seed: 73 },
    )
    expect(() => squareRoot(fraction(-1n))).toThrow(RangeError)
  })
})
