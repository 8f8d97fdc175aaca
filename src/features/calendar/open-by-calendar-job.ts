import { sql } from 'kysely'
import { z } from 'zod'
import { accept, type Result } from '../../core/result.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import { bindJob, type Job } from '../../platform/jobs/job-kind.ts'

const openByCalendar = { kind: 'openByCalendar', payload: z.unknown(), everySeconds: 15 }

/** Opens a prepared cycle; refused where somebody else was first or its deadline has passed. */
export type OpenPrepared = (context: ActContext, cycleId: string) => Promise<Result<unknown>>

/** Cycles whose step for the self-assessment has begun, to the minute, and is not over; one without a first day is opened by a person. */
const dueCycles = async ({ transaction }: ActContext): Promise<readonly string[]> => {
  const { rows } = await sql<{ id: string }>`
    select c.id from cycle c
    where c.stage = 'preparing' and now() >= step_opens(c.id, 'selfAssessment') and now() < step_closes(c.id, 'selfAssessment')
      and exists (select from cycle_unit cu where cu.cycle_id = c.id)`.execute(transaction)
  return rows.map(({ id }) => id)
}

/** Moves on the units of a cycle whose time to explain has run out. */
export type EndExplanations = (context: ActContext, cycleId: string) => Promise<Result<unknown>>

/** Cycles whose calendar has a step for explaining, and units in them that stand beyond its end and their own. */
const explainedCycles = async ({ transaction }: ActContext): Promise<readonly string[]> => {
  const { rows } = await sql<{ id: string }>`
    select c.id from cycle c join calendar_step s on s.authority_id = c.authority_id and s.cycle_id = c.id and s.opens = 'explanation'
    where c.stage not in ('approved', 'published') and exists (select from cycle_unit cu where cu.authority_id = c.authority_id
      and cu.cycle_id = c.id and cu.stage = 'explaining' and greatest(cu.explanation_closes, step_closes(c.id, 'explanation')) <= now())`.execute(
    transaction,
  )
  return rows.map(({ id }) => id)
}

/**
 * Opens what the calendar says is to be opened, and takes units on whose time to explain is over, by the database's clock. Locking needs no job: past its
 * last minute a round takes nothing.
 */
export const openByCalendarJob = (open: OpenPrepared, endExplanations: EndExplanations): Job =>
  bindJob(openByCalendar, async (_, work) => {
    const due = await work.act(async (context) => accept(await dueCycles(context)))
    if (!due.ok) return due
    for (const cycleId of due.value) {
      const opened = await work.act((context) => open(context, cycleId))
      if (!opened.ok) return opened
    }
    const explained = await work.act(async (context) => accept(await explainedCycles(context)))
    if (!explained.ok) return explained
    for (const cycleId of explained.value) {
      const ended = await work.act((context) => endExplanations(context, cycleId))
      if (!ended.ok) return ended
    }
    return accept({ opened: due.value.length, explained: explained.value.length })
  })
