import { describe, expect, it } from 'vitest'
import { isoDateOf } from './iso-date.ts'

describe('a typed date', () => {
  it('is read day first', () => {
    expect(isoDateOf('1/2/2026')).toBe('2026-02-01')
    expect(isoDateOf(' 28.07.2021 ')).toBe('2021-07-28')
  })

  it('is none where the calendar has no such day', () => {
    for (const typed of ['31/02/2026', '13/13/2026', '2026-02-01', 'mai']) expect(isoDateOf(typed)).toBeUndefined()
  })
})
