import { sql } from 'kysely'
import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import { parseQuestionnaire } from '../../core/survey/parse-questionnaire.ts'
import type { Questionnaire } from '../../core/survey/questionnaire-file.ts'
import type { Row } from '../../platform/database/tables.ts'
import type { ActContext, Transaction } from '../../platform/database/transaction.ts'

export type SurveyRow = Row<'survey'>

/** The survey's row; locked, it belongs to one act until that ends. */
export const loadSurvey = async (transaction: Transaction, surveyId: string, lock?: 'forChange'): Promise<Result<SurveyRow>> => {
  const query = transaction.selectFrom('survey').selectAll().where('id', '=', surveyId)
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst()
  return row ? accept(row) : refuse(errorAt('notFound', surveyId, { what: 'survey' }))
}

/** The survey for an act that changes it: at one of the stages, and as the person saw it. */
export const lockSurvey = async (
  { transaction }: ActContext,
  surveyId: string,
  { seen, stage }: { readonly seen?: number; readonly stage: 'draft' | 'collecting' },
): Promise<Result<SurveyRow>> => {
  const row = await loadSurvey(transaction, surveyId, 'forChange')
  if (!row.ok) return row
  if (seen !== undefined && row.value.version !== seen)
    return refuse(errorAt('changedMeanwhile', surveyId, { version: String(row.value.version) }))
  if (row.value.stage !== stage) return refuse(errorAt('surveyStage', surveyId, { stage: row.value.stage }))
  return row
}

/** The questionnaire as it stands; what was kept was checked, so that it reads. */
export const questionnaireOf = ({ id, questionnaire }: Pick<SurveyRow, 'id' | 'questionnaire'>): Questionnaire => {
  const read = parseQuestionnaire(questionnaire)
  if (!read.ok) throw new Error(`questionnaire of survey ${id} cannot be read`)
  return read.value
}

export interface StratumRow {
  readonly unit_id: string
  readonly code: string
  readonly name: string
  readonly respondent_group: string
  readonly population: number | null
  readonly wanted: number
  /** Links that there were, once the fieldwork has ended and they are gone. */
  readonly invited: number
  readonly links: number
  readonly used: number
  readonly answers: number
}

/** Every unit × group with what came so far; one statement. */
export const loadStrata = async (transaction: Transaction, surveyId: string): Promise<readonly StratumRow[]> => {
  const { rows } = await sql<StratumRow>`
    select s.unit_id, u.code, u.name, s.respondent_group, s.population, s.wanted, s.invited,
      coalesce(l.links, 0)::int as links, coalesce(l.used, 0)::int as used, coalesce(t.responses, 0) as answers
    from survey_stratum s
    join unit u on u.id = s.unit_id
    left join survey_tally t on t.survey_id = s.survey_id and t.unit_id = s.unit_id and t.respondent_group = s.respondent_group
    left join (
      select unit_id, respondent_group, count(*) filter (where most = 1) as links, count(*) filter (where most = 1 and taken = 1) as used
      from survey_link where survey_id = ${surveyId} group by unit_id, respondent_group
    ) l on l.unit_id = s.unit_id and l.respondent_group = s.respondent_group
    where s.survey_id = ${surveyId}
    order by u.name, u.id, s.respondent_group`.execute(transaction)
  return rows
}
