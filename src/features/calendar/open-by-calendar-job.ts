import { sql } from 'kysely'
import { z } from 'zod'
import { accept, type Result } from '../../core/result.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import { bindJob, type Job } from '../../platform/jobs/job-kind.ts'

const openByCalendar = { kind: 'openByCalendar', payload: z.unknown(), everySeconds: 15 }

/** Opens a prepared cycle; refused where somebody else was first or its deadline has passed. */
export type OpenPrepared = (context: ActContext, cycleId: string) => Promise<Result<unknown>>

/** Cycles whose step for the self-assessment has begun on the authority's clock and is not over. */
const dueCycles = async ({ transaction }: ActContext): Promise<readonly string[]> => {
  const { rows } = await sql<{ id: string }>`
    select c.id from cycle c join authority a on a.id = c.authority_id
    join calendar_step s on s.authority_id = c.authority_id and s.cycle_id = c.id and s.opens = 'selfAssessment'
    where c.stage = 'preparing' and (now() at time zone a.time_zone)::date between s.from_day and s.until_day
      and exists (select from cycle_unit cu where cu.cycle_id = c.id)`.execute(transaction)
  return rows.map(({ id }) => id)
}

/** Opens what the calendar says is to be opened, by the database's clock. Locking needs no job: past its deadline a cycle takes nothing. */
export const openByCalendarJob = (open: OpenPrepared): Job =>
  bindJob(openByCalendar, async (_, work) => {
    const due = await work.act(async (context) => accept(await dueCycles(context)))
    if (!due.ok) return due
    for (const cycleId of due.value) {
      const opened = await work.act((context) => open(context, cycleId))
      if (!opened.ok) return opened
    }
    return accept({ opened: due.value.length })
  })
