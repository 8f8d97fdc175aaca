import { describe, expect, it } from 'vitest'
import { deadlineOnPaper, deadlineWords } from './deadline-words.ts'

describe('a deadline', () => {
  it('is named by the hour at which it ends', () => {
    expect(deadlineWords('2026-12-04T16:59')).toBe('17:00 ngày 04/12/2026')
    expect(deadlineOnPaper('2026-12-04T16:59')).toBe('17 giờ 00 ngày 04/12/2026')
    expect(deadlineWords('2026-12-04T23:58')).toBe('23:59 ngày 04/12/2026')
  })

  it('that takes the whole day is the end of that day, never midnight of the next', () => {
    expect(deadlineWords('2026-12-04T23:59')).toBe('hết ngày 04/12/2026')
    expect(deadlineOnPaper('2026-12-04T23:59')).toBe('hết ngày 04/12/2026')
  })
})
