import { errorAt } from '../../../core/problem.ts'
import { accept, refuse, type Result } from '../../../core/result.ts'
import { columnsOf } from '../../../core/survey/columns.ts'
import { parseResponses } from '../../../core/survey/parse-responses.ts'
import { recordActions } from '../../../platform/audit/record-action.ts'
import type { ActContext } from '../../../platform/database/transaction.ts'
import { loadSurvey, questionnaireOf, type SurveyRow } from '../load-survey.ts'
import type { PaperTaken, TypedPaper } from './contract.ts'
import { takePapers } from './take-papers.ts'

const cleaned = (typed: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(typed)
      .map(([column, cell]) => [column, cell.normalize('NFC').trim()] as const)
      .filter(([, cell]) => cell !== ''),
  )

/** A paper is read as one line of a responses file: the same law for both. */
const readPaper = (survey: SurveyRow, { group, unitId }: TypedPaper, typed: Readonly<Record<string, string>>) => {
  const questionnaire = questionnaireOf(survey)
  const columns = columnsOf(questionnaire).map(({ id }) => id)
  return parseResponses(
    [
      ['response_id', 'unit', 'group', ...columns],
      ['1', unitId, group, ...columns.map((column) => typed[column] ?? '')],
    ],
    questionnaire,
  )
}

const differencesOf = (first: Readonly<Record<string, string>>, second: Readonly<Record<string, string>>): PaperTaken['differences'] =>
  [...new Set([...Object.keys(first), ...Object.keys(second)])]
    .filter((column) => (first[column] ?? '') !== (second[column] ?? ''))
    .map((column) => ({ column, first: first[column] ?? '', second: second[column] ?? '' }))

const collected = async (context: ActContext, surveyId: string): Promise<Result<SurveyRow>> => {
  const survey = await loadSurvey(context.transaction, surveyId, 'forChange')
  if (!survey.ok) return survey
  return survey.value.stage === 'collecting' ? survey : refuse(errorAt('surveyStage', surveyId, { stage: survey.value.stage }))
}

/**
 * Enters a paper the first or the second time, the second time by another person, or by the same one who says that there is nobody else, which the log keeps. Both alike, or their differences settled, it goes into the intake and nothing is left of it but that its number
 * was there; unlike, nothing changes and the differences are shown.
 */
export const enterPaper = async (context: ActContext, surveyId: string, paper: TypedPaper): Promise<Result<PaperTaken>> => {
  const survey = await collected(context, surveyId)
  if (!survey.ok) return survey
  const typed = cleaned(paper.typed)
  const read = readPaper(survey.value, paper, typed)
  if (!read.ok) return read
  const { transaction, actor } = context
  const place = {
    authority_id: actor.authorityId,
    survey_id: surveyId,
    unit_id: paper.unitId,
    respondent_group: paper.group,
    number: paper.number,
  }
  const stratum = await transaction
    .selectFrom('survey_stratum')
    .select('unit_id')
    .where('survey_id', '=', surveyId)
    .where('unit_id', '=', paper.unitId)
    .where('respondent_group', '=', paper.group)
    .executeTakeFirst()
  if (!stratum) return refuse(errorAt('notFound', paper.unitId, { what: 'stratum' }))
  const first = await transaction
    .selectFrom('survey_paper')
    .selectAll()
    .where('survey_id', '=', surveyId)
    .where('number', '=', paper.number)
    .executeTakeFirst()
  if (!first) {
    await transaction
      .insertInto('survey_paper')
      .values({ ...place, typed: JSON.stringify(typed), entered_by: actor.personId })
      .execute()
    return accept({ state: 'first', differences: [] })
  }
  const isByOne = first.entered_by === actor.personId
  if (isByOne && !paper.isByOne) return accept({ state: 'samePerson', differences: [] })
  const head = differencesOf({ unit: first.unit_id, group: first.respondent_group }, { unit: paper.unitId, group: paper.group })
  const differences = [...head, ...differencesOf(first.typed, typed)]
  if (differences.length > 0 && !paper.isSettled) return accept({ state: 'differs', differences })
  const [response] = read.value.responses
  if (!response) throw new Error('a paper that reads is a response')
  const taken = await takePapers(context, surveyId, 'paper', [
    { key: paper.number, unitId: paper.unitId, group: paper.group, encoded: response.encoded, words: response.words },
  ])
  await transaction.deleteFrom('survey_paper').where('survey_id', '=', surveyId).where('number', '=', paper.number).execute()
  await recordActions(context, [{ kind: 'surveyPaperEntered', facts: { surveyId, settled: differences.length, byOnePerson: isByOne } }])
  return accept({ state: taken === 1 ? 'taken' : 'takenBefore', differences: [] })
}

/** Papers that wait for their second entry; which were typed by whoever asks. */
export const waitingPapers = async (
  { transaction, actor }: ActContext,
  surveyId: string,
): Promise<Result<{ papers: { number: string; unitId: string; group: string; isOwn: boolean }[] }>> => {
  const rows = await transaction
    .selectFrom('survey_paper')
    .select(['number', 'unit_id', 'respondent_group', 'entered_by'])
    .where('survey_id', '=', surveyId)
    .orderBy('number')
    .limit(2000)
    .execute()
  return accept({
    papers: rows.map(({ number, unit_id, respondent_group, entered_by }) => ({
      number,
      unitId: unit_id,
      group: respondent_group,
      isOwn: entered_by === actor.personId,
    })),
  })
}
