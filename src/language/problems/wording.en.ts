import { formatBytes, formatFigure } from '../format.ts'
import { openWord } from '../problem-words.ts'
import type { ProblemOf } from '../problem-sentences.ts'

export const figure = (text: string): string => formatFigure(text, 'en')
export const word = (fact: string): string => openWord(fact, 'en')
export const sizeOf = (size: string, what: ProblemOf<'tooLarge'>['what']): string => {
  if (what === 'bytes' || what === 'inflated' || what === 'memory') return formatBytes(size, 'en')
  return what === 'time' ? `${figure(size)} seconds` : figure(size)
}

export const rangeOf = (from: string | undefined, to: string | undefined): string => {
  if (from === undefined) return `at most ${figure(to ?? '')}`
  return to === undefined ? `at least ${figure(from)}` : `from ${figure(from)} to ${figure(to)}`
}
