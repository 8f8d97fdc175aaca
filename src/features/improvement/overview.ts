import { pointsText } from '../../core/exact/points.ts'
import { pointsAtStake, standingOf } from '../../core/improvement/follow.ts'
import { lossesOf, parsePlan, tasksOf } from '../../core/improvement/plan.ts'
import type { PlanFile } from '../../core/improvement/plan-file.ts'
import { tasksOn } from '../../core/improvement/progress.ts'
import { taskId } from '../../core/improvement/task.ts'
import { accept, type Result } from '../../core/result.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import { type ApprovedRow, approvedPlans } from './approved-plans.ts'
import type { OverviewLine } from './follow-contract.ts'
import { todayOf } from './stored-plan.ts'

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
