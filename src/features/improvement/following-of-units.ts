import { type Following, mostNamed } from '../../contract/following.ts'
import { standingOf } from '../../core/improvement/follow.ts'
import { parsePlan, tasksOf } from '../../core/improvement/plan.ts'
import { tasksOn } from '../../core/improvement/progress.ts'
import { taskId } from '../../core/improvement/task.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import { type ApprovedRow, approvedPlans } from './approved-plans.ts'
import { todayOf } from './stored-plan.ts'

/** Plans of one unit that are carried out at the same time; nobody has more. */
const mostPlans = 20

const followingOf = (row: ApprovedRow, today: string): Following[] => {
  const plan = parsePlan(row.document)
  if (!plan.ok) return []
  const entries = row.progress.map(({ task, ...entry }) => ({ ...entry, task: taskId(task) }))
  const weak = tasksOn(tasksOf(plan.value), entries, today)
    .map((task) => ({ task, standing: standingOf(task, today, row.approved_on) }))
    .filter(({ standing }) => standing === 'late' || standing === 'endangered')
    .sort((a, b) => (a.task.until ?? '').localeCompare(b.task.until ?? ''))
  if (weak.length === 0) return []
  const late = weak.filter(({ standing }) => standing === 'late').length
  return [
    {
      of: 'plan',
      unit: row.unit,
      about: { id: row.id, title: plan.value.title },
      late,
      endangered: weak.length - late,
      first: weak.slice(0, mostNamed).map(({ task: { title, until = '', leadUnit }, standing }) => ({
        title,
        until,
        isLate: standing === 'late',
        ...(leadUnit !== undefined && { who: leadUnit }),
      })),
    },
  ]
}

/** Plans of these units with tasks that are late or in danger. */
export const plansToFollow = async (context: ActContext, unitIds: readonly string[]): Promise<Following[]> => {
  const today = await todayOf(context)
  const rows = await approvedPlans(context, undefined, mostPlans, unitIds)
  return rows.flatMap((row) => followingOf(row, today))
}
