import { sql } from 'kysely'
import type { Problem } from '../../../core/problem.ts'
import { type Answers, encodeAnswers } from '../../../core/survey/answers.ts'
import { checkAnswers } from '../../../core/survey/check-answers.ts'
import type { Transaction } from '../../../platform/database/transaction.ts'
import type { Invitation } from './asked-survey.ts'
import { hashFor } from './token.ts'

/** A response as it was sent. `receipt` is the page's own number for it: sent twice, it counts once. */
export interface Sent {
  readonly invitation: Invitation
  readonly token: string
  readonly receipt: string
  /** What the draft was kept under, so that it goes with the sending. */
  readonly draft: string
  readonly answers: Answers
  /** Seconds from opening the form to sending it; all that is kept of them is whether they were too few. */
  readonly seconds: number
}

/** Taken now; taken before, by the same receipt; or there is no answer left to give by this link. */
export type Taking = 'taken' | 'takenBefore' | 'usedUp'

/** Everything that cannot stand in a response, given what its respondent was asked. */
export const problemsOf = ({ survey, group }: Invitation, answers: Answers): readonly Problem[] =>
  checkAnswers(survey.columns, survey.ask(group, answers), answers, { isComplete: true }).filter(({ severity }) => severity === 'error')

const rowOf = ({ invitation: { survey, group, tooFastSeconds, ...place }, ...sent }: Sent) => {
  const asked = survey.ask(group, sent.answers)
  const words = survey.columns.flatMap(({ id, measure }) => {
    const text = measure === 'words' && asked.has(id) ? sent.answers.get(id) : undefined
    return typeof text === 'string' && text !== '' ? [{ question: id, text }] : []
  })
  return {
    authority: place.authorityId,
    survey: place.surveyId,
    token: hashFor('link', sent.token),
    receipt: hashFor('receipt', sent.token + sent.receipt),
    draft: hashFor('draft', sent.draft),
    isTooFast: sent.seconds < tooFastSeconds,
    answers: `{${encodeAnswers(survey.columns, asked, sent.answers).join(',')}}`,
    words: JSON.stringify(words),
  }
}

/** Whoever found the link used up gets the receipt back, as if nothing had been sent. */
const giveBack = async (transaction: Transaction, receipts: readonly Buffer[]): Promise<void> => {
  if (receipts.length === 0) return
  await sql`delete from survey_receipt where receipt_hash = any(${receipts}::bytea[])`.execute(transaction)
}

/**
 * Takes responses that stand into the intake, all of them in one statement and in an order of chance. The receipts come first: a second sending waits for the first
 * there and then finds itself known. Then the rows of the links, in the order of their hashes so that nobody waits in a circle; closing the survey, which deletes
 * links first, waits for whoever is still sending. No receipt may stand twice among them. Gives what became of each.
 */
export const takeResponses = async (transaction: Transaction, responses: readonly Sent[]): Promise<readonly Taking[]> => {
  if (responses.length === 0) return []
  const rows = responses.map(rowOf)
  const { rows: outcomes } = await sql<{ fresh: boolean; taken: boolean }>`
    with sent as (
      select * from unnest(${rows.map(({ authority }) => authority)}::uuid[], ${rows.map(({ survey }) => survey)}::uuid[],
          ${rows.map(({ token }) => token)}::bytea[], ${rows.map(({ receipt }) => receipt)}::bytea[],
          ${rows.map(({ draft }) => draft)}::bytea[], ${rows.map(({ isTooFast }) => isTooFast)}::boolean[],
          ${rows.map(({ answers }) => answers)}::text[], ${rows.map(({ words }) => words)}::text[]) with ordinality
        as s(authority, survey, token, receipt, draft, too_fast, answers, words, at)),
    fresh as (
      insert into survey_receipt (authority_id, survey_id, receipt_hash) select authority, survey, receipt from sent order by receipt
      on conflict do nothing returning receipt_hash),
    link as (
      select token_hash, unit_id, respondent_group, channel, most - taken as room from survey_link
      where token_hash in (select s.token from sent s join fresh f on f.receipt_hash = s.receipt) order by token_hash for update),
    taken as (
      select s.*, l.unit_id, l.respondent_group, l.channel
      from (select s.*, row_number() over (partition by s.token order by s.at) as turn from sent s join fresh f on f.receipt_hash = s.receipt) s
      join link l on l.token_hash = s.token and s.turn <= l.room),
    changed as (
      update survey_link l set taken = l.taken + t.count from (select token, count(*)::int as count from taken group by token) t
      where l.token_hash = t.token),
    kept as (
      insert into survey_intake (authority_id, survey_id, unit_id, respondent_group, channel, came_on, too_fast, answers, words)
      select t.authority, t.survey, t.unit_id, t.respondent_group, t.channel,
        (select date(timezone(a.time_zone, now())) from authority a where a.id = t.authority), t.too_fast, t.answers::int2[], t.words::jsonb
      from taken t order by random()),
    gone as (delete from survey_draft where draft_hash in (select draft from taken))
    select exists (select from fresh f where f.receipt_hash = s.receipt) as fresh, exists (select from taken t where t.at = s.at) as taken
    from sent s order by s.at`.execute(transaction)
  const takings = outcomes.map(({ fresh, taken }): Taking => (taken ? 'taken' : fresh ? 'usedUp' : 'takenBefore'))
  await giveBack(
    transaction,
    rows.flatMap(({ receipt }, index) => (takings[index] === 'usedUp' ? [receipt] : [])),
  )
  return takings
}
