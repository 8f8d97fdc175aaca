import { describe, expect, it } from 'vitest'
import { lastPetitionDay } from './petition-window.ts'

describe('the window for petitions', () => {
  it('counts working days from the day after the publication', () => {
    // Monday 4 January 2027.
    expect(lastPetitionDay('2027-01-04', 1)).toBe('2027-01-05')
    expect(lastPetitionDay('2027-01-04', 5)).toBe('2027-01-11')
  })

  it('does not count Saturdays, Sundays and holidays', () => {
    expect(lastPetitionDay('2027-01-08', 1)).toBe('2027-01-11')
    expect(lastPetitionDay('2027-04-29', 1, new Set(['2027-04-30']))).toBe('2027-05-03')
  })
})
