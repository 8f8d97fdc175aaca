import { fold } from '../../fold.ts'
import type { Proposal } from './proposal.ts'

const number = '\\d+(?:[.,]\\d+)?'
const most = `(?:(${number})(?: ?(?:diem|d))?|(?:so )?diem (?:toi da|chuan|cua tieu chi))`
const head =
  '^(?:(?:so )?diem(?: dat(?: duoc)?| so)? ?= ?|(?:tinh|cham|duoc tinh)(?: diem)? theo (?:cong thuc|ty le):? ?|cong thuc(?: tinh)?:? ?)?'
const times = ' ?[x*×] ?'
const letters = new RegExp(
  `${head}\\(?([a-z])\\)? ?\\/ ?\\(?([a-z])\\)?${times}${most}(?:[,.;:]? ?(?:(?:trong do|voi):?|(?=[a-z](?: la|:| =) ))(.*)| ?\\(([^()]*)\\))?$`,
)
const rate = new RegExp(`${head}ty le (?:%|phan tram )?[^0-9/*×]{0,120}?${times}${most}$`)

/** Beside what the letters stand for, something that changes the points. */
const saysMore =
  /\b(?:neu|truong hop|toi da|toi thieu|duoi \d|tu \d|tren \d|tru \d|khong (?:tinh|danh gia)|thi|lam tron)\b|\d ?(?:diem|d)\b/

/** What `a` and `b` stand for, as printed after "where". */
const definitions = (text: string, folded: string): readonly object[] => {
  const found = [...folded.matchAll(/(?:^|[\s,;.:])([a-z])(?: la|:| =) ([^;.]+?)(?=[,;.]? (?:va )?[a-z](?: la|:| =) |[;.]|$)/g)]
  return found.map((match) => {
    const start = (match.index ?? 0) + match[0].length - (match[2]?.length ?? 0)
    return { name: match[1], label: text.slice(start, start + (match[2]?.length ?? 0)) }
  })
}

/** Full points from some percent on, in proportion below: the same percent and the same points stand in both halves. */
const capped = new RegExp(
  `^(?:dat )?tu (${number})% tro len:? ?(?:duoc |dat )?(${number}) ?(?:diem|d)[.;,] ?duoi (${number})%:? ?\\(?ty le[^0-9/*×;.]{0,80}?${times}(${number})(?: ?diem)?\\)? ?\\/ ?(${number})%?$`,
)

const readCapped = (folded: string): Proposal | undefined => {
  const [, edge, points, below, factor, divisor] = capped.exec(folded) ?? []
  if (edge === undefined || points === undefined || edge !== below || edge !== divisor || points !== factor) return undefined
  return { kind: 'linear', unit: '%', to: dot(edge), cap: dot(edge), max: dot(points) }
}

/** A quotient of two figures named by letters, or a percent, times the maximum. A factor that is not the maximum stays for a person. */
export const readQuotient = (text: string, max: string | undefined): Proposal | undefined => {
  const tidy = text.normalize('NFC').replace(/\s+/g, ' ').trim().replace(/\.$/, '')
  const folded = fold(tidy)
  const isMax = (factor: string | undefined): boolean => factor === undefined || max === undefined || Number(dot(factor)) === Number(max)
  const held = readCapped(folded)
  if (held) return isMax(held['max'] as string) ? held : undefined
  const [, a, b, factor, after, inside] = letters.exec(folded) ?? []
  const rest = after ?? inside ?? ''
  if (a !== undefined && b !== undefined && a !== b && isMax(factor) && !saysMore.test(rest)) {
    const inputs =
      folded.length === tidy.length
        ? definitions(tidy.slice(tidy.lastIndexOf(tidy.slice(folded.lastIndexOf(rest), folded.lastIndexOf(rest) + rest.length))), rest)
        : []
    return {
      kind: 'ratio',
      numerator: a,
      denominator: b,
      ...(factor !== undefined && { max: dot(factor) }),
      ...(inputs.length === 2 && { inputs }),
    }
  }
  const percent = rate.exec(folded)
  if (!percent || !isMax(percent[1])) return undefined
  return { kind: 'linear', unit: '%', ...(percent[1] !== undefined && { max: dot(percent[1]) }) }
}

const dot = (text: string): string => text.replace(',', '.')
