import { sql } from 'kysely'
import { errorAt, hasErrors } from '../../../core/problem.ts'
import { checkReportForm, plainForm, type ReportForm } from '../../../core/reporting/report-form.ts'
import { accept, refuse, type Result } from '../../../core/result.ts'
import { recordActions } from '../../../platform/audit/record-action.ts'
import type { ActContext } from '../../../platform/database/transaction.ts'
import type { OpenReport } from './contract.ts'
import { type ReportPlace, showReport } from './own-reports.ts'

export interface SeenReport extends ReportPlace {
  readonly version: number
}

/** The report as it stands, locked and still as it was seen. */
export const seenReport = async (context: ActContext, at: SeenReport): Promise<Result<OpenReport>> => {
  const { transaction } = context
  await sql`select from unit_report where demand_id = ${at.demandId} and unit_id = ${at.unitId} for update`.execute(transaction)
  const report = await showReport(context, at)
  if (report.ok && report.value.version !== at.version)
    return refuse(errorAt('changedMeanwhile', '', { version: String(report.value.version) }))
  return report
}

interface Columns {
  readonly form: string
  readonly soft_copy_at?: ReturnType<typeof sql<Date>> | null
  readonly signed_copy_at?: ReturnType<typeof sql<Date>> | null
  readonly number?: string
  readonly paper_id?: string
}

/** Keeps a report under the next version; two who begin it at once do not both. */
export const storeReport = async ({ transaction, actor }: ActContext, at: SeenReport, columns: Columns): Promise<Result<undefined>> => {
  const changed = { ...columns, version: at.version + 1, changed_at: sql<Date>`now()`, changed_by: actor.personId }
  const place = { authority_id: actor.authorityId, demand_id: at.demandId, unit_id: at.unitId }
  const stored = await transaction
    .insertInto('unit_report')
    .values({ ...place, ...changed })
    .onConflict((conflict) =>
      conflict.columns(['authority_id', 'demand_id', 'unit_id']).doUpdateSet(changed).where('unit_report.version', '=', at.version),
    )
    .returning('version')
    .executeTakeFirst()
  return stored ? accept(undefined) : refuse(errorAt('changedMeanwhile', '', {}))
}

/** Fills in the form. Figures that cannot be read or contradict each other are refused; a figure that fell is only told. */
export const fillReport = async (context: ActContext, at: SeenReport, typed: ReportForm): Promise<Result<OpenReport>> => {
  const seen = await seenReport(context, at)
  if (!seen.ok) return seen
  const form = plainForm(typed)
  const problems = checkReportForm(form)
  if (hasErrors(problems)) return { ok: false, problems }
  const stored = await storeReport(context, at, { form: JSON.stringify(form) })
  if (!stored.ok) return stored
  await recordActions(context, [{ kind: 'reportFilled', unitId: at.unitId, facts: { demandId: at.demandId } }])
  return showReport(context, at)
}

const momentSql = (local: string | undefined, authorityId: string) =>
  local === undefined ? null : sql<Date>`(${local}::timestamp at time zone (select time_zone from authority where id = ${authorityId}))`

interface Sending {
  readonly softCopyAt?: string | undefined
  readonly signedCopyAt?: string | undefined
  readonly number: string
}

/** Enters when the copies were sent. A copy cannot have been sent in a time to come. */
export const sendReport = async (context: ActContext, at: SeenReport, sending: Sending): Promise<Result<OpenReport>> => {
  const seen = await seenReport(context, at)
  if (!seen.ok) return seen
  const { rows } = await sql<{ now: string }>`
    select to_char(now() at time zone time_zone, 'YYYY-MM-DD"T"HH24:MI') as now from authority where id = ${context.actor.authorityId}`.execute(
    context.transaction,
  )
  const now = rows[0]?.now ?? ''
  const problems = (['softCopyAt', 'signedCopyAt'] as const).flatMap((field) => {
    const value = sending[field]
    return value !== undefined && value > now
      ? [errorAt('outOfRange', field, { field, value: value.replace('T', ' '), to: now.replace('T', ' ') })]
      : []
  })
  if (problems.length > 0) return { ok: false, problems }
  const stored = await storeReport(context, at, {
    form: JSON.stringify(seen.value.form),
    soft_copy_at: momentSql(sending.softCopyAt, context.actor.authorityId),
    signed_copy_at: momentSql(sending.signedCopyAt, context.actor.authorityId),
    number: sending.number,
  })
  if (!stored.ok) return stored
  await recordActions(context, [{ kind: 'reportSent', unitId: at.unitId, facts: { demandId: at.demandId, ...sending } }])
  return showReport(context, at)
}
