import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decimalText, parseDecimal } from './decimal.ts'
import {
  addFractions,
  compareFractions,
  divideFractions,
  type Fraction,
  fraction,
  fractionText,
  multiplyFractions,
  subtractFractions,
} from './fraction.ts'
import { roundFraction } from './round.ts'

const seed = { seed: 681_284 }
const anyFraction = fc.tuple(fc.bigInt(-(10n ** 9n), 10n ** 9n), fc.bigInt(1n, 10n ** 6n)).map(([n, d]) => fraction(n, d))
const third = fraction(1n, 3n)

describe('quotients', () => {
  it('stand in lowest terms with a positive denominator', () => {
    expect(fractionText(fraction(6832n, 8400n))).toBe('61/75')
    expect(fractionText(fraction(1n, -2n))).toBe('-1/2')
    expect(fractionText(fraction(0n, -7n))).toBe('0/1')
    expect(() => fraction(1n, 0n)).toThrow(new RangeError('fraction with denominator zero'))
  })

  it('obey the rules of arithmetic', () => {
    const same = (a: Fraction, b: Fraction) => expect(fractionText(a)).toBe(fractionText(b))
    fc.assert(
      fc.property(anyFraction, anyFraction, anyFraction, (a, b, c) => {
        same(addFractions(a, b), addFractions(b, a))
        same(subtractFractions(addFractions(a, b), b), a)
        same(multiplyFractions(a, addFractions(b, c)), addFractions(multiplyFractions(a, b), multiplyFractions(a, c)))
        if (b.n !== 0n) same(multiplyFractions(divideFractions(a, b), b), a)
        expect(Math.sign(compareFractions(a, b))).toBe(-Math.sign(compareFractions(b, a)) + 0)
        expect(compareFractions(a, b) === 0).toBe(fractionText(a) === fractionText(b))
      }),
      seed,
    )
  })
})

describe('rounding', () => {
  it.each([
    ['halfUp', fraction(1n, 8n), 2, '0.13'],
    ['halfUp', fraction(-1n, 8n), 2, '-0.13'],
    ['halfEven', fraction(1n, 8n), 2, '0.12'],
    ['halfEven', fraction(3n, 8n), 2, '0.38'],
    ['halfEven', fraction(-1n, 8n), 2, '-0.12'],
    ['floor', fraction(-1n, 8n), 2, '-0.13'],
    ['ceiling', fraction(-1n, 8n), 2, '-0.12'],
    ['ceiling', fraction(1n, 8n), 2, '0.13'],
    ['ceiling', fraction(1n, 8n), 3, '0.125'],
    ['floor', fraction(-1n, 8n), 3, '-0.125'],
    ['ceiling', fraction(0n), 2, '0.00'],
    ['halfUp', fraction(5n, 2n), 0, '3'],
    ['halfUp', fraction(-1n, 1000n), 2, '0.00'],
    ['halfUp', fraction(244n, 3n), 3, '81.333'],
  ] as const)('%s of an exact quotient happens once and as named', (mode, value, digits, expected) => {
    expect(roundFraction(value, digits, mode)).toBe(expected)
  })

  it('never moves a value by more than half of the last place', () => {
    fc.assert(
      fc.property(anyFraction, fc.integer({ min: 0, max: 8 }), (value, digits) => {
        const rounded = parseDecimal(roundFraction(value, digits)) ?? third
        const moved = subtractFractions(rounded, value)
        const half = fraction(1n, 2n * 10n ** BigInt(digits))
        expect(compareFractions(moved.n < 0n ? fraction(-moved.n, moved.d) : moved, half)).toBeLessThanOrEqual(0)
      }),
      seed,
    )
  })
})

describe('decimals', () => {
  it('print all digits where these end within six, else six rounded half up, without trailing zeros', () => {
    expect([fraction(0n), fraction(100n), fraction(171n, 250n), third, fraction(-5n, 2n), fraction(2n, 3n)].map(decimalText)).toStrictEqual(
      ['0', '100', '0.684', '0.333333', '-2.5', '0.666667'],
    )
  })

  it('are read with point or comma and nothing else', () => {
    expect(['81.333333', '81,5', '-0.5', ' 7 '].map((text) => fractionText(parseDecimal(text) ?? third))).toStrictEqual([
      '81333333/1000000',
      '163/2',
      '-1/2',
      '7/1',
    ])
    for (const text of ['', '.', '1.', '.5', '1e3', 'x', '1/2']) expect(parseDecimal(text)).toBeUndefined()
  })
})
