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

/** `15 thang 02 nam 2026` as `15/02/2026`. */
const inFigures = (folded: string): string =>
  folded.replace(/\b(\d{1,2}) thang (\d{1,2})(?: nam (\d{4}))?\b/g, (_, d, m, y) => (y === undefined ? `${d}/${m}` : `${d}/${m}/${y}`))

const daysLate = /^(?:gui |nop |ban hanh )?(?:cham|tre)(?: han)?(?: tu)? (?:0?(\d{1,2}) ?(?:den|-|–) ?)?0?(\d{1,2}) ngay$/
const beyondDays =
  /^(?:gui |nop |ban hanh )?(?:cham|tre)(?: han)? (?:tren|qua) 0?(\d{1,2}) ngay(?: hoac khong (?:gui|nop|ban hanh|thuc hien|co))?$/

/** Bands of days late that follow one another without a gap, and what lies beyond the last. */
export const readLateness = (rest: readonly Clause[]): Readonly<Record<string, unknown>> | undefined => {
  const beyond = rest.at(-1)
  const bands = rest.slice(0, -1).map(({ folded, points }) => ({ match: daysLate.exec(folded), points }))
  let reached = 0
  for (const { match } of bands) {
    const from = Number(match?.[1] ?? 1)
    if (!match || from !== reached + 1 || Number(match[2]) < from) return undefined
    reached = Number(match[2])
  }
  const limit = beyond && beyondDays.exec(beyond.folded)
  if (!limit || reached === 0 || Number(limit[1]) !== reached) return undefined
  if (/khong/.test(beyond.folded) && Number.parseFloat(beyond.points) !== 0) return undefined
  return { late: bands.map(({ match, points }) => ({ days: Number(match?.[2]), points })), afterwards: beyond.points }
}

const withinDays = /\btrong (?:vong|thoi han) 0?(\d{1,3}) ngay,? (?:ke )?tu (?:ngay|khi) [a-z ]{3,80}$/

const readWithin = (first: Clause, rest: readonly Clause[]): Proposal | undefined => {
  const [, days] = withinDays.exec(first.folded) ?? []
  const [late] = rest
  const isPast = late && rest.length === 1 && /^(?:qua|sau|cham|tre)(?: (?:thoi han|han|thoi gian))?(?: (?:tren|nay))?$/.test(late.folded)
  const isPastDays = late && rest.length === 1 && new RegExp(`^(?:qua|sau|tren) 0?${days} ngay$`).test(late.folded)
  if (days === undefined || !late || !(isPast || isPastDays)) return undefined
  return { kind: 'deadline', due: { within: { of: 'startedOn', days: Number(days) } }, onTime: first.points, afterwards: late.points }
}

/** In time by one date, otherwise late, otherwise not done. A date without a year takes the year of the framework; without one nothing is proposed. */
export const readDeadline = (clauses: readonly Clause[], year: number | undefined): Proposal | undefined => {
  const [first, ...rest] = clauses.map((clause) => ({ ...clause, folded: inFigures(clause.folded) }))
  if (!first || rest.length === 0) return undefined
  const beforeDate = dateOf(before.exec(first.folded)?.[1], year)
  const date = beforeDate ?? dateOf(until.exec(first.folded)?.[1], year)
  if (date === undefined) return readWithin(first, rest)
  const due = beforeDate === undefined ? { until: date } : { before: date }
  const lateness = readLateness(rest)
  if (lateness) return { kind: 'deadline', due, onTime: first.points, ...lateness }
  const late = rest.find(({ folded }) => after.test(folded) || /\b(?:cham|tre|muon|qua han|sau thoi han)\b/.test(folded))
  const none = rest.find(({ folded }) => /^(?:khong|chua)\b/.test(folded))
  const isWhole = rest.every((each) => each === late || each === none) && late !== none
  const isSame = late === undefined || !/\d/.test(late.folded) || dateOf(after.exec(late.folded)?.[1], year) === date
  if (!isWhole || !isSame || (late === undefined && none?.points !== '0')) return undefined
  return { kind: 'deadline', due, onTime: first.points, afterwards: late?.points ?? '0', none: none?.points ?? '0' }
}
