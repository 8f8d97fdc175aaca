import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addMonths, daysBetween, parseDate } from './dates.ts'
import { fold } from './fold.ts'

describe('dates', () => {
  it('are read in both printed forms, whole and of the calendar, or not at all', () => {
    const read: readonly (readonly [string, string | undefined])[] = [
      ['2022-12-09', '2022-12-09'],
      ['09/12/2022', '2022-12-09'],
      ['9/2/2022', '2022-02-09'],
      [' 31/12/1900 ', '1900-12-31'],
      [' 1900-01-01 ', '1900-01-01'],
      ['29/02/2024', '2024-02-29'],
      ['29/02/2023', undefined],
      ['31/04/2024', undefined],
      ['00/01/2024', undefined],
      ['01/13/2024', undefined],
      ['1899-12-31', undefined],
      ['ngày 09/12/2022', undefined],
      ['09/12/2022.', undefined],
      ['009/12/2022', undefined],
      ['09/012/2022', undefined],
      ['09/12/22', undefined],
      ['09-12-2022', undefined],
      ['2022-12-9', undefined],
      ['x2022-12-09', undefined],
      ['2022-12-09T00:00', undefined],
      ['', undefined],
    ]
    expect(read.map(([text]) => [text, parseDate(text)])).toStrictEqual(read)
  })

  it('differ by whole days, forward and back', () => {
    const day = fc.integer({ min: -40_000, max: 40_000 })
    fc.assert(
      fc.property(day, day, (from, days) => {
        const start = addDays('2000-01-01', from)
        expect(daysBetween(start, addDays(start, days))).toBe(days)
        expect(parseDate(addDays('2010-01-01', Math.abs(days)))).toBe(addDays('2010-01-01', Math.abs(days)))
      }),
      { seed: 20_261_121 },
    )
    expect([addDays('2026-12-31', 1), addDays('2024-03-01', -1), daysBetween('2026-03-01', '2026-02-01')]).toStrictEqual([
      '2027-01-01',
      '2024-02-29',
      -28,
    ])
  })

  it('move by months to the same day, or the last of a shorter month', () => {
    expect(
      [
        ['2026-01-31', 1],
        ['2024-01-31', 1],
        ['2026-05-31', -1],
        ['2026-11-15', 2],
        ['2026-01-15', -1],
        ['2026-08-31', 12],
        ['2026-03-30', 0],
      ].map(([date, months]) => addMonths(String(date), Number(months))),
    ).toStrictEqual(['2026-02-28', '2024-02-29', '2026-04-30', '2027-01-15', '2025-12-15', '2027-08-31', '2026-03-30'])
  })
})

it('folded text forgets case, marks and runs of blanks, and nothing else', () => {
  expect(['  Đất   Đỏ\n', 'đất đỏ'.normalize('NFD'), 'SỞ NỘI VỤ', 'A.1-b', ''].map(fold)).toStrictEqual([
    'dat do',
    'dat do',
    'so noi vu',
    'a.1-b',
    '',
  ])
})
