import { parseDate } from '../../dates.ts'
import type { Clause } from './clauses.ts'
import type { Proposal } from './proposal.ts'

const day = '(?:ngay )?(\\d{1,2}\\/\\d{1,2}(?:\\/\\d{4})?)'
const before = new RegExp(`\\btruoc ${day}\\)?$`)
const until = new RegExp(
  `\\b(?:den het|cham nhat(?: la| vao| den)?(?: het)?|truoc hoac trong|khong qua|khong muon hon|khong cham hon) ${day}\\)?$`,
)
const after = new RegExp(`\\b(?:sau|qua|tu) ${day}(?: tro di)?$`)

const dateOf = (text: string | undefined, year: number | undefined): string | undefined => {
  if (text === undefined) return undefined
  const whole = /\/\d{4}$/.test(text) ? text : year === undefined ? '' : `${text}/${year}`
  return parseDate(whole)
}

/** Words after a date that only say that it is of the year of the decision. */
const ofThisYear =
  /(?<=\b(?:\d{1,2}\/\d{1,2}|quy (?:[ivx]+|\d)|thang \d{1,2}))(?: cua)?,? (?:hang nam|nam ke hoach|nam thuc hien|nam danh gia|trong nam|cung nam)\b/g

/** Dates in one form: `15 thang 02 nam 2026` as `15/02/2026`, `30/6 hang nam` as `30/6`, `thang 12 cua nam truoc` with its year. */
export const inFigures = (folded: string, year: number | undefined): string =>
  folded
    .replace(/\b(\d{1,2}) thang (\d{1,2})(?: nam (\d{4}))?\b/g, (_, d, m, y) => (y === undefined ? `${d}/${m}` : `${d}/${m}/${y}`))
    .replace(/\b(?:6|sau) thang dau nam\b/g, 'quy ii')
    .replace(ofThisYear, '')
    .replace(/(?<![\d/])(\d{1,2}) ?(den|-|–) ?(?:ngay )?(\d{1,2})\/(\d{1,2})(?!\/?\d)/g, '$1/$4 $2 $3/$4')
    .replace(
      /\b(quy (?:[ivx]+|\d)|thang \d{1,2}|\d{1,2}\/\d{1,2})(?: cua)? nam (?:truoc(?: lien ke)?|lien truoc)(?: nam ke hoach)?(?! (?:ngay|khi)\b)/g,
      (whole, period) => (year === undefined ? whole : `${period}/${year - 1}`),
    )

const daysLate =
  /^(?:[a-z]+ ){0,4}?(?:cham|tre|qua)(?: han)?(?: tu| khong qua| den| toi da)? (?:0?(\d{1,2}) ?(?:den|-|–) ?)?0?(\d{1,2}) ngay$/
const beyondDays =
  /^(?:[a-z]+ ){0,4}?(?:cham|tre|qua)(?: han)?(?: tu)? (?:tren|qua|hon) 0?(\d{1,2}) ngay(?: tro len)?(?: hoac (?:khong|chua) [a-z ]{2,40})?$/

/** Whole days: below five is four at most, from five on is more than four. */
const belowAsUpTo = (folded: string): string =>
  folded.replace(/\b(?:duoi|it hon) 0?(\d{1,2})(?= ngay$)/, (_, days) => String(Number(days) - 1))
const fromAsAbove = (folded: string): string =>
  folded.replace(/\btu 0?(\d{1,2}) ngay tro len\b/, (_, days) => `tren ${Number(days) - 1} ngay`)

/** Bands of days late that follow one another without a gap, and what lies beyond the last. */
export const readLateness = (rest: readonly Clause[]): Readonly<Record<string, unknown>> | undefined => {
  const beyond = rest.at(-1)
  const bands = rest.slice(0, -1).map(({ folded, points }) => ({ match: daysLate.exec(belowAsUpTo(folded)), points }))
  let reached = 0
  for (const { match } of bands) {
    const from = Number(match?.[1] ?? 1)
    if (!match || from !== reached + 1 || Number(match[2]) < from) return undefined
    reached = Number(match[2])
  }
  const isRest = beyond !== undefined && /^(?:sau do|con lai|(?:cac )?truong hop (?:con lai|khac)|cham hon|tre hon)$/.test(beyond.folded)
  if (isRest && reached > 0)
    return { late: bands.map(({ match, points }) => ({ days: Number(match?.[2]), points })), afterwards: beyond.points }
  const limit = beyond && beyondDays.exec(fromAsAbove(beyond.folded))
  if (!limit || reached === 0 || Number(limit[1]) !== reached) return undefined
  if (/khong/.test(beyond.folded) && Number.parseFloat(beyond.points) !== 0) return undefined
  return { late: bands.map(({ match, points }) => ({ days: Number(match?.[2]), points })), afterwards: beyond.points }
}

