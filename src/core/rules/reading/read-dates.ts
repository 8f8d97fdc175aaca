import { addDays, parseDate } from '../../dates.ts'
import { fold } from '../../fold.ts'
import { type Clause, clauseOf, partsOf } from './clauses.ts'
import type { Proposal } from './proposal.ts'
import { inFigures } from './read-deadline.ts'

const day = '(?:ngay )?(\\d{1,2}\\/\\d{1,2}(?:\\/\\d{4})?)'
const firstDay = new RegExp(
  `\\b(truoc|den het|chi den het|cham nhat(?: la| vao)?(?: het)?|trong hoac truoc|truoc (?:hoac|va) (?:dung|vao)|khong qua) ${day}\\)?$`,
)
const between = new RegExp(`^(?:[a-z ]{2,40}? )??(?:(tu|sau|tu sau) )?${day} (den het|den truoc|den|-|–) ${day}$`)
const beyond = new RegExp(`^(?:[a-z ]{2,40} )?(sau|tu|qua) ${day}(?: tro di)?( hoac (?:khong|chua) [a-z ]{2,40})?$`)
const none = /^(?:khong|chua) [a-z ]{2,60}$|^khong$/
const perDay =
  /^(?:(?:neu|cu|truong hop|nop|gui|ban hanh|bao cao) )*(?:(?:moi|0?1|mot) ngay (?:nop |gui )?(?:cham|tre)|(?:cham|tre|qua han)(?: nop| gui)? (?:moi |0?1 |mot |mot )?ngay)(?: thi)?,?(?: thi)?(?: bi)? tru (\d+(?:[.,]\d+)?) ?(?:diem|d)(?:,? ?(?:(?:va )?tru )?(?:cho )?(?:den|toi)(?: khi)? (?:het|0)(?: so)?(?: ?diem)?(?: (?:cua )?tieu chi)?)?$/
const inPeriod =
  /(?:\btrong |^(?:(?!sau |truoc |tu |qua )[a-z]+ ){0,3}?)(?:quy (i|ii|iii|iv|[1-4])|thang (\d{1,2}))(?:\/(\d{4})| nam (\d{4}))?\)?$/
const afterPeriod = /^(?:ban hanh |gui |nop )?sau (?:quy (i|ii|iii|iv|[1-4])|thang (\d{1,2}))(?:\/(\d{4})| nam (\d{4}))?$/
const fromPeriod = /^(?:[a-z]+ ){0,2}?tu (?:quy (i|ii|iii|iv|[1-4])|thang (\d{1,2}))(?:\/(\d{4})| nam (\d{4}))?(?: tro (?:di|ve sau))?$/
const quarters: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4, 1: 1, 2: 2, 3: 3, 4: 4 }

const dateOf = (text: string | undefined, year: number | undefined): string | undefined => {
  if (text === undefined) return undefined
  if (/\/\d{4}$/.test(text)) return parseDate(text)
  return year === undefined ? undefined : parseDate(`${text}/${year}`)
}

interface Period {
  readonly first: string
  readonly last: string
}

const two = (month: number): string => String(month).padStart(2, '0')

/** A quarter or a month, of the year said or of the decision's. */
const periodOf = (folded: string, period: RegExp, year: number | undefined): Period | undefined => {
  const [, quarter, month, stated, inYear] = period.exec(folded) ?? []
  const whole = Number(stated ?? inYear ?? year)
  const last = quarter === undefined ? Number(month) : (quarters[quarter] ?? 0) * 3
  if (!Number.isInteger(whole) || !(last >= 1 && last <= 12)) return undefined
  const first = quarter === undefined ? last : last - 2
  return {
    first: `${whole}-${two(first)}-01`,
    last: last === 12 ? `${whole}-12-31` : addDays(`${whole}-${two(last + 1)}-01`, -1),
  }
}

/** The last day that a first clause lets count as in time; "before D" ends the day before. */
const lastInTime = ({ folded }: Clause, year: number | undefined): string | undefined => {
  const [, word, text] = firstDay.exec(folded) ?? []
  const date = dateOf(text, year)
  if (date !== undefined) return word === 'truoc' ? addDays(date, -1) : date
  return periodOf(folded, inPeriod, year)?.last
}

/** Whether a later clause begins the day after the one before it ended. */
const meets = (word: string | undefined, date: string, reached: string): boolean =>
  (word === undefined || word === 'tu' ? addDays(date, -1) : date) === reached

interface Late {
  readonly until: string
  readonly points: string
}

