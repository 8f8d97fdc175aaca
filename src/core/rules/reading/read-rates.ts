import { fold } from '../../fold.ts'
import { clauseOf, partsOf } from './clauses.ts'
import type { Proposal } from './proposal.ts'

const number = '(\\d+(?:[.,]\\d+)?)'
const points = `${number} ?(?:diem|d)`
const noun = '(?!ngay|thang|nam|quy|tuan|gio|phut|diem|%|phan tram)([a-z][^0-9%:;()]{2,80}?)'
const every = '^(?:diem (?:thuong|cong): ?)?(?:cu )?(?:moi|(?<=cu )(?=\\d)) ?(?:(\\d{1,2}) )?'
const least = '(?:toi da|khong qua|khong vuot qua|cao nhat)(?: khong qua)?'
const upTo = `(?:(?:,|;| nhung| va)? ?\\(?(?:cong |tong (?:so )?(?:diem )?)?${least}:? ${points}\\)?)?$`
const perItem = new RegExp(
  `${every}${noun}(?:(?:[:,]? (?:thi )?(?:duoc|cong|tinh|dat)(?: (?:tinh|cong|cham))?(?: them)?)|:|)? ${points}${upTo}`,
)
const pointsFirst = new RegExp(`^${points} ?\\/ ?(?:0?(1) )?${noun}${upTo}`)
const lostUpTo = `(?:(?:,|;)? ?\\(?(?:tru )?${least}(?: tru)?:? ${points}\\)?|,? (?:tru )?(?:cho )?den (?:khi )?(?:het|0)(?: so)? ?(?:diem)?(?: cua tieu chi| toi da)?)?$`
const perLoss = new RegExp(`${every}${noun}(?:,|:)?(?: thi)?(?: bi)? tru ${points}${lostUpTo}`)
const lossFirst = new RegExp(`^tru ${points} (?:cho|doi voi|\\/) ?(?:moi|01|1) ${noun}$`)
const singleLoss = new RegExp(
  `^(?:cu )?(thieu|cham|tre|sai|vi pham) (?:0?1|mot|moi) ${noun}(?:,|:)?(?: thi)?(?: bi)? tru ${points}${lostUpTo}`,
)
const asItShould =
  /^(?:thuc hien|ban hanh|gui|bao cao|dat|chap hanh)?[a-z ]{0,40}?(?:dung|day du|tot|kip thoi|khong co|khong de)[a-z ]{0,40}$/
const percentSteps = new RegExp(
  `^(?:cu )?(?:moi )?(\\d{1,2}(?:[.,]\\d+)?) ?%(?! (?:tang|giam|cham))(?: [a-z ]{2,60}?)?,? ?(?:thi )?(?:duoc|tinh|cong|:) ?(?:tinh |cong |cham )?${points}(?:(?:,|;| nhung| va)? ?\\(?${least}:? ${points}\\)?)?$`,
)
/** An item that went wrong may as well cost points; folded, `cham` is both "mark" and "late", so it never counts as the verb alone. */
const faults = /\b(?:bi|cham|tre|thieu|sai|loi|vi pham|khong|qua han|tru)\b/
const dot = (text: string): string => text.replace(',', '.')

/** The words of the print for a part of its folded text: letters fold one to one. */
const printed = (text: string, folded: string, part: string): string => {
  const at = folded.indexOf(part)
  return at < 0 || text.length !== folded.length ? part : text.slice(at, at + part.length).trim()
}

const readGain = (text: string, folded: string): Proposal | undefined => {
  const [, per = '1', name = '', each, cap] = perItem.exec(folded) ?? []
  const [, first, , firstName = '', firstCap] = pointsFirst.exec(folded) ?? []
  const [gained, most, thing] = each === undefined ? [first, firstCap, firstName] : [each, cap, name]
  if (gained === undefined || Number(per) === 0 || faults.test(thing)) return undefined
  return {
    kind: 'perItem',
    each: dot(gained),
    itemName: printed(text, folded, thing).slice(0, 100),
    ...(Number(per) > 1 && { per: Number(per) }),
    ...(most !== undefined && { cap: dot(most) }),
  }
}

interface Loss {
  readonly label: string
  readonly each: string
  readonly max?: string
}

const lossOf = (text: string): Loss | undefined => {
  const folded = fold(text).replace(/^neu co [a-z ]{3,60}? thi (?=moi )/, '')
  const [, per = '1', thing, each, most] = perLoss.exec(folded) ?? []
  const [, lost, lostThing] = lossFirst.exec(folded) ?? []
  const [, verb, counted, single, singleMost] = singleLoss.exec(folded) ?? []
  const points = each ?? lost ?? single
  const name = thing ?? lostThing ?? counted
  const cap = most ?? singleMost
  if (points === undefined || name === undefined || Number(per) !== 1) return undefined
  const said = printed(text, fold(text), name)
  const label = verb === undefined ? said : `${printed(text, fold(text), verb).toLocaleLowerCase('vi')} ${said}`
  return { label: label.slice(0, 200), each: dot(points), ...(cap !== undefined && { max: dot(cap) }) }
}

/** Full points for what is as it should be, said before the losses. */
const isWhole = (part: string, max: string | undefined): boolean => {
  const clause = clauseOf(part)
  return clause !== undefined && max !== undefined && Number(clause.points) === Number(max) && asItShould.test(clause.folded)
}

const readLosses = (text: string, max: string | undefined): Proposal | undefined => {
  const whole = lossOf(text)
  const parts = text.split('; ')
  const rest = parts[0] !== undefined && parts.length > 1 && isWhole(parts[0], max) ? parts.slice(1) : parts
  const losses = whole ? [whole] : rest.map(lossOf).filter((each) => each !== undefined)
  if (!whole && (losses.length < rest.length || losses.length > 6)) return undefined
  // Two caps may be one for both: that stays for a person.
  if (losses.length > 1 && losses.some((loss) => loss.max !== undefined)) return undefined
  const events = losses.map((loss, index) => ({ name: losses.length === 1 ? 'count' : `muc_${index + 1}`, ...loss }))
  return { kind: 'deduct', events }
}

/** So many points for every so many percent, up to so many. */
const readPercentSteps = (folded: string): Proposal | undefined => {
  const [, every_, each, cap] = percentSteps.exec(folded) ?? []
  if (every_ === undefined || each === undefined || Number(dot(every_)) === 0) return undefined
  const line = `floor(value / ${dot(every_)}) * ${dot(each)}`
  return {
    kind: 'formula',
    formula: cap === undefined ? line : `min(${dot(cap)}, ${line})`,
    inputs: [{ name: 'value', type: 'figure', unit: '%', from: '0', to: '100' }],
  }
}

/** So many points for each thing, or for so many of them, up to so many; or so many less for each. */
export const readRates = (text: string, max: string | undefined): Proposal | undefined => {
  const plain = partsOf(text).join('; ')

  const folded = fold(plain)
  return readLosses(plain, max) ?? readPercentSteps(folded) ?? readGain(plain, folded)
}
