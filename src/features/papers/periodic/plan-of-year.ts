import { sql } from 'kysely'
import { lossesOf, parsePlan, tasksOf } from '../../../core/improvement/plan.ts'
import type { ProgressEntry } from '../../../core/improvement/progress.ts'
import { taskId } from '../../../core/improvement/task.ts'
import { type PlanInPeriod, planInPeriod } from '../../../core/reporting/plan-in-period.ts'
import type { TaskState } from '../../../core/vocabulary.ts'
import type { ActContext } from '../../../platform/database/transaction.ts'

interface PlanRow {
  readonly id: string
  readonly document: unknown
  readonly start: string | null
}
interface EntryRow {
  readonly task_id: string
  readonly reported_on: string
  readonly state: TaskState
  readonly share: number
}

/** The approved plan of improvement that a unit carries out in a year, as its reports had it at the end of a day; undefined where there is none. */
export const loadPlanInPeriod = async (
  { transaction }: ActContext,
  unitId: string,
  year: number,
  day: string,
): Promise<PlanInPeriod | undefined> => {
  const { rows } = await sql<PlanRow>`
    select p.id, p.document, (select min(a.approved_on)::text from approved_plan a where a.plan_id = p.id) as start
    from improvement_plan p
    where p.unit_id = ${unitId} and p.action_year = ${year} and p.stage <> 'draft' order by p.created_at desc limit 1`.execute(transaction)
  const [row] = rows
  const plan = row && parsePlan(row.document)
  if (!row || !plan?.ok) return undefined
  const { rows: entries } = await sql<EntryRow>`
    select task_id, reported_on::text as reported_on, state, share from task_progress where plan_id = ${row.id} order by id`.execute(
    transaction,
  )
  const reported = entries.map(
    ({ task_id, reported_on, state, share }): ProgressEntry => ({ task: taskId(task_id), on: reported_on, state, share }),
  )
  return planInPeriod({ tasks: tasksOf(plan.value), losses: lossesOf(plan.value), start: row.start ?? `${year}-01-01` }, reported, day)
}
