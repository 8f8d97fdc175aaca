import { sql } from 'kysely'
import { parsePlan } from '../../core/improvement/plan.ts'
import type { PlanFile } from '../../core/improvement/plan-file.ts'
import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import type { Row } from '../../platform/database/tables.ts'
import type { ActContext, Transaction } from '../../platform/database/transaction.ts'

/** Which plan an act is about; the unit stands in the address, so that the policy can be asked about it. */
export interface PlanPlace {
  readonly unitId: string
  readonly planId: string
}

export type PlanRow = Omit<Row<'improvement_plan'>, 'document'>
export interface StoredPlan {
  readonly row: PlanRow
  readonly plan: PlanFile
}

/** A plan of this unit, locked where it is going to change. */
export const loadStoredPlan = async (
  transaction: Transaction,
  { unitId, planId }: PlanPlace,
  lock = false,
): Promise<Result<StoredPlan>> => {
  const query = transaction.selectFrom('improvement_plan').selectAll().where('id', '=', planId).where('unit_id', '=', unitId)
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst()
  if (!row) return refuse(errorAt('notFound', planId, { what: 'plan' }))
  const plan = parsePlan(row.document)
  return plan.ok ? accept({ row, plan: plan.value }) : plan
}

/** The plan locked, and still as it was seen. */
export const seenPlan = async ({ transaction }: ActContext, place: PlanPlace, version: number): Promise<Result<StoredPlan>> => {
  const stored = await loadStoredPlan(transaction, place, true)
  if (stored.ok && stored.value.row.version !== version)
    return refuse(errorAt('changedMeanwhile', '', { version: String(stored.value.row.version) }))
  return stored
}

/** Today on the authority's calendar. */
export const todayOf = async ({ transaction, actor }: ActContext): Promise<string> => {
  const { rows } = await sql<{ today: string }>`
    select to_char(now() at time zone time_zone, 'YYYY-MM-DD') as today from authority where id = ${actor.authorityId}`.execute(transaction)
  return rows[0]?.today ?? ''
}

/** Keeps a plan's new document and stage under the next version. */
export const storePlan = async (
  { transaction, actor }: ActContext,
  { row, plan }: StoredPlan,
  stage: PlanRow['stage'] = row.stage,
): Promise<void> => {
  await transaction
    .updateTable('improvement_plan')
    .set({
      document: JSON.stringify(plan),
      title: plan.title,
      action_year: plan.actionYear,
      stage,
      version: row.version + 1,
      changed_at: sql<Date>`now()`,
      changed_by: actor.personId,
    })
    .where('id', '=', row.id)
    .execute()
}
