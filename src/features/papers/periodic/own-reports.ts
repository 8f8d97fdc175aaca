import { sql } from 'kysely'
import { errorAt } from '../../../core/problem.ts'
import {
  carriedForm,
  checkReportForm,
  emptyReportForm,
  type ReportForm,
  reportFormShape,
  withFacts,
} from '../../../core/reporting/report-form.ts'
import { daysOfPeriod } from '../../../core/reporting/report-periods.ts'
import { countStandings } from '../../../core/reporting/report-standing.ts'
import { accept, refuse, type Result } from '../../../core/result.ts'
import { speakProblem } from '../../../language/problem-sentence.ts'
import type { ActContext } from '../../../platform/database/transaction.ts'
import type { Demand, DueReport, OpenReport } from './contract.ts'
import { asks, demandColumns, demandOf, type DemandRow, demandTables, loadToday, onClock, type SentRow, sentOf } from './load-demand.ts'
import { loadPlanInPeriod } from './plan-of-year.ts'

export interface ReportPlace {
  readonly unitId: string
  readonly demandId: string
}

interface OwnRow extends DemandRow, SentRow {
  readonly form: unknown
  readonly report_version: number | null
  readonly paper_id: string | null
}

/** Demands that ask a unit, with its report where that is begun. */
const ownRows = async (context: ActContext, unitId: string, wanted: ReturnType<typeof sql>): Promise<readonly OwnRow[]> =>
  (
    await sql<OwnRow>`
      select ${demandColumns}, ${onClock('r.soft_copy_at')} as soft, ${onClock('r.signed_copy_at')} as signed, r.number, r.form,
        r.version as report_version, r.paper_id
      from ${demandTables} join authority a on a.id = d.authority_id
      join unit u on u.authority_id = d.authority_id and u.id = ${unitId} and ${asks}
      left join unit_report r on r.authority_id = d.authority_id and r.demand_id = d.id and r.unit_id = ${unitId}
      where ${wanted} order by d.due_on, d.kind, d.id limit 500`.execute(context.transaction)
  ).rows

const dueOf = (row: OwnRow, today: string): DueReport => ({
  demand: demandOf(row),
  ...sentOf(row, row.due_on, today),
  isBegun: row.report_version !== null,
  ...(row.paper_id !== null && { paperId: row.paper_id }),
})

const loadUnit = async ({ transaction }: ActContext, unitId: string): Promise<Result<OpenReport['unit']>> => {
  const unit = await transaction.selectFrom('unit').select(['id', 'code', 'name']).where('id', '=', unitId).executeTakeFirst()
  return unit ? accept(unit) : refuse(errorAt('notFound', unitId, { what: 'unit' }))
}

type OwnReports = {
  unit: OpenReport['unit']
  year: number
  today: string
  reports: DueReport[]
  counts: Record<DueReport['standing'], number>
}

/** The register of a unit's reports of a year. */
export const listOwnReports = async (context: ActContext, unitId: string, year: number): Promise<Result<OwnReports>> => {
  const unit = await loadUnit(context, unitId)
  if (!unit.ok) return unit
  const today = await loadToday(context)
  const reports = (await ownRows(context, unitId, sql`d.year = ${year}`)).map((row) => dueOf(row, today))
  return accept({ unit: unit.value, year, today, reports, counts: { ...countStandings(reports.map(({ standing }) => standing)) } })
}

/** Reports that a unit owes: asked for and not sent, the first due first. */
export const openReports = async (
  context: ActContext,
  unitId: string,
  today: string,
): Promise<{ unit: OpenReport['unit'] | undefined; reports: DueReport[] }> => {
  const unit = await loadUnit(context, unitId)
  const rows = await ownRows(context, unitId, sql`r.signed_copy_at is null`)
  return { unit: unit.ok ? unit.value : undefined, reports: rows.map((row) => dueOf(row, today)) }
}

const formOf = (stored: unknown): ReportForm => {
  const read = reportFormShape.safeParse(stored)
  return read.success ? read.data : emptyReportForm
}

/** The newest report of the kind that ended before this one; an occasion carries nothing over. */
const loadBefore = async (context: ActContext, unitId: string, { kind, period, dueOn }: Demand) => {
  if (period === 'adHoc') return undefined
  const rows = await ownRows(
    context,
    unitId,
    sql`d.kind = ${kind} and d.period <> 'adHoc' and d.due_on < ${dueOn}::date and r.version is not null`,
  )
  const last = rows.at(-1)
  return last && { period: last.period, year: last.year, form: formOf(last.form) }
}

/** Plain figures of the register of facts. */
const loadFacts = async ({ transaction }: ActContext, unitId: string, year: number): Promise<Record<string, string>> => {
  const rows = await transaction
    .selectFrom('fact')
    .select(['key', 'value'])
    .where('unit_id', '=', unitId)
    .where('year', '=', year)
    .execute()
  return Object.fromEntries(rows.flatMap(({ key, value }) => (typeof value === 'string' ? [[key, value] as const] : [])))
}

/** Figures count from the beginning of the year: in a new year none is carried over. */
const begun = (before: Awaited<ReturnType<typeof loadBefore>>, year: number): ReportForm => {
  if (before === undefined) return emptyReportForm
  const carried = carriedForm(before.form)
  return before.year === year
    ? carried
    : { ...carried, figures: {}, projects: carried.projects.map((each) => ({ ...each, disbursed: '' })) }
}

/** A report with its form: as it was filled in, else as the one before leaves it and the register of facts knows better. */
export const showReport = async (context: ActContext, { unitId, demandId }: ReportPlace): Promise<Result<OpenReport>> => {
  const unit = await loadUnit(context, unitId)
  if (!unit.ok) return unit
  const [row] = await ownRows(context, unitId, sql`d.id = ${demandId}`)
  if (!row) return refuse(errorAt('notFound', demandId, { what: 'report' }))
  const demand = demandOf(row)
  const today = await loadToday(context)
  const before = await loadBefore(context, unitId, demand)
  const facts = await loadFacts(context, unitId, demand.year)
  const form = row.form === null ? withFacts(begun(before, demand.year), demand.kind, facts) : formOf(row.form)
  const plan = await loadPlanInPeriod(context, unitId, demand.year, lastDay(demand, today))
  return accept({
    ...dueOf(row, today),
    unit: unit.value,
    form,
    version: row.report_version ?? 0,
    ...(before && { before: { period: before.period, year: before.year, figures: { ...before.form.figures } } }),
    facts,
    ...(plan && { plan: { tasks: plan.tasks, done: plan.done.length, late: plan.late.length, wonBack: plan.wonBack.length } }),
    problems: checkReportForm(form, before?.year === demand.year ? before.form : undefined).map((problem) => ({
      ...speakProblem(problem),
    })),
  })
}

/** The last day that a report speaks of: the close of its figures, of an occasion its due day; never one to come. */
export const lastDay = ({ period, year, dueOn }: Demand, today: string): string => {
  const until = daysOfPeriod(period, year)?.until ?? dueOn
  return until < today ? until : today
}
