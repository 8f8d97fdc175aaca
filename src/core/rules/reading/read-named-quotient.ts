import { fold } from '../../fold.ts'
import type { Proposal } from './proposal.ts'

const number = '\\d+(?:[.,]\\d+)?'
const most = `(?:(${number})(?: ?(?:diem|d))?|(?:so )?diem (?:toi da|chuan)(?: cua tieu chi)?)`
const times = '\\s?(?:[x*×]|,? ?(?:roi )?nhan(?: voi)?)\\s?'
const head =
  '(?:(?:so )?diem(?: dat(?: duoc)?| so| danh gia| khao sat)? ?(?:=|bang|:) ?|(?:tinh|cham|duoc tinh)(?: diem)? theo (?:cong thuc|ty le)?:? ?|cong thuc(?: tinh)?:? ?)?'
const noun = '([a-z][a-z, ]{2,110}?)'
const over = '\\s?(?:\\/|:|chia(?: cho)?|tren(?= tong so))\\s?'
const hundred = '(?:\\s?[x*×]\\s?100 ?%?)?'

const plain = new RegExp(`^${head}[[(]?${noun}${over}${noun}[)\\]]?${hundred}${times}${most}$`)
const fromOne = new RegExp(`^${head}\\(1 ?[-–] ?\\(?${noun}${over}${noun}\\)?\\)${hundred}${times}${most}$`)
const remainder = new RegExp(`^${head}\\[?\\(${noun} ?[-–] ?${noun}\\)${over}${noun}\\]?${hundred}${times}${most}$`)
const nothingBelow = new RegExp(
  `^(?:neu )?(?:ty le )?(?:dat )?duoi (${number}) ?%:?(?: thi)?:? (?:khong (?:co|tinh|duoc|cham)(?: tinh)? diem|(?:duoc )?0 ?(?:diem|d))$`,
)

/** Words that make of two nouns something else than a number of things and the number of all; as printed, since folded `công` and `cộng` are one. */
const traps = /(?<!\p{L})(?:nếu|hoặc|trừ|cộng|mỗi|cứ|dưới|ít nhất|tối đa|(?<!dứt )điểm|tỷ lệ|tỉ lệ|trung bình)(?!\p{L})/iu

const isNoun = (text: string | undefined, whole: Parts): text is string =>
  text !== undefined && text.trim().length > 2 && !traps.test(printed(whole, text))

interface Parts {
  readonly tidy: string
  readonly folded: string
}

/** The words of the print for a part of its folded text: letters fold one to one. */
const printed = ({ tidy, folded }: Parts, part: string): string => {
  const at = folded.indexOf(part)
  const text = at < 0 || tidy.length !== folded.length ? part : tidy.slice(at, at + part.length)
  const clean = text.trim()
  return clean.charAt(0).toLocaleUpperCase('vi') + clean.slice(1)
}

const ratioOf = (whole: Parts, a: string, b: string, factor: string | undefined, isComplement: boolean): Proposal => ({
  kind: 'ratio',
  numerator: 'a',
  denominator: 'b',
  ...(isComplement && { complement: true }),
  ...(factor !== undefined && { max: factor.replace(',', '.') }),
  inputs: [
    { name: 'a', label: printed(whole, a) },
    { name: 'b', label: printed(whole, b) },
  ],
})

const readWhole = (whole: Parts): Proposal | undefined => {
  const { folded } = whole
  const [, one, other, factorOfRest] = fromOne.exec(folded) ?? []
  if (isNoun(one, whole) && isNoun(other, whole)) return ratioOf(whole, one, other, factorOfRest, true)
  const [, all, failed, again, factorOfRemainder] = remainder.exec(folded) ?? []
  if (isNoun(all, whole) && isNoun(failed, whole) && all.trim() === again?.trim())
    return ratioOf(whole, failed, all, factorOfRemainder, true)
  const [, a, b, factor] = plain.exec(folded) ?? []
  return isNoun(a, whole) && isNoun(b, whole) ? ratioOf(whole, a, b, factor, false) : undefined
}

const most_ = '\\d+(?:[.,]\\d+)?|(?:so )?diem (?:toi da|chuan)'
const factorFirst = new RegExp(`^(?:(?:so )?diem ?= ?)(${most_}) ?[x*×] ?\\(?(.+?) ?[/:] ?([^/:()]+?)\\)?$`)
const shareOnOther = /^(?:(?:so )?diem(?: so)? (?:duoc )?(?:tinh )?bang )?ty le (so .+?) tren (so .+?)(,? ?(?:nhan|[x*×]).+)$/

/** The factor after the quotient, "the share of a in b" as a over b: one form for all, the words kept as printed. */
const inOneForm = (text: string): string => {
  const folded = fold(text)
  if (folded.length !== text.length) return text
  const [first, factor = '', a = '', b = ''] = factorFirst.exec(folded) ?? []
  if (first !== undefined) {
    const start = folded.lastIndexOf(b)
    const named = folded.indexOf(a, folded.indexOf(factor) + factor.length)
    return `${text.slice(named, named + a.length)} / ${text.slice(start, start + b.length)} x ${factor}`
  }
  const [whole, one = '', other = '', rest = ''] = shareOnOther.exec(folded) ?? []
  if (whole === undefined) return text
  const [from, upon] = [folded.indexOf(one), folded.lastIndexOf(other)]
  return `${text.slice(from, from + one.length)} / ${text.slice(upon, upon + other.length)}${rest}`
}

const partsOf = (text: string): Parts => ({ tidy: text, folded: fold(text) })

/**
 * A quotient whose figures are named in words, times the maximum: done over planned, what is left of the whole, and below some percent nothing. A factor
 * that is not the maximum stays for a person.
 */
export const readNamedQuotient = (text: string, max: string | undefined): Proposal | undefined => {
  const tidy = text.normalize('NFC').replace(/\s+/g, ' ').trim().replace(/\.$/, '')
  const [first = '', second, ...more] = tidy.split(/; ?/)
  if (more.length > 0) return undefined
  const [quotient = '', limit] = first.split(/, tối đa (?=[\d,.]+ điểm$)/iu)
  const read = readWhole(partsOf(inOneForm(quotient)))
  const isCap = limit !== undefined && max !== undefined && Number(limit.replace(',', '.').replace(/ điểm$/u, '')) === Number(max)
  if (limit !== undefined && !isCap) return undefined
  const proposal: Proposal | undefined = read && (isCap ? { ...read, over: 'cap' } : read)
  if (!proposal) return undefined
  const factor = proposal['max']
  if (typeof factor === 'string' && max !== undefined && Number(factor) !== Number(max)) return undefined
  if (second === undefined) return proposal
  const floor = nothingBelow.exec(fold(second))?.[1]
  return floor === undefined ? undefined : { ...proposal, floor: floor.replace(',', '.') }
}
