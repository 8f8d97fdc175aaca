import { sql } from 'kysely'
import { z } from 'zod'
import type { Telling } from '../../contract/telling.ts'
import { pointsText } from '../../core/exact/points.ts'
import { type FollowedTask, pointsAtStake } from '../../core/improvement/follow.ts'
import { isOwnTask } from '../../core/improvement/own-tasks.ts'
import { lossesOf, parsePlan, tasksOf } from '../../core/improvement/plan.ts'
import type { PlanFile } from '../../core/improvement/plan-file.ts'
import { tasksOn } from '../../core/improvement/progress.ts'
import { taskId } from '../../core/improvement/task.ts'
import { tasksToRemind } from '../../core/improvement/tasks-to-remind.ts'
import { accept } from '../../core/result.ts'
import { improvementWords } from '../../language/pages/improvement.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import { bindJob, type Job } from '../../platform/jobs/job-kind.ts'
import { type ApprovedRow, approvedPlans } from './approved-plans.ts'
import { todayOf } from './stored-plan.ts'

/** Brings tellings to people; the notices are another feature's. */
export type TellOfTasks = (context: ActContext, tellings: readonly Telling[]) => Promise<number>

const remindOfTasks = { kind: 'remindOfTasks', payload: z.unknown(), everySeconds: 600 }
const plansPerAct = 50
const words = improvementWords.reminder

interface Reader {
  readonly person_id: string
  readonly name: string
  readonly divisions: readonly string[]
  /** Officers and head of the unit follow the whole plan. */
  readonly follows_all: boolean
}

/** Whoever works in the unit or in a division of it, with the names of their divisions. */
const readersOf = async ({ transaction }: ActContext, unitId: string): Promise<readonly Reader[]> => {
  const { rows } = await sql<Reader>`
    select p.id as person_id, p.name, bool_or(u.id = ${unitId} and g.role in ('unitOfficer', 'headOfUnit')) as follows_all,
      coalesce(array_agg(distinct n.name) filter (where u.id <> ${unitId}), '{}') as divisions
    from role_grant g join person p on p.id = g.person_id and p.active join unit u on u.id = g.unit_id
    cross join lateral unnest(u.aliases || u.name) as n(name)
    where g.valid @> today() and g.role in ('unitOfficer', 'headOfUnit', 'divisionOfficer')
      and (u.id = ${unitId} or (u.parent_id = ${unitId} and u.kind = 'division'))
    group by p.id, p.name`.execute(transaction)
  return rows
}

const tellingOf = (row: ApprovedRow, plan: PlanFile, reader: Reader, tasks: readonly FollowedTask[], today: string): Telling => ({
  personId: reader.person_id,
  unitId: row.unit.id,
  title: words.title(plan.title),
  body: [
    ...tasks.map(({ title, leadUnit, until = '', share }) => words.line(title, leadUnit, until, until < today, share)),
    words.atStake(pointsText(pointsAtStake(tasks, lossesOf(plan)))),
  ].join('\n'),
  link: `/cai-thien/${row.unit.id}/${row.id}?muc=theo-doi`,
  key: `tasks ${row.id} ${today}`,
})

const tellingsOf = async (context: ActContext, row: ApprovedRow, today: string): Promise<readonly Telling[]> => {
  const plan = parsePlan(row.document)
  if (!plan.ok) return []
  const entries = row.progress.map(({ task, ...entry }) => ({ ...entry, task: taskId(task) }))
  const due = tasksToRemind(tasksOn(tasksOf(plan.value), entries, today), today)
  if (due.length === 0) return []
  return (await readersOf(context, row.unit.id)).flatMap((reader) => {
    const own = due.filter((task) => reader.follows_all || isOwnTask(task, { divisions: reader.divisions, person: reader.name }))
    return own.length === 0 ? [] : [tellingOf(row, plan.value, reader, own, today)]
  })
}

/** Urges on the tasks of approved plans: the office that follows the plan is told of all that are due or late, divisions and persons of theirs; once a day and plan. */
export const remindOfTasksJob = (tell: TellOfTasks): Job =>
  bindJob(remindOfTasks, async (_, work) => {
    let after: string | undefined
    let told = 0
    do {
      const from = after
      const done = await work.act(async (context) => {
        const rows = await approvedPlans(context, from, plansPerAct)
        const today = await todayOf(context)
        const tellings: Telling[] = []
        for (const row of rows) tellings.push(...(await tellingsOf(context, row, today)))
        return accept({ told: await tell(context, tellings), last: rows.length < plansPerAct ? undefined : rows.at(-1)?.id })
      })
      if (!done.ok) return done
      told += done.value.told
      after = done.value.last
    } while (after !== undefined)
    return accept({ told })
  })
