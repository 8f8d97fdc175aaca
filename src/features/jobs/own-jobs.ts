import { sql } from 'kysely'
import type { JobView } from '../../contract/job-routes.ts'
import { errorAt, type Problem } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import { speakProblem } from '../../language/problem-sentence.ts'
import { recordActions } from '../../platform/audit/record-action.ts'
import type { Row } from '../../platform/database/tables.ts'
import type { ActContext } from '../../platform/database/transaction.ts'

/** The newest are enough for a page; older ones have done their work. */
const shownAtMost = 50

const viewOf = (row: Row<'job'>): JobView => ({
  id: row.id,
  kind: row.kind,
  state: row.state,
  done: row.done,
  ...(row.whole !== null && { whole: row.whole }),
  createdAt: row.created_at.toISOString(),
  ...(row.ended_at && { endedAt: row.ended_at.toISOString() }),
  ...(row.result !== null && { result: row.result }),
  problems: ((row.problems ?? []) as readonly Problem[]).map((problem) => ({ ...speakProblem(problem) })),
})

/** Jobs that the actor asked for, newest first. */
export const listOwnJobs = async ({ transaction, actor }: ActContext, kind?: string): Promise<Result<{ jobs: JobView[] }>> => {
  let query = transaction.selectFrom('job').selectAll().where('person_id', '=', actor.personId)
  if (kind) query = query.where('kind', '=', kind)
  const rows = await query.orderBy('created_at', 'desc').orderBy('id', 'desc').limit(shownAtMost).execute()
  return accept({ jobs: rows.map(viewOf) })
}

/** One job of the actor; another's is not found. */
export const loadOwnJob = async ({ transaction, actor }: ActContext, jobId: string): Promise<Result<JobView>> => {
  const row = await transaction
    .selectFrom('job')
    .selectAll()
    .where('id', '=', jobId)
    .where('person_id', '=', actor.personId)
    .executeTakeFirst()
  return row ? accept(viewOf(row)) : refuse(errorAt('notFound', jobId, { what: 'job' }))
}

/** Stops a job that waits or runs: an act of it that is under way ends first, no other begins. */
export const cancelJob = async (context: ActContext, jobId: string): Promise<Result<JobView>> => {
  const found = await loadOwnJob(context, jobId)
  if (!found.ok) return found
  const { numAffectedRows } = await sql`
    update job set state = 'cancelled', lease = null, leased_until = null, ended_at = now()
    where id = ${jobId} and state in ('waiting', 'running')`.execute(context.transaction)
  if (numAffectedRows !== 1n) return refuse(errorAt('jobEnded', '', {}))
  await recordActions(context, [{ kind: 'jobCancelled', facts: { jobId, job: found.value.kind } }])
  return loadOwnJob(context, jobId)
}
