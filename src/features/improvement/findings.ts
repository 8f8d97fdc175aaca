import { formatDate } from '../../language/format.ts'
import { isoDateOf } from '../../web/widgets/iso-date.ts'
import type { Entry } from './plan-context.ts'

type Finding = Entry<'activities'>['findings'][number]

const mark = '=>'
const dayBehind = /\((\d{1,2}\/\d{1,2}\/\d{4})\)\s*$/

/** Findings as lines: the problem, and behind `=>` how it was handled, with the day in brackets. */
export const findingLines = (findings: readonly Finding[]): string[] =>
  findings.map(({ text, handling, handledOn }) =>
    handling === undefined ? text : `${text} ${mark} ${handling}${handledOn === undefined ? '' : ` (${formatDate(handledOn)})`}`,
  )

export const findingsOf = (lines: readonly string[]): Finding[] =>
  lines.flatMap((line) => {
    const [text = '', ...rest] = line.split(mark).map((part) => part.trim())
    const written = rest.join(' ').trim()
    const handledOn = isoDateOf(dayBehind.exec(written)?.[1] ?? '')
    const handling = handledOn === undefined ? written : written.replace(dayBehind, '').trim()
    if (text === '') return []
    return [{ text, ...(handling !== '' && { handling, ...(handledOn !== undefined && { handledOn }) }) }]
  })
