import { fold } from '../../fold.ts'
import { clauseOf, partsOf } from './clauses.ts'
import type { Proposal } from './proposal.ts'

const number = '(\\d+(?:[.,]\\d+)?)'
const points = `${number} ?(?:diem|d)`
const noun =
  '(?!ngay|thang|nam|quy(?! (?:co|to chuc|thuc hien|gui|ban hanh) )|tuan|gio|phut|diem|%|phan tram)([a-z][^0-9%:;()]{2,80}?(?:tu \\d{1,3} ?% [a-z ]{0,40}?tro len)?)'
const doing = '(?:(?:thuc hien|to chuc|ban hanh|xay dung|phat hien|hoan thanh|de xay ra|co) )?'
const every = `^(?:diem (?:thuong|cong): ?)?${doing}(?:cu )?(?:moi|(?<=cu )(?=\\d)) ?(?:(\\d{1,2}) )?`
const least = '(?:toi da|khong qua|khong vuot qua|cao nhat)(?: khong qua| la)?'
const upTo = `(?:[,;]?(?: nhung| va)? ?\\(?(?:cong |tong (?:so )?(?:diem )?(?:thuong |cong )?)?${least}:? ${points}\\)?)?$`
const perItem = new RegExp(
  `${every}${noun}(?:(?:[:,]? (?:thi )?(?:duoc|cong|tinh|dat)(?: (?:tinh|cong|cham|thuong))?(?: them)?)|:|)? ${points}${upTo}`,
)
const pointsFirst = new RegExp(`^${points} ?\\/ ?(?:0?(1) )?${noun}${upTo}`)
/** One thing without "each", where the most that may be gained says that there can be more. */
const oneItem = new RegExp(
  `^(?:co |thuc hien (?:duoc )?|dat |to chuc (?:duoc )?|xay dung (?:duoc )?)?0?1 ${noun}(?::| (?:duoc|cong|tinh)(?: (?:tinh|cong|cham))?) ${points}[,;](?: nhung| va)? ?\\(?(?:tong (?:so )?(?:diem )?)?${least}:? ${points}\\)?$`,
)
/** Their number times so many points. */
const numberTimes = new RegExp(`^(?:(?:so )?diem ?= ?)?so (?:luong )?(?![^x*×]* (?:tren|tong|dat) )${noun} ?[x*×] ?${points}${upTo}`)
const timesNumber = new RegExp(
  `^(?:(?:so )?diem ?= ?)?${number} ?(?:diem|d)? ?[x*×] ?so (?:luong )?(?![^/]* (?:tren|tong|dat) )${noun}${upTo}`,
)
const lostUpTo = `(?:[,;]?(?: nhung)? ?\\(?(?:tru )?${least}(?: tru)?:? ${points}\\)?|[,;]? tru het (?:so )?diem(?: cua tieu chi)? thi thoi|,? (?:tru )?(?:cho )?den (?:khi )?(?:het|0)(?: so)? ?(?:diem)?(?: cua tieu chi| toi da)?)?$`
const perLoss = new RegExp(`${every}${noun}(?:,|:)?(?: thi)?(?: bi)? tru ${points}${lostUpTo}`)
const gainFirst = new RegExp(`^(?:duoc |tinh |cong |thuong )*${points} (?:cho|doi voi|voi) (?:cu )?(?:moi|0?1) ${noun}${upTo}`)
const lossFirst = new RegExp(`^tru ${points} ?(?:(?:cho|doi voi) (?:cu )?(?:moi|01|1) |\\/ ?(?:(?:moi|01|1) )?)${noun}${lostUpTo}`)
const lossPer = new RegExp(
  `^${noun}(?:,|:)?(?: thi)?(?: bi)? tru ${points} ?\\/ ?(?:0?1 )?(?:lan|vu|vu viec|truong hop|van ban|ho so|loi|don vi|nguoi|bao cao|nhiem vu)$`,
)
const singleLoss = new RegExp(
  `^(?:cu )?(?:gui |nop |ban hanh |bao cao )?(thieu hoac cham|cham hoac thieu|thieu|cham|tre|sai|vi pham) (?:0?1|mot|moi) ${noun}(?:,|:)?(?: thi)?(?: bi)? tru ${points}${lostUpTo}`,
)
const asItShould =
  /^(?:thuc hien|ban hanh|gui|bao cao|dat|chap hanh)?[a-z ]{0,40}?(?:dung|day du|du (?=\d)|tot|kip thoi|khong co|khong de)[a-z ]{0,40}(?:\d{1,2} [a-z ]{2,40})?$/
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

