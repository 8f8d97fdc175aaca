import type { Entry } from './plan-context.ts'

type Finding = Entry<'activities'>['findings'][number]

const mark = '=>'

/** Findings as lines: the problem, and behind `=>` how it was handled. */
export const findingLines = (findings: readonly Finding[]): string[] =>
  findings.map(({ text, handling }) => (handling === undefined ? text : `${text} ${mark} ${handling}`))

export const findingsOf = (lines: readonly string[]): Finding[] =>
  lines.flatMap((line) => {
    const [text = '', ...rest] = line.split(mark).map((part) => part.trim())
    const handling = rest.join(' ').trim()
    return text === '' ? [] : [{ text, ...(handling !== '' && { handling }) }]
  })
