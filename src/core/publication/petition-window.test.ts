import { describe, expect, it } from 'vitest'
import { lastPetitionDay } from './petition-window.ts'

const none = { off: new Set<string>(), worked: new Set<string>() }

describe('the window for petitions', () => {
  it('counts working days from the day after the publication', () => {
    // Monday 4 January 2027.
    expect(lastPetitionDay('2027-01-04', 1, none)).toBe('2027-01-05')
    expect(lastPetitionDay('2027-01-04', 5, none)).toBe('2027-01-11')
  })

  it('does not count Saturdays, Sundays and holidays', () => {
    expect(lastPetitionDay('2027-01-08', 1, none)).toBe('2027-01-11')
    expect(lastPetitionDay('2027-04-29', 1, { ...none, off: new Set(['2027-04-30']) })).toBe('2027-05-03')
  })

  it('counts a Saturday that is worked by order', () => {
    expect(lastPetitionDay('2027-01-08', 1, { ...none, worked: new Set(['2027-01-09']) })).toBe('2027-01-09')
  })
})
