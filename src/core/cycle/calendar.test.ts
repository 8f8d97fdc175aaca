import { describe, expect, it } from 'vitest'
import { readTimeWindow } from '../document/time-window.ts'
import { type CalendarStep, checkCalendar, hasTime, stepStateAt, stepsYearsLater } from './calendar.ts'

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
    expect(checkCalendar(plan)).toStrictEqual([])
  })

  it('names steps that overlap one they wait for', () => {
    const early = step('thẩm định', 'Từ ngày 04/12/2023 đến ngày 31/12/2023', ['tự đánh giá'])
    expect(checkCalendar([plan[0] as CalendarStep, early])).toMatchObject([
      { code: 'stepsOverlap', at: 'thẩm định', before: 'tự đánh giá', day: '2023-12-04', ends: '2023-12-04', severity: 'warning' },
    ])
    const [first] = plan as [CalendarStep]
    const pairs: readonly (readonly [string, Partial<CalendarStep>, readonly string[]])[] = [
      // To the minute of its end nothing overlaps, one minute before it does.
      ['đến ngày 04/12/2023', {}, []],
      ['đến ngày 04/12/2023', { untilTime: '23:59' }, ['2023-12-04']],
      ['ngày 04/12/2023', { fromTime: '08:00' }, ['2023-12-04']],
      ['thường xuyên', {}, []],
    ]
    for (const [words, hours, days] of pairs)
      expect(
        checkCalendar([first, step('b', words, [first.id], hours)]).flatMap((each) => (each.code === 'stepsOverlap' ? [each.day] : [])),
      ).toStrictEqual(days)
    const timeless = step('a', 'thường xuyên')
    expect(checkCalendar([timeless, step('b', 'quý I/2024', ['a'])]).map(({ code }) => code)).toStrictEqual(['stepWithout'])
    const over = step('thẩm định', 'trước ngày 01/12/2023', ['tự đánh giá'])
    expect(checkCalendar([plan[0] as CalendarStep, over])).toMatchObject([{ code: 'stepsOverlap', day: '2023-11-30' }])
  })

  it('names steps without time, without somebody responsible, after an unknown step, and in a circle', () => {
    const { responsibleUnit: _, ...nobody } = step('a', 'thường xuyên')
    expect(checkCalendar([nobody, step('b', 'quý I/2024', ['x'])])).toMatchObject([
      { code: 'stepWithout', lacks: 'time' },
      { code: 'stepWithout', lacks: 'responsible' },
      { code: 'notFound', at: 'b', what: 'step' },
    ])
    const circle = [step('a', '', ['c']), step('b', '', ['a']), step('c', '', ['b'])]
    expect(checkCalendar(circle).filter(({ code }) => code === 'stepCircle')).toStrictEqual(
      ['a', 'b', 'c'].map((id) => ({ code: 'stepCircle', severity: 'error', at: id, step: id })),
    )
    // Whoever merely waits for a circle is not in it, nor is whoever waits for what nobody knows.
    const beside = [step('đầu', '', ['b']), step('b', '', ['c']), step('c', '', ['b', 'x']), step('cuối', '', ['x'])]
    expect(checkCalendar(beside).flatMap(({ code, at }) => (code === 'stepCircle' ? [at] : []))).toStrictEqual(['b', 'c'])
  })

  it('stands before, within or past each window', () => {
    const [first, second] = plan as [CalendarStep, CalendarStep]
    expect([stepStateAt(first, '2023-12-04T23:59'), stepStateAt(first, '2023-12-05T00:00')]).toStrictEqual(['running', 'past'])
    expect([stepStateAt(second, '2023-12-04T23:59'), stepStateAt(second, '2023-12-31T12:00')]).toStrictEqual(['coming', 'running'])
    expect(stepStateAt(step('a', 'thường xuyên'), '2023-12-04T12:00')).toBe('coming')
    // What has a first day of its own runs from then on, whatever came before.
    expect(stepStateAt(second, '2023-12-05T00:00', [step('a', 'ngày 31/12/2023')])).toBe('running')
    const noon = step('a', 'ngày 03/12/2023', [], { untilTime: '12:00' })
    expect(['11:59', '12:00'].map((minute) => stepStateAt(first, `2023-12-03T${minute}`, [noon]))).toStrictEqual(['coming', 'running'])
    expect(stepStateAt(first, '2023-12-03T12:00', [step('a', 'thường xuyên')])).toBe('coming')
  })

  it('makes the next year’s, with the years in its words', () => {
    const [first, , third] = stepsYearsLater(plan, 1)
    expect(first).toMatchObject({ words: 'trước ngày 05/12/2024', window: { until: '2024-12-04' } })
    expect(third).toMatchObject({ words: 'quý I/2025', window: { from: '2025-01-01', until: '2025-03-31' } })
    expect(stepsYearsLater(plan, 3)[2]).toMatchObject({ words: 'quý I/2027', window: { from: '2027-01-01', until: '2027-03-31' } })
    expect(stepsYearsLater([step('a', 'ngày 31/01/2024')], 2)[0]?.window).toStrictEqual({ from: '2026-01-31', until: '2026-01-31' })
    expect(stepsYearsLater([step('a', 'ngày 27/02/2023')], 1)[0]?.window?.until).toBe('2024-02-27')
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
  expect(['2026-01-10', '2026-01-11', '2026-02-01'].map((day) => stepStateAt(last, `${day}T08:00`, [before]))).toStrictEqual([
    'coming',
    'running',
    'past',
  ])
})

describe('hours of a step', () => {
  const morning = step('nhận hồ sơ', 'ngày 05/12/2026', [], { untilTime: '11:30' })
  const afternoon = step('thẩm định', 'ngày 05/12/2026', ['nhận hồ sơ'], { fromTime: '13:30' })

  it('begin and end it to the minute', () => {
    expect(['11:29', '11:30'].map((minute) => stepStateAt(morning, `2026-12-05T${minute}`))).toStrictEqual(['running', 'past'])
    expect(['13:29', '13:30', '23:59'].map((minute) => stepStateAt(afternoon, `2026-12-05T${minute}`))).toStrictEqual([
      'coming',
      'running',
      'running',
    ])
    expect(stepStateAt(afternoon, '2026-12-06T00:00')).toBe('past')
  })

  it('let one step follow another on the same day', () => {
    expect(checkCalendar([morning, afternoon])).toStrictEqual([])
    expect(checkCalendar([{ ...morning, untilTime: '13:31' }, afternoon])).toMatchObject([
      { code: 'stepsOverlap', day: '2026-12-05', time: '13:30', ends: '2026-12-05', endsTime: '13:31' },
    ])
    const whole = { ...morning, untilTime: undefined, fromTime: undefined } as unknown as CalendarStep
    expect(checkCalendar([whole, afternoon])).toMatchObject([{ time: '13:30', endsTime: '24:00' }])
  })

  it('have to leave time between them', () => {
    expect(
      [{ fromTime: '08:00', untilTime: '08:01' }, { fromTime: '08:00', untilTime: '08:00' }, {}].map((hours) =>
        hasTime({ ...morning, untilTime: '24:00', ...hours }),
      ),
    ).toStrictEqual([true, false, true])
    expect(hasTime(step('a', 'thường xuyên'))).toBe(true)
  })

  it('stay the same in the year after', () => {
    expect(stepsYearsLater([morning], 1)[0]).toMatchObject({ untilTime: '11:30', window: { until: '2027-12-05' } })
  })
})
