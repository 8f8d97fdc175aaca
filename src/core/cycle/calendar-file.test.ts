import { expect, it } from 'vitest'
import { calendarFileOf } from './calendar-file.ts'

const step = { id: 'a', title: 'Tự chấm điểm; nộp, ký', words: '', coordinatingUnits: [], after: [] }
const hours = (begin: string | undefined, end: string) => `${begin ?? ''} – ${end}`
const file = (more: object) =>
  calendarFileOf({ title: 'Kỳ 2026', host: 'h', stamp: '20261121T093000Z', steps: [{ ...step, ...more }], hours })

it('has whole days, the end being the first day after, and signs as the format wants them', () => {
  const text = file({ window: { from: '2026-11-01', until: '2026-12-31' }, responsibleUnit: 'Văn phòng' })
  expect(text).toContain('DTSTART;VALUE=DATE:20261101\r\nDTEND;VALUE=DATE:20270101\r\n')
  expect(text).toContain('SUMMARY:Tự chấm điểm\\; nộp\\, ký\r\nDESCRIPTION:Văn phòng\r\n')
})

it('leaves a step without a time out, and gives a mere deadline its one day', () => {
  expect(file({})).not.toContain('VEVENT')
  expect(file({ window: { until: '2026-12-04' } })).toContain('DTSTART;VALUE=DATE:20261204\r\nDTEND;VALUE=DATE:20261205')
})

it('never has a line of more than 75 octets, nor half a letter', () => {
  const title = 'Đánh giá, thẩm định kết quả tự chấm điểm của các đơn vị '.repeat(4)
  const text = file({ title, window: { until: '2026-12-04' } })
  expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true)
  expect(text.replaceAll('\r\n ', '')).toContain(`SUMMARY:${title.replaceAll(',', '\\,')}`)
})