const lateBands = (clauses: readonly Clause[], start: string, year: number | undefined): readonly Late[] | undefined => {
  let reached = start
  const bands: Late[] = []
  for (const { folded, points } of clauses) {
    const period = periodOf(folded, inPeriod, year)
    if (period && addDays(period.first, -1) === reached) {
      reached = period.last
      bands.push({ until: reached, points })
      continue
    }
    const [, word, from, to, end] = between.exec(folded) ?? []
    const [first, last] = [dateOf(from, year), dateOf(end, year)]
    if (first === undefined || last === undefined || !meets(word, first, reached)) return undefined
    reached = to === 'den truoc' ? addDays(last, -1) : last
    if (reached <= first) return undefined
    bands.push({ until: reached, points })
  }
  return bands
}

const remainder = /^(?:con lai|cac truong hop (?:con lai|khac)|truong hop (?:con lai|khac))$/
const late = /^(?:[a-z]+ ){0,3}(?:khong kip thoi|khong dung han|cham|tre|tre han|muon)$/
const saysBefore = /\btruoc (?:ngay )?[\d/]+\)?$/
/** "After D" where "before D" came before it: the day itself is no longer before. */
const endsBefore = ({ folded }: Clause, date: string, reached: string): boolean => saysBefore.test(folded) && addDays(date, -1) === reached

/** What comes after the last band: after its very day, or only "late" where the period says so itself. */
const isBeyond = ({ folded, points }: Clause, former: Clause, reached: string, year: number | undefined): boolean => {
  if (remainder.test(folded) || late.test(folded)) return true
  const [, word, text, orNone] = beyond.exec(folded) ?? []
  if (orNone !== undefined && Number.parseFloat(points) !== 0) return false
  const date = dateOf(text, year)
  if (date !== undefined) return meets(word === 'qua' ? 'sau' : word, date, reached) || (word !== 'tu' && endsBefore(former, date, reached))
  const [after = '', orNot] = folded.split(/ hoac (?=(?:khong|chua) )/)
  if (orNot !== undefined && Number.parseFloat(points) !== 0) return false
  const onward = periodOf(after, fromPeriod, year) ?? (Number.parseFloat(points) === 0 ? periodOf(after, inPeriod, year) : undefined)
  if (onward) return addDays(onward.first, -1) === reached
  const period = periodOf(after, afterPeriod, year)
  return period
    ? period.last === reached
    : /^(?:ban hanh |gui |nop )?sau(?: (?:thoi han|thoi gian|thoi diem) (?:nay|tren|neu tren|do)| do)?$/.test(after)
}

/** "Not at all, or late" as "late, or not at all". */
const noneLast = (folded: string): string => folded.replace(/^((?:khong|chua) [a-z ]{2,40}?) hoac (.+)$/, '$2 hoac $1')

/** A date or a period, further dates each with its points, and nothing after the last: each begins where the one before ends. */
export const readDates = (clauses: readonly Clause[], year: number | undefined): Proposal | undefined => {
  const [first, ...rest] = clauses.map((clause) => ({ ...clause, folded: noneLast(inFigures(clause.folded, year)) }))
  const start = first && lastInTime(first, year)
  if (!first || start === undefined) return undefined
  const last = rest.at(-1)
  const hasNone = last !== undefined && none.test(last.folded)
  const dated = hasNone ? rest.slice(0, -1) : rest
  const after = dated.at(-1)
  const former = dated.at(-2) ?? first
  const bands = lateBands(dated.slice(0, -1), start, year)
  if (!after || !bands || !isBeyond(after, former, bands.at(-1)?.until ?? start, year)) return undefined
  if (hasNone && Number.parseFloat(last.points) > Number.parseFloat(after.points)) return undefined
  return {
    kind: 'deadline',
    due: saysBefore.test(first.folded) ? { before: addDays(start, 1) } : { until: start },
    onTime: first.points,
    ...(bands.length > 0 && { late: bands }),
    afterwards: after.points,
    none: hasNone ? last.points : remainder.test(after.folded) ? after.points : '0',
  }
}

/** A date, and points taken for each day late. */
export const readPerDay = (text: string, year: number | undefined): Proposal | undefined => {
  const [first = '', ...rest] = partsOf(text)
  const second = rest.length === 0 ? undefined : rest.join(', ')
  const clause = clauseOf(first)
  const lost = second === undefined ? undefined : perDay.exec(fold(second))?.[1]
  const start = clause && lastInTime(clause, year)
  if (lost === undefined || !clause || start === undefined) return undefined
  return { kind: 'deadline', due: { until: start }, onTime: clause.points, perLateDay: lost.replace(',', '.') }
}
