import { fold } from '../../fold.ts'
import { partsOf } from './clauses.ts'
import type { Proposal } from './proposal.ts'

const number = '(\\d+(?:[.,]\\d+)?)'
const points = `${number} ?(?:diem|d)`
const item = /^(?:cu )?moi (?!ngay|thang|%|phan tram)([a-z][^0-9%:;,]{2,80}?)/.source
const perItem = new RegExp(
  `${item}(?:[:,]? (?:duoc|cong|tinh|cham|dat)(?: them)?|:) ${points}(?:(?:,|;| nhung| va)? ?(?:cong )?(?:toi da|khong qua|khong vuot qua|cao nhat)(?: khong qua)?:? ${points})?$`,
)
const perLoss = new RegExp(
  `${item}(?:,|:)?(?: thi)?(?: bi)? tru ${points}(?:,? (?:toi da|khong qua) ${points}|,? (?:cho )?den (?:khi )?(?:het|0)(?: so)? ?(?:diem)?)?$`,
)
const dot = (text: string): string => text.replace(',', '.')

/** So many points for each thing, up to so many; or so many less for each. One sentence alone. */
export const readRates = (text: string): Proposal | undefined => {
  const folded = fold(partsOf(text).join('; '))
  const [, , gained, most] = perItem.exec(folded) ?? []
  if (gained !== undefined) return { kind: 'perItem', each: dot(gained), ...(most !== undefined && { cap: dot(most) }) }
  const [, , lost, lostMost] = perLoss.exec(folded) ?? []
  if (lost === undefined) return undefined
  return { kind: 'deduct', events: [{ name: 'count', each: dot(lost), ...(lostMost !== undefined && { max: dot(lostMost) }) }] }
}
