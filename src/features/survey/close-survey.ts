import { sql } from 'kysely'
import type { Result } from '../../core/result.ts'
import { recordActions } from '../../platform/audit/record-action.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import type { SurveyDetail } from './contract.ts'
import { lockSurvey } from './load-survey.ts'
import { moveIntake } from './move-intake.ts'
import { rewriteFilesAfter } from './rewrite-files-job.ts'
import { showSurvey } from './show-survey.ts'

/** How many there were of each, for the record of the erasure. */
interface Erased {
  readonly links: number
  readonly drafts: number
  readonly identities: number
}

/** Links first: deleting them waits for everybody who is just sending, and nobody sends after. In the order in which sendings lock them, so that nobody waits in a circle. */
const eraseWaysIn = async ({ transaction }: ActContext, surveyId: string): Promise<Erased> => {
  const { rows: strata } = await sql<{ links: number }>`
    with locked as (select token_hash from survey_link where survey_id = ${surveyId} order by token_hash for update),
    gone as (delete from survey_link where token_hash in (select token_hash from locked) returning unit_id, respondent_group),
    counted as (select unit_id, respondent_group, count(*)::int as links from gone group by unit_id, respondent_group),
    kept as (
      update survey_stratum s set invited = c.links from counted c
      where s.survey_id = ${surveyId} and s.unit_id = c.unit_id and s.respondent_group = c.respondent_group)
    select coalesce(sum(links), 0)::int as links from counted`.execute(transaction)
  const identities = await transaction.deleteFrom('survey_respondent').where('survey_id', '=', surveyId).executeTakeFirst()
  const drafts = await transaction.deleteFrom('survey_draft').where('survey_id', '=', surveyId).executeTakeFirst()
  await transaction.deleteFrom('survey_paper').where('survey_id', '=', surveyId).execute()
  await transaction.deleteFrom('survey_receipt').where('survey_id', '=', surveyId).execute()
  return { links: strata[0]?.links ?? 0, drafts: Number(drafts.numDeletedRows), identities: Number(identities.numDeletedRows) }
}

/** Writes every answer anew, in this one transaction and in an order of chance: batches, their order and their transactions are gone. */
const writeAnew = async ({ transaction }: ActContext, surveyId: string): Promise<void> => {
  await sql`
    with gone as (delete from survey_response where survey_id = ${surveyId} returning *)
    insert into survey_response (authority_id, survey_id, unit_id, respondent_group, channel, came_on, too_fast, answers)
    select authority_id, survey_id, unit_id, respondent_group, channel, came_on, too_fast, answers from gone order by random()`.execute(
    transaction,
  )
  await sql`
    with gone as (delete from survey_words where survey_id = ${surveyId} returning *)
    insert into survey_words (authority_id, survey_id, unit_id, respondent_group, question, text)
    select authority_id, survey_id, unit_id, respondent_group, question, text from gone order by random()`.execute(transaction)
}

/** Ends the fieldwork. What could lead from a person to an answer is erased, with a record of how much; there is no way back. */
export const closeSurvey = async (context: ActContext, surveyId: string, seen: number): Promise<Result<SurveyDetail>> => {
  const row = await lockSurvey(context, surveyId, { seen, stage: 'collecting' })
  if (!row.ok) return row
  const erased = await eraseWaysIn(context, surveyId)
  await moveIntake(context, row.value, true)
  await writeAnew(context, surveyId)
  await context.transaction
    .updateTable('survey')
    .set({ stage: 'closed', closed_at: context.now, identities_erased: erased.identities, version: seen + 1 })
    .where('id', '=', surveyId)
    .execute()
  await recordActions(context, [{ kind: 'surveyClosed', facts: { surveyId, erased } }])
  await rewriteFilesAfter(context)
  return showSurvey(context, surveyId)
}