const withinDays =
  /\b(?:trong (?:vong|thoi han)|cham nhat(?: la| sau)?|khong qua|trong) 0?(\d{1,3}) ngay(?! lam viec),? (?:ke )?tu (?:ngay|khi|thoi diem) [a-z ]{3,80}$/
const laterDays =
  /\b(?:sau|tu|qua|tren|cham|tu sau) 0?(\d{1,3})(?: ngay)?,? (?:nhung )?(?:den|khong qua|-|–|trong vong) (?:het )?0?(\d{1,3}) ngay$/

/** Days after the first limit, each band from where the one before ends; and what is beyond the last. */
const laterBands = (rest: readonly Clause[], limit: number): Readonly<Record<string, unknown>> | undefined => {
  const beyond = rest.at(-1)
  const bands = rest.slice(0, -1).map(({ folded, points }) => ({ match: laterDays.exec(folded), points }))
  let reached = limit
  for (const { match } of bands) {
    const from = Number(match?.[1])
    const begins = /\btu 0?\d/.test(match?.[0] ?? '') && !/\btu sau/.test(match?.[0] ?? '') ? reached + 1 : reached
    if (!match || from !== begins || Number(match[2]) <= reached) return undefined
    reached = Number(match[2])
  }
  const past =
    beyond &&
    /^(?:[a-z]+ ){0,4}?(?:sau|qua|tren|cham qua) 0?(\d{1,3}) ngay(?:(?: hoac|,| ?\/) ?(?:khong|chua) [a-z ]{2,40})?$/.exec(beyond.folded)
  if (!past || bands.length === 0 || Number(past[1]) !== reached) return undefined
  if (/khong|chua/.test(beyond.folded) && Number.parseFloat(beyond.points) !== 0) return undefined
  return { late: bands.map(({ match, points }) => ({ days: Number(match?.[2]) - limit, points })), afterwards: beyond.points }
}

const readWithin = (first: Clause, rest: readonly Clause[]): Proposal | undefined => {
  const [, days] = withinDays.exec(first.folded) ?? []
  const [late] = rest
  const isPast = late && rest.length === 1 && /^(?:qua|sau|cham|tre)(?: (?:thoi han|han|thoi gian))?(?: (?:tren|nay))?$/.test(late.folded)
  const isPastDays = late && rest.length === 1 && new RegExp(`^(?:qua|sau|tren) 0?${days} ngay$`).test(late.folded)
  const bands = days === undefined ? undefined : laterBands(rest, Number(days))
  if (bands) return { kind: 'deadline', due: { within: { of: 'startedOn', days: Number(days) } }, onTime: first.points, ...bands }
  if (days === undefined || !late || !(isPast || isPastDays)) return undefined
  return { kind: 'deadline', due: { within: { of: 'startedOn', days: Number(days) } }, onTime: first.points, afterwards: late.points }
}

/** In time by one date, otherwise late, otherwise not done. A date without a year takes the year of the framework; without one nothing is proposed. */
export const readDeadline = (clauses: readonly Clause[], year: number | undefined): Proposal | undefined => {
  const [first, ...rest] = clauses.map((clause) => ({ ...clause, folded: inFigures(clause.folded, year) }))
  if (!first || rest.length === 0) return undefined
  const beforeDate = dateOf(before.exec(first.folded)?.[1], year)
  const date = beforeDate ?? dateOf(until.exec(first.folded)?.[1], year)
  if (date === undefined) return readWithin(first, rest)
  const due = beforeDate === undefined ? { until: date } : { before: date }
  const lateness = readLateness(rest)
  if (lateness) return { kind: 'deadline', due, onTime: first.points, ...lateness }
  const late = rest.find(
    ({ folded }) =>
      after.test(folded) || /\b(?:cham|tre|muon|qua han|sau thoi han|sau thoi gian nay|khong kip thoi|khong dung han)\b/.test(folded),
  )
  const none = rest.find((each) => each !== late && /^(?:khong|chua)\b/.test(each.folded))
  const isWhole = rest.every((each) => each === late || each === none) && late !== none
  const isSame = late === undefined || !/\d/.test(late.folded) || dateOf(after.exec(late.folded)?.[1], year) === date
  if (!isWhole || !isSame || (late === undefined && none?.points !== '0')) return undefined
  return { kind: 'deadline', due, onTime: first.points, afterwards: late?.points ?? '0', none: none?.points ?? '0' }
}
