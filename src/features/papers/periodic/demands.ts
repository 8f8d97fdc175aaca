import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { errorAt, type Problem } from '../../../core/problem.ts'
import { countStandings, type ReportStanding } from '../../../core/reporting/report-standing.ts'
import { accept, refuse, type Result } from '../../../core/result.ts'
import { recordActions } from '../../../platform/audit/record-action.ts'
import type { ActContext } from '../../../platform/database/transaction.ts'
import type { Demand, NewDemand, SentReport } from './contract.ts'
import {
  asks,
  demandColumns,
  demandOf,
  type DemandRow,
  demandTables,
  loadDemand,
  loadToday,
  onClock,
  type SentRow,
  sentOf,
} from './load-demand.ts'

type CountedDemand = Demand & { readonly counts: Record<ReportStanding, number> }

/** The standing in the database, by the rule of `standingOfReport`: thousands of units are counted and chosen by it. */
const standingSql = (today: string) => sql`case
  when r.signed_copy_at is null then case when ${today}::date > d.due_on then 'overdue' else 'open' end
  when (greatest(r.soft_copy_at, r.signed_copy_at) at time zone a.time_zone)::date > d.due_on then 'late' else 'onTime' end`

/** What is asked for in a year, by day, with how many units stand how. */
export const listDemands = async (context: ActContext, year: number): Promise<Result<{ year: number; demands: CountedDemand[] }>> => {
  const today = await loadToday(context)
  const { rows } = await sql<DemandRow & { counted: Partial<Record<ReportStanding, number>> }>`
    select ${demandColumns},
      (select coalesce(jsonb_object_agg(s.standing, s.units), '{}') from (
        select ${standingSql(today)} as standing, count(*) as units
        from unit u join authority a on a.id = u.authority_id
        left join unit_report r on r.authority_id = u.authority_id and r.demand_id = d.id and r.unit_id = u.id
        where u.authority_id = d.authority_id and ${asks} group by 1) s) as counted
    from ${demandTables} where d.year = ${year} order by d.due_on, d.kind, d.id limit 500`.execute(context.transaction)
  return accept({ year, demands: rows.map((row) => ({ ...demandOf(row), counts: { ...countStandings([]), ...row.counted } })) })
}

const problemsOf = (demands: readonly NewDemand[], year: number): readonly Problem[] =>
  demands.flatMap(({ period, title, dueOn }, at) => [
    ...(period === 'adHoc' && !title ? [errorAt('missingField', `demands[${at}].title`, { field: 'title' })] : []),
    ...(Math.abs(Number(dueOn.slice(0, 4)) - year) > 1
      ? [
          errorAt('outOfRange', `demands[${at}].dueOn`, {
            field: 'dueOn',
            value: dueOn,
            from: `${year - 1}-01-01`,
            to: `${year + 1}-12-31`,
          }),
        ]
      : []),
  ])

