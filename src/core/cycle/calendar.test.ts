import { describe, expect, it } from 'vitest'
import { readTimeWindow } from '../document/time-window.ts'
import { type CalendarStep, checkCalendar, stepStateOn, stepsYearsLater } from './calendar.ts'

const step = (id: string, words: string, after: readonly string[] = [], more: Partial<CalendarStep> = {}): CalendarStep => {
  const window = readTimeWindow(words)
  return { id, title: id, words, ...(window && { window }), responsibleUnit: 'Phòng Nội vụ', coordinatingUnits: [], after, ...more }
}

describe('the plan of a cycle', () => {
  const plan = [
    step('tự đánh giá', 'trước ngày 05/12/2023'),
    step('thẩm định', 'Từ ngày 05/12/2023 đến ngày 31/12/2023', ['tự đánh giá']),
    step('công bố', 'quý I/2024', ['thẩm định']),
  ]

  it('has nothing doubtful where each step waits for the one before', () => {
    expect(checkCalendar(plan)).toEqual([])
  })

  it('names steps that overlap one they wait for', () => {
    const early = step('thẩm định', 'Từ ngày 04/12/2023 đến ngày 31/12/2023', ['tự đánh giá'])
    expect(checkCalendar([plan[0] as CalendarStep, early])).toMatchObject([
      { code: 'stepsOverlap', at: 'thẩm định', before: 'tự đánh giá', day: '2023-12-04', ends: '2023-12-04', severity: 'warning' },
    ])
    const over = step('thẩm định', 'trước ngày 01/12/2023', ['tự đánh giá'])
    expect(checkCalendar([plan[0] as CalendarStep, over])).toMatchObject([{ code: 'stepsOverlap', day: '2023-11-30' }])
  })

  it('names steps without time, without somebody responsible, after an unknown step, and in a circle', () => {
    const { responsibleUnit: _, ...nobody } = step('a', 'thường xuyên')
    expect(checkCalendar([nobody, step('b', 'quý I/2024', ['x'])])).toMatchObject([
      { code: 'stepWithout', lacks: 'time' },
      { code: 'stepWithout', lacks: 'responsible' },
      { code: 'notFound', at: 'b', what: 'x' },
    ])
    const circle = [step('a', '', ['c']), step('b', '', ['a']), step('c', '', ['b'])]
    expect(checkCalendar(circle).filter(({ code }) => code === 'stepCircle')).toHaveLength(3)
  })

  it('stands before, within or past each window', () => {
    const [first, second] = plan as [CalendarStep, CalendarStep]
    expect([stepStateOn(first, '2023-12-04'), stepStateOn(first, '2023-12-05')]).toEqual(['running', 'past'])
    expect([stepStateOn(second, '2023-12-04'), stepStateOn(second, '2023-12-31')]).toEqual(['coming', 'running'])
    expect(stepStateOn(step('a', 'thường xuyên'), '2023-12-04')).toBe('coming')
  })

  it('makes the next year’s, with the years in its words', () => {
    const [first, , third] = stepsYearsLater(plan, 1)
    expect(first).toMatchObject({ words: 'trước ngày 05/12/2024', window: { until: '2024-12-04' } })
    expect(third).toMatchObject({ words: 'quý I/2025', window: { from: '2025-01-01', until: '2025-03-31' } })
  })

  it('keeps the end of February the end of February', () => {
    expect(stepsYearsLater([step('a', 'hết tháng 02/2023')], 1)[0]?.window?.until).toBe('2024-02-29')
    expect(stepsYearsLater([step('a', 'hết tháng 02/2024')], 1)[0]?.window?.until).toBe('2025-02-28')
    expect(stepsYearsLater([step('a', 'ngày 28/02/2024')], 1)[0]?.window?.until).toBe('2025-02-28')
  })
})

it('a step that names an end alone has not begun before those it waits for are over', () => {
  const before = step('thẩm định', 'đến ngày 10/01/2026')
  const last = step('công bố', 'trước ngày 01/02/2026', ['thẩm định'])
  expect(['2026-01-10', '2026-01-11', '2026-02-01'].map((day) => stepStateOn(last, day, [before]))).toEqual(['coming', 'running', 'past'])
})
