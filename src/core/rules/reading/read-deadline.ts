import { parseDate } from '../dates.ts'
import type { Clause } from './clauses.ts'
import type { Proposal } from './proposal.ts'

const day = '(?:ngay )?(\\d{1,2}\\/\\d{1,2}(?:\\/\\d{4})?)'
const before = new RegExp(`\\btruoc ${day}$`)
const until = new RegExp(`\\b(?:den het|cham nhat(?: la| vao| den)?(?: het)?|truoc hoac trong|khong qua) ${day}$`)
const after = new RegExp(`\\b(?:sau|qua|tu) ${day}(?: tro di)?$`)

const dateOf = (text: string | undefined, year: number | undefined): string | undefined => {
  if (text === undefined) return undefined
  const whole = /\/\d{4}$/.test(text) ? text : year === undefined ? '' : `${text}/${year}`
  return parseDate(whole)
}

/** In time by one date, otherwise late, otherwise not done. A date without a year takes the year of the framework; without one nothing is proposed. */
export const readDeadline = ([first, ...rest]: readonly Clause[], year: number | undefined): Proposal | undefined => {
  if (!first || rest.length === 0 || rest.length > 2) return undefined
  const beforeDate = dateOf(before.exec(first.folded)?.[1], year)
  const untilDate = dateOf(until.exec(first.folded)?.[1], year)
  const date = beforeDate ?? untilDate
  if (date === undefined) return undefined
  const late = rest.find(({ folded }) => after.test(folded) || /\b(?:cham|tre|muon|qua han|sau thoi han)\b/.test(folded))
  const none = rest.find(({ folded }) => /^(?:khong|chua)\b/.test(folded))
  const isWhole = rest.every((each) => each === late || each === none) && late !== none
  const isSame = late === undefined || !/\d/.test(late.folded) || dateOf(after.exec(late.folded)?.[1], year) === date
  if (!isWhole || !isSame || (late === undefined && none?.points !== '0')) return undefined
  const due = beforeDate === undefined ? { until: date } : { before: date }
  return { kind: 'deadline', due, onTime: first.points, afterwards: late?.points ?? '0', none: none?.points ?? '0' }
}
