import { formatFigure } from './format.ts'
import type { Language } from './language.ts'

/** Edges of a band as text with a decimal point; an open side has none. */
interface Range {
  readonly from?: string | undefined
  readonly fromInclusive: boolean
  readonly to?: string | undefined
  readonly toInclusive: boolean
}

interface Words {
  readonly exactly: (edge: string) => string
  readonly least: (edge: string) => string
  readonly above: (edge: string) => string
  readonly most: (edge: string) => string
  readonly below: (edge: string) => string
  readonly any: string
  readonly between: (low: string, fromInclusive: boolean, high: string, toInclusive: boolean) => string
}

const words: Readonly<Record<Language, Words>> = {
  vi: {
    exactly: (edge) => `đúng ${edge}`,
    least: (edge) => `từ ${edge} trở lên`,
    above: (edge) => `trên ${edge}`,
    most: (edge) => `từ ${edge} trở xuống`,
    below: (edge) => `dưới ${edge}`,
    any: 'mọi giá trị',
    between: (low, fromInclusive, high, toInclusive) => `${fromInclusive ? 'từ' : 'trên'} ${low} đến ${toInclusive ? '' : 'dưới '}${high}`,
  },
  en: {
    exactly: (edge) => `exactly ${edge}`,
    least: (edge) => `${edge} or more`,
    above: (edge) => `above ${edge}`,
    most: (edge) => `${edge} or less`,
    below: (edge) => `below ${edge}`,
    any: 'any value',
    between: (low, fromInclusive, high, toInclusive) =>
      `${fromInclusive ? 'from' : 'above'} ${low} to ${toInclusive ? '' : 'below '}${high}`,
  },
}

/** A band as decisions say it: `từ 70% đến dưới 90%`, `từ 90% trở lên`, `dưới 70%`, `đúng 100%`. */
export const rangeWords = ({ from, fromInclusive, to, toInclusive }: Range, unit = '', language: Language = 'vi'): string => {
  const say = words[language]
  const low = from === undefined ? undefined : formatFigure(from, language) + unit
  const high = to === undefined ? undefined : formatFigure(to, language) + unit
  if (low !== undefined && low === high) return say.exactly(low)
  if (low !== undefined && high === undefined) return fromInclusive ? say.least(low) : say.above(low)
  if (low === undefined) return high === undefined ? say.any : toInclusive ? say.most(high) : say.below(high)
  return say.between(low, fromInclusive, high ?? '', toInclusive)
}
