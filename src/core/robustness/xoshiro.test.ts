import { describe, expect, it } from 'vitest'
import { xoshiro, xoshiroWords } from './xoshiro.ts'

describe('xoshiro128**', () => {
  it('gives the first words of the published reference for the state 1, 2, 3, 4', () => {
    const step = xoshiroWords([1, 2, 3, 4])
    const words = [11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804]
    expect(words.map(() => step())).toStrictEqual(words)
  })

  it('spreads numbers evenly over [0, 1), also from neighbouring seeds', () => {
    for (const seed of [0, 1, 2, 4_294_967_295]) {
      const random = xoshiro(seed)
      const numbers = Array.from({ length: 20_000 }, random)
      const tenths = Array.from({ length: 10 }, (_, tenth) => numbers.filter((value) => Math.floor(value * 10) === tenth).length)
      expect(Math.min(...tenths)).toBeGreaterThan(1850)
      expect(Math.max(...tenths)).toBeLessThan(2150)
    }
    expect(xoshiro(1)()).not.toBeCloseTo(xoshiro(2)(), 3)
  })

  it('gives the same numbers for the same seed', () => {
    const [first, second] = [xoshiro(42), xoshiro(42)]
    expect(Array.from({ length: 5 }, first)).toStrictEqual(Array.from({ length: 5 }, second))
  })
})
