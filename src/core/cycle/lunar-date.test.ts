import { describe, expect, it } from 'vitest'
import { lunarDate } from './lunar-date.ts'

describe('the Vietnamese lunar calendar', () => {
  it('gives Tết as the almanacs print it, also in 1985 and 2007, where Beijing has another day', () => {
    const printed: readonly (readonly [number, string])[] = [
      [1968, '1968-01-29'],
      [1985, '1985-01-21'],
      [2007, '2007-02-17'],
      [2015, '2015-02-19'],
      [2020, '2020-01-25'],
      [2021, '2021-02-12'],
      [2022, '2022-02-01'],
      [2023, '2023-01-22'],
      [2024, '2024-02-10'],
      [2025, '2025-01-29'],
      [2026, '2026-02-17'],
      [2027, '2027-02-06'],
      [2030, '2030-02-02'],
    ]
    expect(printed.map(([year]) => [year, lunarDate(year, 1, 1)])).toStrictEqual(printed)
  })

  it('gives the Hùng Kings’ day, also after a leap second month', () => {
    expect([2022, 2023, 2024, 2025, 2026, 2027].map((year) => lunarDate(year, 3, 10))).toStrictEqual([
      '2022-04-10',
      '2023-04-29',
      '2024-04-18',
      '2025-04-07',
      '2026-04-26',
      '2027-04-16',
    ])
  })

  it('knows every leap month of almanacs: after it, and only then, the months come thirty days later', () => {
    // Source: printed almanacs. Year and leap month; in 2033 the eleventh month is doubled, which the year after is reckoned from.
    const leapMonths: readonly (readonly [number, number])[] = [
      [2001, 4],
      [2004, 2],
      [2006, 7],
      [2009, 5],
      [2012, 4],
      [2014, 9],
      [2017, 6],
      [2020, 4],
      [2023, 2],
      [2025, 6],
      [2028, 5],
      [2031, 3],
    ]
    const daysBetween = (from: string, until: string): number => (Date.parse(until) - Date.parse(from)) / 86_400_000
    for (const [year, leap] of leapMonths)
      for (let month = 1; month < 10; month++) {
        const days = daysBetween(lunarDate(year, month, 1), lunarDate(year, month + 1, 1))
        expect([year, month, days > 50]).toStrictEqual([year, month, month === leap])
      }
    expect(lunarDate(2033, 1, 1)).toBe('2033-01-31')
    expect(lunarDate(2034, 1, 1)).toBe('2034-02-19')
  })
})
