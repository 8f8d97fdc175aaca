import { sql } from 'kysely'
import { z } from 'zod'
import { accept } from '../../core/result.ts'
import { recordActions } from '../../platform/audit/record-action.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import { rewriteTables } from '../../platform/database/rewrite-tables.ts'
import { bindJob, type Job, type JobKind } from '../../platform/jobs/job-kind.ts'
import { startJob } from '../../platform/jobs/start-job.ts'

/** Tables that lose rows when a survey is closed: ways in first. */
const tables = [
  'survey_link',
  'survey_respondent',
  'survey_draft',
  'survey_receipt',
  'survey_paper',
  'survey_intake',
  'survey_response',
  'survey_words',
]

/** `since` is the transaction that closed the survey; nothing in the job says which survey. */
const rewriteFiles: JobKind<{ since: string }> = {
  kind: 'rewriteSurveyFiles',
  payload: z.object({ since: z.string().regex(/^\d{1,20}$/) }),
  // 10 s, 40 s, 90 s …: three quarters of an hour for a backup that is just being taken.
  attempts: 10,
}

/** In the transaction that closes a survey: what it deletes is to leave PostgreSQL's files too. */
export const rewriteFilesAfter = async (context: ActContext): Promise<void> => {
  const { rows } = await sql<{ since: string }>`select pg_current_xact_id()::text as since`.execute(context.transaction)
  const [now] = rows
  if (now) await startJob(context, rewriteFiles, now)
}

/** Takes what closed surveys deleted out of PostgreSQL's files, with the right of whoever owns the tables. */
export const rewriteSurveyFilesJob = (ownerUrl: string): Job =>
  bindJob(rewriteFiles, async ({ since }, work) => {
    await rewriteTables(ownerUrl, tables, since)
    return work.act(async (context) => {
      await recordActions(context, [{ kind: 'surveyFilesRewritten', facts: { tables: tables.length } }])
      return accept({ tables: tables.length })
    })
  })