const readGain = (text: string, folded: string, max: string | undefined): Proposal | undefined => {
  const [, per = '1', name = '', each, cap] = perItem.exec(folded) ?? []
  const [, first, , firstName = '', firstCap] = pointsFirst.exec(folded) ?? []
  const [, gainedFirst, gainedName = '', gainedCap] = gainFirst.exec(folded) ?? []
  const [, oneName = '', one, oneCap] = oneItem.exec(folded) ?? []
  const [, numberName = '', numberEach, numberCap] = numberTimes.exec(folded) ?? []
  const [, timesEach, timesName = '', timesCap] = timesNumber.exec(folded) ?? []
  // One thing that gives the whole maximum may as well be the name of a rate.
  const rateEach = numberEach ?? timesEach
  const isRate = rateEach !== undefined && max !== undefined && !(Number(dot(rateEach)) < Number(max))
  const [gained, most, thing] =
    [
      [each, cap, name],
      [first, firstCap, firstName],
      [gainedFirst, gainedCap, gainedName],
      [one, oneCap, oneName],
      [numberEach, numberCap, numberName],
      [timesEach, timesCap, timesName],
    ].find(([points_]) => points_ !== undefined) ?? []
  if (isRate || gained === undefined || thing === undefined || Number(per) === 0 || faults.test(thing)) return undefined
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
  const [, lost, lostThing, lostMost] = lossFirst.exec(folded) ?? []
  const [, verb, counted, single, singleMost] = singleLoss.exec(folded) ?? []
  const [, happened, perHappening] = lossPer.exec(folded) ?? []
  const points = each ?? lost ?? single ?? perHappening
  const name = thing ?? lostThing ?? counted ?? happened
  const cap = most ?? singleMost ?? lostMost
  if (points === undefined || name === undefined || Number(per) !== 1) return undefined
  const said = printed(text, fold(text), name)
  const label = verb === undefined ? said : `${printed(text, fold(text), verb).toLocaleLowerCase('vi')} ${said}`
  return { label: label.slice(0, 200), each: dot(points), ...(cap !== undefined && { max: dot(cap) }) }
}

/** What leaves nothing of the points, said after the losses. */
const nothingLeft =
  /^(?:neu )?(?:de xay ra |de |co )?(?=[a-z, ]*\b(?:bi|ky luat|truy cuu|hinh su|vi pham|nghiem trong|tham nhung)\b)([a-z][a-z, ]{5,100}?)(?:,|:)?(?: thi)? ?(?:0 ?(?:diem|d)|khong (?:duoc |tinh |co )(?:tinh )?diem)$/
const ofLateDay =
  /^(?:cu )?(?:moi (ngay) (cham|tre)|(cham|tre)(?: han)? (?:0?1|moi) (ngay))(?: thi)?(?: bi)? tru (\d+(?:[.,]\d+)?) ?(?:diem|d)$/

const dayLost = (part: string): Loss | undefined => {
  const folded = fold(part)
  const [, day, late, lateFirst, dayLast, each] = ofLateDay.exec(folded) ?? []
  const words = [day ?? dayLast ?? '', late ?? lateFirst ?? ''].map((word) => printed(part, folded, word).toLocaleLowerCase('vi'))
  return each === undefined ? undefined : { label: words.join(' '), each: dot(each) }
}

/** `cảnh cáo trừ 1đ`, after the first of its kind. */
const furtherLoss = (part: string): Loss | undefined => {
  const folded = fold(part)
  const [, label = '', each] =
    /^((?:bi |tu )?[a-z][a-z, ]{2,60}?)(?:,|:)?(?: thi)?(?: bi)? tru (\d+(?:[.,]\d+)?) ?(?:diem|d)$/.exec(folded) ?? []
  return each === undefined || /\b(?:neu|tong|toi da|moi|con lai)\b/.test(label)
    ? undefined
    : { label: printed(part, folded, label).slice(0, 200), each: dot(each) }
}

/** Full points for what is as it should be, said before the losses. */
const isWhole = (part: string, max: string | undefined): boolean => {
  const clause = clauseOf(part)
  return clause !== undefined && max !== undefined && Number(clause.points) === Number(max) && asItShould.test(clause.folded)
}

const readLosses = (text: string, max: string | undefined): Proposal | undefined => {
  const whole = lossOf(text)
  const parts = text.split('; ')
  const saysWhole = parts[0] !== undefined && parts.length > 1 && isWhole(parts[0], max)
  const after = saysWhole ? parts.slice(1) : parts
  const [, forbidden] = after.length > 1 ? (nothingLeft.exec(fold(after.at(-1) ?? '')) ?? []) : []
  const rest = forbidden === undefined ? after : after.slice(0, -1)
  // After "each case of" the kinds of cases follow, each with its own loss.
  const isCase = /^(?:cứ )?(?:mỗi|01|1) (?:trường hợp|vụ|lần|cán bộ|công chức|người)/iu.test(rest[0] ?? '') && rest.length > 1
  // A day is counted only where "in time" stands before it without a date.
  const lossHere = (part: string): Loss | undefined =>
    lossOf(part) ?? (isCase ? furtherLoss(part) : undefined) ?? (saysWhole && !/\d\/\d/.test(text) ? dayLost(part) : undefined)
  const losses = whole ? [whole] : rest.map(lossHere).filter((each) => each !== undefined)
  if (!whole && (losses.length < rest.length || losses.length > 6)) return undefined
  // Two caps may be one for both: that stays for a person.
  if (losses.length > 1 && losses.some((loss) => loss.max !== undefined)) return undefined
  const events = losses.map((loss, index) => ({ name: losses.length === 1 ? 'count' : `muc_${index + 1}`, ...loss }))
  const label = forbidden && printed(text, fold(text), forbidden)
  return { kind: 'deduct', ...(label !== undefined && { forbidding: [{ name: 'vi_pham', label }] }), events }
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
  return readLosses(plain, max) ?? readPercentSteps(folded) ?? readGain(plain, folded, max)
}
