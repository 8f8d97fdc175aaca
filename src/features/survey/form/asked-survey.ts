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

/** Finds the survey that a token asks for; `undefined` where there is none, or none that is being collected. */
export const findInvitation = async (transaction: Transaction, token: string): Promise<Invitation | undefined> => {
  const row = await transaction
    .selectFrom('survey_link as l')
    .innerJoin('survey as s', 's.id', 'l.survey_id')
    .innerJoin('unit as u', 'u.id', 'l.unit_id')
    .innerJoin('authority as a', 'a.id', 'l.authority_id')
    .select(['l.authority_id', 'l.survey_id', 'l.respondent_group', 'l.channel', 'l.most', 'l.taken'])
    .select(['s.questionnaire_hash', 's.too_fast_seconds', 'u.name as unit_name', 'a.name as authority_name'])
    .select(
      sql<boolean>`coalesce(s.opens_on <= date(timezone(a.time_zone, now())), true)
        and coalesce(s.closes_on >= date(timezone(a.time_zone, now())), true)`.as('is_open'),
    )
    .where('l.token_hash', '=', hashFor('link', token))
    .executeTakeFirst()
  if (!row?.questionnaire_hash) return undefined
  return {
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
  }
}
