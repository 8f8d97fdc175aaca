import { sql } from 'kysely'
import { errorAt } from '../../../core/problem.ts'
import { standingOfReport } from '../../../core/reporting/report-standing.ts'
import { accept, refuse, type Result } from '../../../core/result.ts'
import type { ActContext, Transaction } from '../../../platform/database/transaction.ts'
import type { Demand, Sent } from './contract.ts'

export interface DemandRow {
  readonly id: string
  readonly year: number
  readonly kind: Demand['kind']
  readonly period: Demand['period']
  readonly title: string | null
  readonly due_on: string
  readonly demanded_by: string
  readonly unit: NonNullable<Demand['unit']> | null
  readonly version: number
}

/** Columns and tables of a demand with the unit it is about. */
export const demandColumns = sql`d.id, d.year, d.kind, d.period, d.title, d.due_on, d.demanded_by, d.version,
  case when o.id is not null then jsonb_build_object('id', o.id, 'code', o.code, 'name', o.name) end as unit`
export const demandTables = sql`report_demand d left join unit o on o.authority_id = d.authority_id and o.id = d.unit_id`

/** Units that a demand asks: those that stand on its day and have a head of their own, or the one that it names. */
export const asks = sql`(d.unit_id = u.id or (d.unit_id is null and u.kind not in ('division', 'authority') and u.valid @> d.due_on))`

export const demandOf = (row: DemandRow): Demand => ({
  id: row.id,
  year: row.year,
  kind: row.kind,
  period: row.period,
  ...(row.title !== null && { title: row.title }),
  dueOn: row.due_on,
  demandedBy: row.demanded_by,
  ...(row.unit !== null && { unit: row.unit }),
  version: row.version,
})

export const loadDemand = async (transaction: Transaction, demandId: string, lock = false): Promise<Result<Demand>> => {
  const { rows } = await sql<DemandRow>`
    select ${demandColumns} from ${demandTables} where d.id = ${demandId} ${lock ? sql`for update of d` : sql``}`.execute(transaction)
  const [row] = rows
  return row ? accept(demandOf(row)) : refuse(errorAt('notFound', demandId, { what: 'report' }))
}

/** A moment column on the authority's clock, `2026-03-15T16:30`. */
export const onClock = (column: 'r.soft_copy_at' | 'r.signed_copy_at') =>
  sql`to_char(${sql.ref(column)} at time zone a.time_zone, 'YYYY-MM-DD"T"HH24:MI')`

export interface SentRow {
  readonly soft: string | null
  readonly signed: string | null
  readonly number: string | null
}

export const sentOf = ({ soft, signed, number }: SentRow, dueOn: string, today: string): Sent => {
  const copies = { ...(soft !== null && { softCopyAt: soft }), ...(signed !== null && { signedCopyAt: signed }) }
  return { standing: standingOfReport({ dueOn, ...copies }, today), ...copies, ...(number && { number }) }
}

/** Today on the authority's calendar. */
export const loadToday = async ({ transaction, actor }: ActContext): Promise<string> => {
  const { rows } = await sql<{ today: string }>`
    select to_char(now() at time zone time_zone, 'YYYY-MM-DD') as today from authority where id = ${actor.authorityId}`.execute(transaction)
  return rows[0]?.today ?? ''
}