/** Asks for reports. A period that is asked for already stays as it is, so that the year can be opened twice. */
export const addDemands = async (
  context: ActContext,
  { year, demands }: { readonly year: number; readonly demands: readonly NewDemand[] },
): Promise<Result<{ added: number }>> => {
  const problems = problemsOf(demands, year)
  if (problems.length > 0) return { ok: false, problems }
  const added = await context.transaction
    .insertInto('report_demand')
    .values(
      demands.map(({ kind, period, title, dueOn, demandedBy, unitId }) => ({
        id: randomUUID(),
        authority_id: context.actor.authorityId,
        year,
        kind,
        period,
        title: period === 'adHoc' ? (title ?? null) : null,
        due_on: dueOn,
        demanded_by: demandedBy,
        unit_id: unitId ?? null,
        created_by: context.actor.personId,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning(['id', 'kind', 'period', 'due_on'])
    .execute()
  await recordActions(
    context,
    added.map(({ id, kind, period, due_on }) => ({ kind: 'reportDemanded', facts: { demandId: id, kind, period, year, dueOn: due_on } })),
  )
  return accept({ added: added.length })
}

interface SeenDemand {
  readonly demandId: string
  readonly version: number
}

const seenDemand = async ({ transaction }: ActContext, { demandId, version }: SeenDemand): Promise<Result<Demand>> => {
  const demand = await loadDemand(transaction, demandId, true)
  if (demand.ok && demand.value.version !== version)
    return refuse(errorAt('changedMeanwhile', '', { version: String(demand.value.version) }))
  return demand
}

export const changeDemand = async (
  context: ActContext,
  at: SeenDemand,
  { dueOn, title, demandedBy }: { readonly dueOn: string; readonly title?: string | undefined; readonly demandedBy: string },
): Promise<Result<Demand>> => {
  const demand = await seenDemand(context, at)
  if (!demand.ok) return demand
  const { period, year } = demand.value
  const problems = problemsOf([{ ...demand.value, dueOn, title, demandedBy }], year)
  if (problems.length > 0) return { ok: false, problems }
  await context.transaction
    .updateTable('report_demand')
    .set({ due_on: dueOn, demanded_by: demandedBy, version: at.version + 1, ...(period === 'adHoc' && { title: title ?? null }) })
    .where('id', '=', at.demandId)
    .execute()
  await recordActions(context, [{ kind: 'reportDemandChanged', facts: { demandId: at.demandId, dueOn, before: demand.value.dueOn } }])
  return loadDemand(context.transaction, at.demandId)
}

export const removeDemand = async (context: ActContext, at: SeenDemand): Promise<Result<undefined>> => {
  const demand = await seenDemand(context, at)
  if (!demand.ok) return demand
  const begun = await context.transaction
    .selectFrom('unit_report')
    .select('unit_id')
    .where('demand_id', '=', at.demandId)
    .limit(1)
    .execute()
  if (begun.length > 0) return refuse(errorAt('reportBegun', '', {}))
  await context.transaction.deleteFrom('report_demand').where('id', '=', at.demandId).execute()
  await recordActions(context, [{ kind: 'reportDemandRemoved', facts: { demandId: at.demandId } }])
  return accept(undefined)
}

interface Wanted {
  readonly standing?: ReportStanding | undefined
  readonly after?: string | undefined
  readonly limit: number
}

/** Every unit that is asked, by name. */
export const listUnitsOfDemand = async (
  context: ActContext,
  demandId: string,
  { standing, after, limit }: Wanted,
): Promise<Result<{ demand: Demand; today: string; reports: SentReport[]; next?: string }>> => {
  const demand = await loadDemand(context.transaction, demandId)
  if (!demand.ok) return demand
  const today = await loadToday(context)
  const beyond = after === undefined ? sql`` : sql`and (u.name, u.id) > (select b.name, b.id from unit b where b.id = ${after})`
  const wanted = standing === undefined ? sql`` : sql`and ${standingSql(today)} = ${standing}`
  const { rows } = await sql<SentRow & SentReport['unit']>`
    select u.id, u.code, u.name, ${onClock('r.soft_copy_at')} as soft, ${onClock('r.signed_copy_at')} as signed, r.number
    from report_demand d join unit u on u.authority_id = d.authority_id and ${asks}
    join authority a on a.id = u.authority_id
    left join unit_report r on r.authority_id = u.authority_id and r.demand_id = d.id and r.unit_id = u.id
    where d.id = ${demandId} ${beyond} ${wanted} order by u.name, u.id limit ${limit + 1}`.execute(context.transaction)
  const reports = rows
    .slice(0, limit)
    .map(({ id, code, name, ...sent }) => ({ unit: { id, code, name }, ...sentOf(sent, demand.value.dueOn, today) }))
  const last = reports.at(-1)
  return accept({ demand: demand.value, today, reports, ...(rows.length > limit && last && { next: last.unit.id }) })
}
