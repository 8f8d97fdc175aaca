import { type Points, parsePoints } from '../exact/points.ts'
import { cleanText } from './clean-text.ts'

/**
 * What a cell of a column of figures says. `corrected` stands where the figure could only be read by assuming a slip ("O,5"), or where it is
 * suspicious and was left as printed ("05"). `note` is what stood beside it in brackets.
 */
export type Figure =
  | { readonly kind: 'empty' }
  | {
      readonly kind: 'points'
      readonly points: Points
      readonly raw: string
      readonly sign?: ',' | '.'
      readonly note?: string
      readonly corrected?: string
    }
  | { readonly kind: 'text'; readonly raw: string }

const blank = /^[-–—.…/\\_\s]*$/u
const shape = /^[+-]?\d{1,9}(?:[.,]\d{1,4})?$/u
const lookalikes: Readonly<Record<string, string>> = {
  O: '0',
  o: '0',
  Q: '0',
  l: '1',
  I: '1',
  '|': '1',
  i: '1',
  ';': ',',
  '’': ',',
  "'": ',',
}

/** Reads a cell of figures: decimal comma or point, the word "điểm", a broken figure, a remark in brackets, a slip of recognition. */
export const readFigure = (text: string, isNumber = false): Figure => {
  const raw = cleanText(text)
  if (blank.test(raw)) return { kind: 'empty' }
  const { core, note } = withoutRemark(isNumber ? withoutFloatNoise(raw) : raw)
  const joined = core
    .replace(/\s*([.,;])\s*(?=\d|[OoQ]$)/gu, '$1')
    .replace(/[−–]/gu, '-')
    .replace(/[.,;*]+$/u, '')
  const read = readShape(joined)
  if (!read) return { kind: 'text', raw }
  const sign = isNumber ? undefined : /[.,]/u.exec(joined)?.[0]
  return {
    kind: 'points',
    raw,
    points: read.points,
    ...(sign === ',' || sign === '.' ? { sign } : {}),
    ...(note ? { note } : {}),
    ...(read.corrected ? { corrected: read.corrected } : {}),
  }
}

const readShape = (text: string): { readonly points: Points; readonly corrected?: string } | undefined => {
  if (shape.test(text)) {
    const points = parsePoints(text)
    if (points === undefined) return undefined
    return /^0\d+$/u.test(text) ? { points, corrected: `0,${text.slice(1)}` } : { points }
  }
  // A line between two figures is a border of the table, and no figure of its own.
  if (!/[\d.,;]/u.test(text) || text.length > 8 || /\d\|\d/u.test(text)) return undefined
  const corrected = text.replace(/[OoQlI|i;’']/gu, (letter) => lookalikes[letter] ?? letter)
  const points = shape.test(corrected) ? parsePoints(corrected) : undefined
  return points === undefined ? undefined : { points, corrected }
}

const withoutRemark = (text: string): { readonly core: string; readonly note?: string } => {
  const whole = /^\(\s*([^()]*)\s*\)$/u.exec(text)
  if (whole?.[1]?.trim()) return { core: whole[1].trim() }
  const remark = /^([^()]*?)\s*\(([^()]*)\)\s*\*?$/u.exec(text)
  const core = (remark?.[1] ?? text)
    .replace(/^(?:tối đa|toi da|không quá|max|≤)\s*:?\s*/iu, '')
    .replace(/\s*(?:điểm|diem|đ)\.?$/iu, '')
    .trim()
  return { core, ...(remark?.[2] ? { note: remark[2].trim() } : {}) }
}

/** A workbook computes in binary: 16.249999999999996 was 16.25. More than six digits after the point are noise, never a printed figure. */
const withoutFloatNoise = (text: string): string => {
  const match = /^(-?)(\d+)\.(\d{7,})$/u.exec(text)
  if (!match) return text
  const [, sign = '', whole = '0', part = ''] = match
  const scaled = (BigInt(whole + part.slice(0, 5)) + 5n) / 10n
  const digits = scaled.toString().padStart(5, '0')
  return `${sign}${digits.slice(0, -4)}.${digits.slice(-4)}`.replace(/\.?0+$/u, '')
}
