import { describe, expect, it } from 'vitest'
import { isWorkingDay, publicHolidays } from './holidays.ts'

describe('public holidays', () => {
  it('of 2025 are those of the Labour Code, with a day in lieu of the Saturday in Tết', () => {
    expect(publicHolidays(2025).map(({ day, kind }) => `${day} ${kind}`)).toStrictEqual([
      '2025-01-01 newYear',
      '2025-01-28 lunarNewYear',
      '2025-01-29 lunarNewYear',
      '2025-01-30 lunarNewYear',
      '2025-01-31 lunarNewYear',
      '2025-02-01 lunarNewYear',
      '2025-02-03 inLieu',
      '2025-04-07 hungKings',
      '2025-04-30 reunification',
      '2025-05-01 labour',
      '2025-09-01 national',
      '2025-09-02 national',
    ])
  })

  it('that fall on a weekend give the next working day off, never one that is off already', () => {
    // 10/3 lunar of 2026 is Sunday 26 April; 1 September 2024 was a Sunday, so the day after goes with the National Day.
    expect(publicHolidays(2026)).toContainEqual({ day: '2026-04-27', kind: 'inLieu' })
    expect(publicHolidays(2024)).toContainEqual({ day: '2024-09-03', kind: 'national' })
    for (let year = 1970; year <= 2100; year++) {
      const days = publicHolidays(year)
      expect(new Set(days.map(({ day }) => day)).size).toBe(days.length)
      const calendar = { off: new Set(days.map(({ day }) => day)), worked: new Set<string>() }
      expect(days.filter(({ kind }) => kind !== 'inLieu').length).toBeGreaterThanOrEqual(10)
      expect(days.some(({ day }) => isWorkingDay(day, calendar))).toBe(false)
    }
  })

  it('leave a Saturday to be worked where that is ordered', () => {
    const calendar = { off: new Set(['2025-05-02']), worked: new Set(['2025-04-26']) }
    expect(['2025-05-02', '2025-04-26', '2025-04-27', '2025-04-28'].map((day) => isWorkingDay(day, calendar))).toStrictEqual([
      false,
      true,
      false,
      true,
    ])
  })
})
