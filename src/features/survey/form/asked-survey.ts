import { sql } from 'kysely'
import type { Transaction } from '../../../platform/database/transaction.ts'
import { type Asker, askerOf } from '../../../core/survey/asked.ts'
import { type Column, columnsOf } from '../../../core/survey/columns.ts'
import { parseQuestionnaire } from '../../../core/survey/parse-questionnaire.ts'
import type { Questionnaire } from '../../../core/survey/questionnaire-file.ts'
import { hashFor } from './token.ts'

/** A questionnaire that is asked, ready to be shown and to be answered. */
export interface AskedSurvey {
  readonly questionnaire: Questionnaire
  readonly columns: readonly Column[]
  readonly ask: Asker
}

/** What a link leads to. */
export interface Invitation {
  readonly authorityId: string
  readonly surveyId: string
  readonly group: string
  readonly channel: string
  readonly unitName: string
  readonly authorityName: string
  readonly most: number
  readonly isUsedUp: boolean
  readonly isOpenToday: boolean
  readonly tooFastSeconds: number
  readonly survey: AskedSurvey
}

/** Frozen questionnaires by their hash: what has this hash never changes, so no node ever has to forget it but for room. */
const known = new Map<string, AskedSurvey>()
const mostKnown = 50

const askedSurvey = (hash: string, file: unknown): AskedSurvey => {
  const questionnaire = parseQuestionnaire(file)
  if (!questionnaire.ok) throw new Error(`frozen questionnaire ${hash} cannot be read: ${JSON.stringify(questionnaire.problems)}`)
  const columns = columnsOf(questionnaire.value)
  const asked = { questionnaire: questionnaire.value, columns, ask: askerOf(questionnaire.value, columns) }
  if (known.size >= mostKnown) known.delete(known.keys().next().value ?? '')
  known.set(hash, asked)
  return asked
}

const surveyOf = async (transaction: Transaction, surveyId: string, hash: string): Promise<AskedSurvey> => {
  const found = known.get(hash)
  if (found) return found
  const { questionnaire } = await transaction
    .selectFrom('survey')
    .select('questionnaire')
    .where('id', '=', surveyId)
    .executeTakeFirstOrThrow()
  return askedSurvey(hash, questionnaire)
}

interface LinkRow {
  readonly hash: string
  readonly authority_id: string
  readonly survey_id: string
  readonly respondent_group: string
  readonly channel: string
  readonly most: number
  readonly taken: number
  readonly questionnaire_hash: string
  readonly too_fast_seconds: number
  readonly unit_name: string
  readonly authority_name: string
  readonly is_open: boolean
}

const invitationOf = async (transaction: Transaction, row: LinkRow): Promise<Invitation> => ({
  authorityId: row.authority_id,
  surveyId: row.survey_id,
  group: row.respondent_group,
  channel: row.channel,
  unitName: row.unit_name,
  authorityName: row.authority_name,
  most: row.most,
  isUsedUp: row.taken >= row.most,
  isOpenToday: row.is_open,
  tooFastSeconds: row.too_fast_seconds,
  survey: await surveyOf(transaction, row.survey_id, row.questionnaire_hash),
})

/** Finds what tokens ask for, in one statement; a token has no entry where there is nothing, or nothing that is being collected. */
export const findInvitations = async (transaction: Transaction, tokens: readonly string[]): Promise<ReadonlyMap<string, Invitation>> => {
  const byHash = new Map(tokens.map((token) => [hashFor('link', token).toString('hex'), token]))
  const { rows } = await sql<LinkRow>`
    select encode(l.token_hash, 'hex') as hash, l.authority_id, l.survey_id, l.respondent_group, l.channel, l.most, l.taken, s.questionnaire_hash,
      s.too_fast_seconds, u.name as unit_name, a.name as authority_name,
      coalesce(s.opens_on <= date(timezone(a.time_zone, now())), true)
        and coalesce(s.closes_on >= date(timezone(a.time_zone, now())), true) as is_open
    from survey_link l join survey s on s.id = l.survey_id join unit u on u.id = l.unit_id join authority a on a.id = l.authority_id
    where l.token_hash = any(${[...byHash.keys()].map((hash) => Buffer.from(hash, 'hex'))}::bytea[])
      and s.questionnaire_hash is not null`.execute(transaction)
  const found = new Map<string, Invitation>()
  for (const row of rows) found.set(byHash.get(row.hash) ?? '', await invitationOf(transaction, row))
  return found
}
