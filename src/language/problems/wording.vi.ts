import { formatBytes, formatFigure } from '../format.ts'
import { openWord } from '../problem-words.ts'
import type { ProblemOf } from '../problem-sentences.ts'

export const figure = (text: string): string => formatFigure(text, 'vi')
export const word = (fact: string): string => openWord(fact, 'vi')
export const sizeOf = (size: string, what: ProblemOf<'tooLarge'>['what']): string => {
  if (what === 'bytes' || what === 'inflated' || what === 'memory') return formatBytes(size, 'vi')
  return what === 'time' ? `${figure(size)} giây` : figure(size)
}

export const rangeOf = (from: string | undefined, to: string | undefined): string => {
  if (from === undefined) return `tối đa ${figure(to ?? '')}`
  return to === undefined ? `tối thiểu ${figure(from)}` : `từ ${figure(from)} đến ${figure(to)}`
}
