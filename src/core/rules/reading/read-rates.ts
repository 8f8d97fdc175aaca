import { fold } from '../../fold.ts'
import { partsOf } from './clauses.ts'
import type { Proposal } from './proposal.ts'

const number = '(\\d+(?:[.,]\\d+)?)'
const points = `${number} ?(?:diem|d)`
const noun = '(?!ngay|thang|nam|quy|tuan|gio|phut|diem|%|phan tram)([a-z][^0-9%:;,()]{2,80}?)'
const every = '^(?:diem (?:thuong|cong): ?)?(?:cu )?(?:moi|(?<=cu )(?=\\d)) ?(?:(\\d{1,2}) )?'
const least = '(?:toi da|khong qua|khong vuot qua|cao nhat)(?: khong qua)?'
const upTo = `(?:(?:,|;| nhung| va)? ?\\(?(?:cong |tong (?:so )?diem )?${least}:? ${points}\\)?)?$`
const perItem = new RegExp(
  `${every}${noun}(?:(?:[:,]? (?:thi )?(?:duoc|cong|tinh|dat)(?: (?:tinh|cong|cham))?(?: them)?)|:|)? ${points}${upTo}`,
)
const pointsFirst = new RegExp(`^${points} ?\\/ ?(?:0?(1) )?${noun}${upTo}`)
const lostUpTo = `(?:(?:,|;)? ?\\(?(?:tru )?${least}(?: tru)?:? ${points}\\)?|,? (?:tru )?(?:cho )?den (?:khi )?(?:het|0)(?: so)? ?(?:diem)?(?: cua tieu chi| toi da)?)?$`
const perLoss = new RegExp(`${every}${noun}(?:,|:)?(?: thi)?(?: bi)? tru ${points}${lostUpTo}`)
const lossFirst = new RegExp(`^tru ${points} (?:cho|doi voi|\\/) ?(?:moi|01|1) ${noun}$`)
/** An item that went wrong may as well cost points; folded, `cham` is both "mark" and "late", so it never counts as the verb alone. */
const faults = /\b(?:bi|cham|tre|thieu|sai|loi|vi pham|khong|qua han|tru)\b/
const dot = (text: string): string => text.replace(',', '.')

const readGain = (folded: string): Proposal | undefined => {
  const [, per = '1', name = '', each, cap] = perItem.exec(folded) ?? []
  const [, first, , firstName = '', firstCap] = pointsFirst.exec(folded) ?? []
  const [gained, most, thing] = each === undefined ? [first, firstCap, firstName] : [each, cap, name]
  if (gained === undefined || Number(per) === 0 || faults.test(thing)) return undefined
  return { kind: 'perItem', each: dot(gained), ...(Number(per) > 1 && { per: Number(per) }), ...(most !== undefined && { cap: dot(most) }) }
}

const readLoss = (folded: string): Proposal | undefined => {
  const [, per = '1', , each, most] = perLoss.exec(folded) ?? []
  const lost = each ?? lossFirst.exec(folded)?.[1]
  if (lost === undefined || Number(per) !== 1) return undefined
  return { kind: 'deduct', events: [{ name: 'count', each: dot(lost), ...(most !== undefined && { max: dot(most) }) }] }
}

/** So many points for each thing, or for so many of them, up to so many; or so many less for each. One sentence alone. */
export const readRates = (text: string): Proposal | undefined => {
  const folded = fold(partsOf(text).join('; '))
  return readLoss(folded) ?? readGain(folded)
}
