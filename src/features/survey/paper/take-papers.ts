import { sql } from 'kysely'
import type { ActContext } from '../../../platform/database/transaction.ts'
import { hashFor } from '../form/token.ts'

/** A response that came on paper or in a file. `key` is its number there, unlike among all of this survey. */
export interface PaperResponse {
  readonly key: string
  readonly unitId: string
  readonly group: string
  readonly encoded: ArrayLike<number>
  readonly words: readonly { readonly question: string; readonly text: string }[]
}

/** Puts them into the intake, each number once; gives how many were new. Numbers are kept as hashes, and only while the survey is collected. */
export const takePapers = async (
  { transaction, actor }: ActContext,
  surveyId: string,
  channel: 'paper' | 'file',
  responses: readonly PaperResponse[],
): Promise<number> => {
  const rows = responses.map(({ key, unitId, group, encoded, words }) => ({
    key: hashFor('receipt', `${surveyId} ${channel} ${key}`).toString('hex'),
    unit_id: unitId,
    respondent_group: group,
    answers: `{${Array.from(encoded).join(',')}}`,
    words,
  }))
  const { rows: taken } = await sql<{ count: number }>`
    with sent as (
      select decode(key, 'hex') as key, unit_id, respondent_group, answers, words from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as s(key text, unit_id uuid, respondent_group text, answers text, words jsonb)),
    fresh as (
      insert into survey_receipt (authority_id, survey_id, receipt_hash) select ${actor.authorityId}, ${surveyId}, key from sent order by key
      on conflict do nothing returning receipt_hash),
    kept as (
      insert into survey_intake (authority_id, survey_id, unit_id, respondent_group, channel, came_on, too_fast, answers, words)
      select ${actor.authorityId}, ${surveyId}, unit_id, respondent_group, ${channel},
        (select date(timezone(time_zone, now())) from authority where id = ${actor.authorityId}), false, answers::int2[], words
      from sent join fresh on fresh.receipt_hash = sent.key order by random() returning 1)
    select count(*)::int as count from kept`.execute(transaction)
  return taken[0]?.count ?? 0
}
