import { sql } from 'kysely'
import { pointsText } from '../../core/exact/points.ts'
import { pointsAtStake, standingOf } from '../../core/improvement/follow.ts'
import { lossesOf, parsePlan, tasksOf } from '../../core/improvement/plan.ts'
import type { PlanFile } from '../../core/improvement/plan-file.ts'
import { tasksOn } from '../../core/improvement/progress.ts'
import { taskId } from '../../core/improvement/task.ts'
import { accept, type Result } from '../../core/result.ts'
import type { TaskState } from '../../core/vocabulary.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import type { OverviewLine, RecommendationLine } from './follow-contract.ts'
import { todayOf } from './stored-plan.ts'

interface ApprovedRow {
  readonly id: string
  readonly unit: { id: string; code: string; name: string }
  readonly action_year: number
  readonly approved_on: string
  readonly document: unknown
  readonly progress: readonly { task: string; on: string; state: TaskState; share: number }[]
}

/** Plans in force with what was last approved of them, by unit; by keyset on the plan's id. */
const approvedPlans = async ({ transaction }: ActContext, after: string | undefined, limit: number): Promise<readonly ApprovedRow[]> => {
  const { rows } = await sql<ApprovedRow>`
    select p.id, jsonb_build_object('id', u.id, 'code', u.code, 'name', u.name) as unit, p.action_year, a.approved_on, a.document,
      (select coalesce(jsonb_agg(jsonb_build_object('task', t.task_id, 'on', t.reported_on, 'state', t.state, 'share', t.share) order by t.id), '[]')
        from task_progress t where t.plan_id = p.id) as progress
    from improvement_plan p join unit u on u.id = p.unit_id
    join lateral (select approved_on, document from approved_plan where plan_id = p.id order by edition desc limit 1) a on true
    where p.stage <> 'closed' ${after === undefined ? sql`` : sql`and p.id > ${after}`}
    order by p.id limit ${limit}`.execute(transaction)
  return rows
}

const lineOf = (row: ApprovedRow, plan: PlanFile, today: string): OverviewLine => {
  const entries = row.progress.map(({ task, ...entry }) => ({ ...entry, task: taskId(task) }))
  const tasks = tasksOn(tasksOf(plan), entries, today)
  const losses = lossesOf(plan)
  const standings = tasks.map((task) => ({ task, standing: standingOf(task, today, row.approved_on) }))
  const countOf = (wanted: readonly string[]) => standings.filter(({ standing }) => wanted.includes(standing)).length
  const weak = standings.filter(({ standing }) => standing === 'late' || standing === 'endangered').map(({ task }) => task)
  return {
    id: row.id,
    unit: row.unit,
    title: plan.title,
    actionYear: row.action_year,
    tasks: tasks.length,
    late: countOf(['late']),
    endangered: countOf(['endangered']),
    done: countOf(['done', 'doneLate']),
    atStake: pointsText(pointsAtStake(weak, losses)),
  }
}

/** Approved plans of all units with what is late, endangered and at stake. */
export const showOverview = async (
  context: ActContext,
  { after, limit }: { readonly after?: string | undefined; readonly limit: number },
): Promise<Result<{ plans: OverviewLine[]; next?: string }>> => {
  const rows = await approvedPlans(context, after, limit + 1)
  const today = await todayOf(context)
  const plans = rows.slice(0, limit).flatMap((row) => {
    const plan = parsePlan(row.document)
    return plan.ok ? [lineOf(row, plan.value, today)] : []
  })
  const last = rows[limit - 1]
  return accept({ plans, ...(rows.length > limit && last && { next: last.id }) })
}

const recommendationsPerPage = 100

/** What units ask to have changed in the criteria: the method owner's list for the next version. */
export const listRecommendations = async (
  context: ActContext,
  { after }: { readonly after?: string | undefined },
): Promise<Result<{ recommendations: RecommendationLine[]; next?: string }>> => {
  const rows = await approvedPlans(context, after, recommendationsPerPage + 1)
  const recommendations = rows.slice(0, recommendationsPerPage).flatMap((row) => {
    const plan = parsePlan(row.document)
    if (!plan.ok) return []
    return plan.value.recommendations
      .filter(({ onCriteria }) => onCriteria)
      .map(({ id, addressee, text, onCriteria, answer }) => ({
        planId: row.id,
        unit: row.unit,
        year: plan.value.year,
        id,
        addressee,
        text,
        onCriteria,
        ...(answer !== undefined && { answer }),
      }))
  })
  const last = rows[recommendationsPerPage - 1]
  return accept({ recommendations, ...(rows.length > recommendationsPerPage && last && { next: last.id }) })
}
