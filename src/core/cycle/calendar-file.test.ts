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

it('is, line by line, what a calendar program reads', () => {
  const lines = (more: object): readonly string[] => file(more).split('\r\n')
  const head = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//parindex//calendar//VI', 'X-WR-CALNAME:Kỳ 2026']
  const event = (...described: readonly string[]): readonly string[] => [
    'BEGIN:VEVENT',
    'UID:a@h',
    'DTSTAMP:20261121T093000Z',
    'DTSTART;VALUE=DATE:20261204',
    'DTEND;VALUE=DATE:20261205',
    'SUMMARY:Nộp',
    ...described,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]
  const tail = ['END:VCALENDAR', '']
  const due = { title: 'Nộp', window: { until: '2026-12-04' } }
  const day = { from: '2026-12-04', until: '2026-12-04' }
  expect(lines({})).toStrictEqual([...head, ...tail])
  const described: readonly (readonly [object, readonly string[]])[] = [
    [{}, []],
    [{ coordinatingUnits: ['Sở A', 'Sở B'] }, ['DESCRIPTION:Sở A\\, Sở B']],
    [{ responsibleUnit: 'Sở C', coordinatingUnits: ['Sở A'] }, ['DESCRIPTION:Sở C\\, Sở A']],
    [{ untilTime: '11:30' }, ['DESCRIPTION: – 2026-12-04T11:30']],
    [{ window: day, fromTime: '08:00', responsibleUnit: 'Sở C' }, ['DESCRIPTION:2026-12-04T08:00 – 2026-12-04T24:00. Sở C']],
  ]
  for (const [more, description] of described)
    expect(lines({ ...due, ...more })).toStrictEqual([...head, ...event(...description), ...tail])
})

it('keeps a break within a text, and fills each line to the very octet', () => {
  expect(file({ title: 'một\nhai\r\nba', window: { until: '2026-12-04' } })).toContain('SUMMARY:một\\nhai\\nba\r\n')
  const summary = (title: string): readonly string[] =>
    /SUMMARY:.*?(?=\r\nTRANSP)/s.exec(file({ title, window: { until: '2026-12-04' } }))?.[0].split('\r\n') ?? []
  const sizes = (title: string): readonly number[] => summary(title).map((line) => Buffer.byteLength(line))
  expect(sizes('a'.repeat(67))).toStrictEqual([75])
  expect(sizes('a'.repeat(68))).toStrictEqual([75, 2])
  expect(sizes('a'.repeat(67 + 74 + 1))).toStrictEqual([75, 75, 2])
  // Letters of 1, 2, 3 and 4 octets, each at both ends of its range.
  const edges: readonly (readonly [number, number])[] = [
    [0x7f, 1],
    [0x80, 2],
    [0x7ff, 2],
    [0x800, 3],
    [0xffff, 3],
    [0x10000, 4],
  ]
  for (const [code, octets] of edges) {
    const letter = String.fromCodePoint(code)
    expect(sizes('a'.repeat(67 - octets) + letter)).toStrictEqual([75])
    expect(sizes('a'.repeat(68 - octets) + letter)).toStrictEqual([76 - octets, octets + 1])
  }
})
