import { fold } from '../../fold.ts'
import type { Proposal } from './proposal.ts'

const number = '\\d+(?:[.,]\\d+)?'
const most = `(?:(${number})(?: ?(?:diem|d))?|(?:so )?diem (?:toi da|chuan)(?: cua tieu chi)?)`
const times = ' ?(?:[x*×]|,? ?nhan(?: voi)?) ?'
const equals = '(?:(?:so )?diem(?: dat(?: duoc)?| so| danh gia| khao sat)? ?(?:=|duoc tinh bang|tinh bang|bang|:) ?|tinh(?: bang)? ?=? ?)?'
const formula = '(?:(?:thi )?(?:duoc )?tinh(?: diem)?(?: theo(?: cong thuc)?)?:? ?|theo cong thuc:? ?)?'
/** The percent itself, in the words that it goes by. */
const rate =
  '\\(?(?:lay )?(?:(?:ty le|ti le)(?: ?%| phan tram)?(?: [a-z]+){0,12}?|(?:ket qua|muc do|chi so)(?: hai long| sipas| \\(sipas\\)| chi so){0,3})(?: ?\\(?%\\)?)?\\)?'
const close = '\\)?'

const line = new RegExp(`^${formula}${equals}${rate}${times}${most}$`)
const inProportion =
  /^(?:tinh |tinh )?(?:so )?diem (?:duoc )?(?:tinh )?theo ty le(?: %| phan tram| \(%\))*(?: (?!giua|so voi|thuan|nghich|tuong ung)[a-z][a-z ]{2,80})?$|^(?:so )?diem(?: so)? tuong ung (?:voi )?ty le(?: %| phan tram)?(?: hoan thanh| dat duoc)?, ?100 ?% (?:duoc|dat) diem toi da$|^(?:so )?diem(?: so| danh gia)? (?:duoc )?tinh theo ty le thuan voi ty le(?: %| phan tram)? [a-z ]{2,80}$/
const share = new RegExp(`^${equals}(?:theo ket qua [a-z0-9 ]{3,40}: ?)?(?:so diem dat duoc|ty le(?: dat duoc)?) ?\\/ ?100${times}${most}$`)
const below = `(?:neu )?(?:ty le )?(?:dat )?duoi (${number}) ?%`
const nothing = '(?::|,)?(?: thi)?:? (?:khong (?:co|tinh|duoc|cham)(?: tinh)? diem|(?:duoc )?0 ?(?:diem|d))'
const above = `(?:neu )?(?:ty le )?(?:dat )?tu (${number}) ?% tro len`
const thenLine = `[,:]? ?(?:thi )?(?:la )?${formula}\\(?${equals}${rate}${times}${most}${close}`
const floorFirst = new RegExp(`^${below}${nothing}[;,.] ?${above}${thenLine}$`)
const floorLast = new RegExp(`^${above}${thenLine}[;,.] ?${below}${nothing}$`)
const fullFrom = new RegExp(
  `^(?:ty le (?:[a-z ]{1,40}? )?)?(?:dat )?(?:tu )?(${number}) ?% tro len(?::| duoc| thi duoc)? ?(?:(${number}) ?(?:diem|d)|diem toi da)[;,.] ?(?:dat )?duoi (${number}) ?%:? ?(?:thi )?${equals}\\(?${rate} ?\\/ ?(${number}) ?%\\)?${times}${most}$`,
)
const fullAtHundred = new RegExp(
  `^(?:dat )?(?:ty le )?100 ?%(?: thi)?(?::| duoc) ?(?:${number} ?(?:diem|d)|diem toi da)[;,.] ?(?:dat )?duoi 100 ?%:? ?(?:thi )?${equals}${rate}${times}${most}$`,
)

const dot = (text: string): string => text.replace(',', '.')
const linear = (factor: string | undefined, more: Readonly<Record<string, string>> = {}): Proposal => ({
  kind: 'linear',
  unit: '%',
  ...more,
  ...(factor !== undefined && { max: dot(factor) }),
})

/** Words that make of a percent something else, as printed. */
const traps = /(?<!\p{L})(?:hoặc|trừ|cộng thêm|mỗi|cứ|ít nhất|trung bình)(?!\p{L})/iu

const readLine = (folded: string): Proposal | undefined => {
  if (inProportion.test(folded)) return linear(undefined)
  const whole = line.exec(folded) ?? share.exec(folded) ?? fullAtHundred.exec(folded)
  if (whole) return linear(whole[1])
  const [, low, edge, factor] = floorFirst.exec(folded) ?? []
  if (low !== undefined && low === edge) return linear(factor, { floor: dot(low) })
  const [, from, points, until] = floorLast.exec(folded) ?? []
  if (from !== undefined && from === until) return linear(points, { floor: dot(from) })
  const [, full, , under, divisor, most_] = fullFrom.exec(folded) ?? []
  return full !== undefined && full === under && full === divisor ? linear(most_, { to: dot(full), cap: dot(full) }) : undefined
}

/** A percent times the maximum, with nothing below some percent, or full points from some percent on and in proportion below it. */
export const readPercentLine = (text: string, max: string | undefined): Proposal | undefined => {
  if (traps.test(text.normalize('NFC'))) return undefined
  const proposal = readLine(fold(text.normalize('NFC').replace(/\s+/g, ' ').trim().replace(/\.$/, '')))
  const factor = proposal?.['max']
  return typeof factor === 'string' && max !== undefined && Number(factor) !== Number(max) ? undefined : proposal
}
