import { addDays } from '../dates.ts'
import { type CalendarStep, beginOf, endOf } from './calendar.ts'

export interface CalendarFile {
  readonly title: string
  /** Makes the names of the events unlike those of any other installation. */
  readonly host: string
  /** When the plan was last changed, UTC: `20261121T093000Z`. */
  readonly stamp: string
  readonly steps: readonly CalendarStep[]
  /** Words for the hours of a step that does not take its days whole: from minute to minute, each `2026-12-05T08:00`. */
  readonly hours: (begin: string | undefined, end: string) => string
}

/** Octets of one letter in UTF-8. RFC 3629, 3. */
const octetsOf = (letter: string): number => {
  const code = letter.codePointAt(0) ?? 0
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
}
/** Lines end after 75 octets and go on after a blank; a letter is never cut. RFC 5545, 3.1. */
const folded = (line: string): string => {
  const parts: string[] = []
  let part = ''
  let size = 0
  for (const letter of line) {
    if (size + octetsOf(letter) > (parts.length === 0 ? 75 : 74)) {
      parts.push(part)
      part = ''
      size = 0
    }
    part += letter
    size += octetsOf(letter)
  }
  return [...parts, part].join('\r\n ')
}

const escaped = (text: string): string => text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r?\n/g, '\\n')
const day = (date: string): string => date.replaceAll('-', '')

const hoursOf = (step: CalendarStep, words: CalendarFile['hours']): string =>
  step.fromTime === undefined && step.untilTime === undefined ? '' : words(beginOf(step), endOf(step) ?? '')

const eventOf = (step: CalendarStep, { host, stamp, hours }: CalendarFile): readonly string[] => {
  if (step.window === undefined) return []
  const { from = step.window.until, until } = step.window
  const who = [step.responsibleUnit, ...step.coordinatingUnits].filter((name) => name !== undefined).join(', ')
  const described = [hoursOf(step, hours), who].filter((words) => words !== '').join('. ')
  return [
    'BEGIN:VEVENT',
    `UID:${step.id}@${host}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${day(from)}`,
    // The end is the first day that is not part of it any more.
    `DTEND;VALUE=DATE:${day(addDays(until, 1))}`,
    `SUMMARY:${escaped(step.title)}`,
    ...(described === '' ? [] : [`DESCRIPTION:${escaped(described)}`]),
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]
}

/** The plan as a calendar file: one all-day event per step that has a time. Format: RFC 5545. */
export const calendarFileOf = (file: CalendarFile): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//parindex//calendar//VI',
    `X-WR-CALNAME:${escaped(file.title)}`,
    ...file.steps.flatMap((step) => eventOf(step, file)),
    'END:VCALENDAR',
    '',
  ]
    .map(folded)
    .join('\r\n')
