import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parsePoints, pointsText, sumPoints, type Points } from './points.ts'

const seed = { seed: 7512 }

describe('points', () => {
  it.each([
    ['0,75', 7500],
    ['0.75', 7500],
    ['16,25', 162_500],
    ['1.81', 18_100],
    ['0,0001', 1],
    ['100', 1_000_000],
    ['-2,5', -25_000],
    ['-0', 0],
    [' 3 ', 30_000],
  ])('are read from %s', (text, expected) => {
    expect(parsePoints(text)).toBe(expected)
    expect(Object.is(parsePoints(text), -0)).toBe(false)
  })

  it.each(['', ' ', '1,23456', '1e3', '0x1', '1.2.3', '1,2.3', '.5', '5.', 'một', 'NaN', 'Infinity', '1 000', '1234567890', '--1'])(
    'are never guessed from "%s"',
    (text) => {
      expect(parsePoints(text)).toBeUndefined()
    },
  )

  it('come back from their text, whatever they are', () => {
    fc.assert(
      fc.property(fc.integer({ min: -9_999_999_990_000, max: 9_999_999_990_000 }), (count) => {
        expect(parsePoints(pointsText(count as Points))).toBe(count === 0 ? 0 : count)
      }),
      seed,
    )
  })

  it('add up without the error of floats', () => {
    const tenth = parsePoints('0,1') ?? (0 as Points)
    expect(pointsText(sumPoints([tenth, tenth, tenth]))).toBe('0.3')
  })
})
