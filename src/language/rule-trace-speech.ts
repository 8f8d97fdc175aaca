import type { RuleStep } from '../core/rules/trace.ts'
import { formatFigure, roundText } from './format.ts'
import type { Language } from './language.ts'
import { rangeWords } from './range-words.ts'

export type TraceFacts = Readonly<Record<string, string>>
type Sentence = (result: string, facts: TraceFacts) => string
export type TraceSentences = Readonly<Record<RuleStep, Sentence>>

/** A share as text times a hundred, by moving its point: `0.875` → `87.5`. */
const scaled = (share: string): string => {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(share)
  if (!match) return share
  const [, sign, whole = '', part = ''] = match
  const digits = part.padEnd(2, '0')
  const left = `${whole}${digits.slice(0, 2)}`.replace(/^0+(?=\d)/, '')
  return `${sign}${left}${digits.length > 2 ? `.${digits.slice(2)}` : ''}`
}

/** Figures of a trace as a language prints them. */
export const traceFigures = (language: Language) => {
  const figure = (value: string | undefined): string => formatFigure(value ?? '', language)
  const percent = (value: string | undefined): string => `${figure(roundText(value ?? '', 2))}%`
  const percentOfShare = (share: string | undefined): string => percent(scaled(share ?? ''))
  const bandWords = ({ label, from, to, edges = '' }: TraceFacts): string =>
    label ?? rangeWords({ from, to, fromInclusive: edges.startsWith('['), toInclusive: edges.endsWith(']') }, '', language)
  return { figure, percent, percentOfShare, bandWords }
}
