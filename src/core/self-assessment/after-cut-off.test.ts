import { describe, expect, it } from 'vitest'
import { isAfterCutOff, lateDays } from './after-cut-off.ts'

describe('the day on which facts are cut off', () => {
  it('still counts itself; the next day does not', () => {
    expect(isAfterCutOff('2026-12-31', '2026-12-31')).toBe(false)
    expect(isAfterCutOff('2027-01-01', '2026-12-31')).toBe(true)
    expect(isAfterCutOff('2027-01-01T00:00:00.000Z', '2026-12-31')).toBe(true)
  })

  it('finds late days among facts, also in tables, and nothing in figures or words', () => {
    const inputs = { issued: '2027-01-05', count: '20270105', rows: [{ on: '2026-11-01' }, { on: '2027-02-01' }, { on: '2027-01-05' }] }
    expect(lateDays(inputs as never, '2026-12-31')).toEqual(['2027-01-05', '2027-02-01'])
    expect(lateDays({ note: 'ngày 2027-01-05' } as never, '2026-12-31')).toEqual([])
  })
})
