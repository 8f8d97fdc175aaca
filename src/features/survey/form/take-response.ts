import { sql } from 'kysely'
import { errorAt, type Problem } from '../../../core/problem.ts'
import { accept, refuse, type Result } from '../../../core/result.ts'
import { type Answers, encodeAnswers } from '../../../core/survey/answers.ts'
import { checkAnswers } from '../../../core/survey/check-answers.ts'
import type { Transaction } from '../../../platform/database/transaction.ts'
import type { Invitation } from './asked-survey.ts'
import { hashFor } from './token.ts'

/** A response as it was sent. `receipt` is the page's own number for it: sent twice, it counts once. */
export interface Sent {
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

/**
 * Takes a response into the intake, in one statement. The receipt comes first: a second sending waits for the first there and then finds itself known.
 * The row of the link is changed in every case, so that closing the survey, which deletes links first, waits for whoever is still sending.
 */
const takeIn = async (transaction: Transaction, invitation: Invitation, sent: Sent): Promise<Taking> => {
  const { survey, group, tooFastSeconds } = invitation
  const asked = survey.ask(group, sent.answers)
  const encoded = encodeAnswers(survey.columns, asked, sent.answers)
  const words = survey.columns.flatMap(({ id, measure }) => {
    const text = measure === 'words' && asked.has(id) ? sent.answers.get(id) : undefined
    return typeof text === 'string' && text !== '' ? [{ question: id, text }] : []
  })
  const { rows } = await sql<{ fresh: boolean; taken: boolean }>`
    with receipt as (
      insert into survey_receipt (authority_id, survey_id, receipt_hash)
      values (${invitation.authorityId}, ${invitation.surveyId}, ${hashFor('receipt', sent.token + sent.receipt)})
      on conflict do nothing returning 1),
    link as (
      update survey_link set taken = taken + 1
      where token_hash = ${hashFor('link', sent.token)} and taken < most and exists (select from receipt)
      returning authority_id, survey_id, unit_id, respondent_group, channel),
    kept as (
      insert into survey_intake (authority_id, survey_id, unit_id, respondent_group, channel, came_on, too_fast, answers, words)
      select l.authority_id, l.survey_id, l.unit_id, l.respondent_group, l.channel,
        (select date(timezone(a.time_zone, now())) from authority a where a.id = l.authority_id),
        ${sent.seconds < tooFastSeconds}, ${`{${encoded.join(',')}}`}::int2[], ${JSON.stringify(words)}::jsonb
      from link l),
    draft as (delete from survey_draft where draft_hash = ${hashFor('draft', sent.draft)})
    select exists (select from receipt) as fresh, exists (select from link) as taken`.execute(transaction)
  const [row] = rows
  if (!row?.fresh) return 'takenBefore'
  return row.taken ? 'taken' : 'usedUp'
}

/** Everything that cannot stand in a response, given what its respondent was asked. */
export const problemsOf = ({ survey, group }: Invitation, answers: Answers): readonly Problem[] =>
  checkAnswers(survey.columns, survey.ask(group, answers), answers, { isComplete: true }).filter(({ severity }) => severity === 'error')

/** Takes a response that stands; where the link has no answer left to give it is refused, and the receipt is taken back with it. */
export const takeResponse = async (transaction: Transaction, invitation: Invitation, sent: Sent): Promise<Result<Taking>> => {
  const problems = problemsOf(invitation, sent.answers)
  if (problems.length > 0) return refuse(...problems)
  const taking = await takeIn(transaction, invitation, sent)
  return taking === 'usedUp' ? refuse(errorAt('alreadyExists', '', { what: 'response', value: '' })) : accept(taking)
}
