import { accept, type Result } from '../../core/result.ts'
import { tabulate, type Tabulation } from '../../core/survey/tabulate.ts'
import { formatTabulation } from '../../core/survey/tabulation-file.ts'
import type { Tally } from '../../core/survey/tally.ts'
import { withheldIn } from '../../core/survey/withheld.ts'
import type { ActContext, Transaction } from '../../platform/database/transaction.ts'
import { loadSurvey, questionnaireOf, type SurveyRow } from './load-survey.ts'

/** The survey as counted so far, by the codes of its units or by their ids; the tallies are rows, so that a million responses take no longer than a hundred. */
export const tabulateSurvey = async (transaction: Transaction, survey: SurveyRow, by: 'code' | 'id' = 'code'): Promise<Tabulation> => {
  const rows = await transaction
    .selectFrom('survey_tally as t')
    .innerJoin('unit as u', 'u.id', 't.unit_id')
    .select(['u.id', 'u.code', 't.respondent_group', 't.responses', 't.counters'])
    .where('t.survey_id', '=', survey.id)
    .execute()
  const units = new Map<string, Map<string, Tally>>()
  for (const { id, code, respondent_group, responses, counters } of rows) {
    const unit = by === 'id' ? id : code
    const groups = units.get(unit) ?? new Map<string, Tally>()
    units.set(unit, groups.set(respondent_group, { responses, counters: counters.map(Number) }))
  }
  return tabulate(questionnaireOf(survey), units)
}

/** What may be shown of a survey: cells of too few people are withheld from everybody, the office included. */
export const showTabulation = async ({ transaction }: ActContext, surveyId: string): Promise<Result<{ responses: number }>> => {
  const survey = await loadSurvey(transaction, surveyId)
  if (!survey.ok) return survey
  const tabulation = await tabulateSurvey(transaction, survey.value)
  return accept({ ...formatTabulation(tabulation, withheldIn(tabulation)), responses: tabulation.responses })
}
