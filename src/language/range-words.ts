import { formatFigure } from './format.ts'

/** Edges of a band as text with a decimal point; an open side has none. */
interface Range {
  readonly from?: string | undefined
  readonly fromInclusive: boolean
  readonly to?: string | undefined
  readonly toInclusive: boolean
}

/** A band as decisions say it: `từ 70% đến dưới 90%`, `từ 90% trở lên`, `dưới 70%`, `đúng 100%`. */
export const rangeWords = ({ from, fromInclusive, to, toInclusive }: Range, unit = ''): string => {
  const low = from === undefined ? undefined : formatFigure(from) + unit
  const high = to === undefined ? undefined : formatFigure(to) + unit
  if (low !== undefined && low === high) return `đúng ${low}`
  if (low !== undefined && high === undefined) return fromInclusive ? `từ ${low} trở lên` : `trên ${low}`
  if (low === undefined) return high === undefined ? 'mọi giá trị' : toInclusive ? `từ ${high} trở xuống` : `dưới ${high}`
  return `${fromInclusive ? 'từ' : 'trên'} ${low} đến ${toInclusive ? '' : 'dưới '}${high}`
}
