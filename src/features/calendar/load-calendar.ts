import { sql } from 'kysely'
import { type CalendarStep, checkCalendar, stepStateAt, stepsYearsLater } from '../../core/cycle/calendar.ts'
import { addMonths } from '../../core/dates.ts'
import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import type { Stage } from '../../core/vocabulary.ts'
import { calendarTexts, type UsualStep } from '../../language/pages/calendar.ts'
import { speakProblem } from '../../language/problem-sentence.ts'
import type { Row } from '../../platform/database/tables.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import type { Calendar, Step, WrittenStep } from './contract.ts'

interface HeadRow {
  readonly id: string
  readonly title: string
  readonly year: number
  readonly stage: Stage
  readonly version: number
  readonly cut_off: string | null
  readonly changed_at: Date | null
  /** `2026-12-05T14:30`, on the authority's clock. */
  readonly minute: string
}

const loadHead = async ({ transaction, now }: ActContext, cycleId: string): Promise<Result<HeadRow>> => {
  const { rows } = await sql<HeadRow>`
    select c.id, c.title, c.year, c.stage, coalesce(p.version, 0) as version, p.cut_off, p.changed_at,
      to_char(${now}::timestamptz at time zone a.time_zone, 'YYYY-MM-DD"T"HH24:MI') as minute
    from cycle c join authority a on a.id = c.authority_id left join calendar_plan p on p.authority_id = c.authority_id and p.cycle_id = c.id
    where c.id = ${cycleId}`.execute(transaction)
  const [head] = rows
  return head ? accept(head) : refuse(errorAt('notFound', cycleId, { what: 'cycle' }))
}

type StepRow = Row<'calendar_step'>

export const loadSteps = ({ transaction }: ActContext, cycleId: string): Promise<readonly StepRow[]> =>
  transaction.selectFrom('calendar_step').selectAll().where('cycle_id', '=', cycleId).orderBy('position').execute()

const hoursOf = ({ from_time, until_time }: StepRow) => ({
  ...(from_time !== null && { fromTime: from_time.slice(0, 5) }),
  ...(until_time !== null && { untilTime: until_time.slice(0, 5) }),
})

/** A step as the core judges it. */
export const coreStepOf = (row: StepRow): CalendarStep => ({
  id: row.id,
  title: row.title,
  words: row.words,
  ...(row.until_day !== null && { window: { until: row.until_day, ...(row.from_day !== null && { from: row.from_day }) } }),
  ...hoursOf(row),
  ...(row.responsible !== null && { responsibleUnit: row.responsible }),
  coordinatingUnits: row.coordinating,
  after: row.after,
})

const stepOf = (row: StepRow, rows: readonly StepRow[], now: string): Step => ({
  ...writtenOf(row),
  ...(row.from_day !== null && { from: row.from_day }),
  ...(row.until_day !== null && { until: row.until_day }),
  state: stepStateAt(coreStepOf(row), now, rows.filter(({ id }) => row.after.includes(id)).map(coreStepOf)),
})

const writtenOf = (row: StepRow): WrittenStep => ({
  id: row.id,
  title: row.title,
  words: row.words,
  ...hoursOf(row),
  ...(row.responsible !== null && { responsible: row.responsible }),
  coordinating: row.coordinating,
  after: row.after,
  ...(row.opens !== null && { opens: row.opens }),
  remindBefore: row.remind_before,
  remindAfter: row.remind_after,
})

/** The plan of a cycle with what is doubtful about it. */
export const loadCalendar = async (context: ActContext, cycleId: string): Promise<Result<Calendar>> => {
  const head = await loadHead(context, cycleId)
  if (!head.ok) return head
  const { id, title, year, stage, version, cut_off, changed_at, minute } = head.value
  const rows = await loadSteps(context, cycleId)
  return accept({
    version,
    cycle: { id, title, year, stage },
    today: minute.slice(0, 10),
    ...(changed_at !== null && { changedAt: changed_at.toISOString() }),
    ...(cut_off !== null && { cutOff: cut_off }),
    steps: rows.map((row) => stepOf(row, rows, minute)),
    problems: checkCalendar(rows.map(coreStepOf)).map((problem) => ({ ...speakProblem(problem) })),
  })
}

interface Proposal {
  fromYear?: number
  cutOff?: string
  steps: WrittenStep[]
}

const usual = (year: number): Proposal => {
  const steps = calendarTexts.usualSteps(year)
  const ids = steps.map(() => crypto.randomUUID())
  return {
    steps: steps.map(({ title, words, after = [], opens }: UsualStep, index) => ({
      id: ids[index] ?? '',
      title,
      words,
      coordinating: [],
      after: after.flatMap((place) => ids[place] ?? []),
      ...(opens && { opens }),
      remindBefore: [7, 1],
      remindAfter: opens ? [1] : [],
    })),
  }
}

/** Steps to begin with: the newest earlier cycle that has a plan, moved to this year; the usual ones where none has. Every step is a new one. */
export const proposeCalendar = async (context: ActContext, cycleId: string): Promise<Result<Proposal>> => {
  const head = await loadHead(context, cycleId)
  if (!head.ok) return head
  const { year } = head.value
  const { rows } = await sql<{ id: string; year: number; cut_off: string | null }>`
    select c.id, c.year, p.cut_off from cycle c join calendar_plan p on p.authority_id = c.authority_id and p.cycle_id = c.id
    where c.year < ${year} and exists (select from calendar_step s where s.cycle_id = c.id) order by c.year desc, c.id limit 1`.execute(
    context.transaction,
  )
  const [before] = rows
  if (!before) return accept(usual(year))
  const steps = await loadSteps(context, before.id)
  const years = year - before.year
  const words = new Map(stepsYearsLater(steps.map(coreStepOf), years).map((step) => [step.id, step.words]))
  const ids = new Map(steps.map(({ id }) => [id, crypto.randomUUID()]))
  return accept({
    fromYear: before.year,
    ...(before.cut_off !== null && { cutOff: addMonths(before.cut_off, 12 * years) }),
    steps: steps.map((row) => ({
      ...writtenOf(row),
      id: ids.get(row.id) ?? '',
      words: words.get(row.id) ?? row.words,
      after: row.after.flatMap((id) => ids.get(id) ?? []),
    })),
  })
}
