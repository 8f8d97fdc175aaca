import { errorAt, type Problem } from '../../../core/problem.ts'
import { accept, refuse, type Result } from '../../../core/result.ts'
import { parseResponses } from '../../../core/survey/parse-responses.ts'
import { recordActions } from '../../../platform/audit/record-action.ts'
import type { ActContext } from '../../../platform/database/transaction.ts'
import { loadSurvey, questionnaireOf } from '../load-survey.ts'
import { takePapers } from './take-papers.ts'

/** Rows per statement. */
const atOnce = 2000

/** Takes the responses of a file: all of them, or where one cannot stand, none. The column `unit` has codes of units that are asked about. */
export const importResponses = async (
  context: ActContext,
  surveyId: string,
  rows: readonly (readonly string[])[],
): Promise<Result<{ taken: number; takenBefore: number; doubts: number }>> => {
  const survey = await loadSurvey(context.transaction, surveyId, 'forChange')
  if (!survey.ok) return survey
  if (survey.value.stage !== 'collecting') return refuse(errorAt('surveyStage', surveyId, { stage: survey.value.stage }))
  const read = parseResponses(rows, questionnaireOf(survey.value))
  if (!read.ok) return read
  const strata = await context.transaction
    .selectFrom('survey_stratum as s')
    .innerJoin('unit as u', 'u.id', 's.unit_id')
    .select(['u.id', 'u.code', 's.respondent_group'])
    .where('s.survey_id', '=', surveyId)
    .execute()
  const unitOf = new Map(strata.map(({ id, code, respondent_group }) => [`${code} ${respondent_group}`, id]))
  const header = (rows[0] ?? []).map((cell) => cell.trim())
  const keys = rows
    .slice(1)
    .filter((cells) => cells.some((cell) => cell.trim() !== ''))
    .map((cells) => (cells[header.indexOf('response_id')] ?? '').trim())
  const problems = new Map<string, Problem>()
  const responses = read.value.responses.flatMap(({ unit, group, encoded, words }, index) => {
    const unitId = unitOf.get(`${unit} ${group}`)
    if (unitId === undefined)
      problems.set(`${unit} ${group}`, errorAt('notFound', `${unit} ${group}`.trim(), { what: 'stratum' }, index + 2))
    return unitId === undefined ? [] : [{ key: keys[index] ?? '', unitId, group, encoded, words }]
  })
  if (problems.size > 0) return refuse(...problems.values())
  let taken = 0
  for (let from = 0; from < responses.length; from += atOnce)
    taken += await takePapers(context, surveyId, 'file', responses.slice(from, from + atOnce))
  await recordActions(context, [{ kind: 'surveyResponsesImported', facts: { surveyId, taken, sent: responses.length } }])
  return accept({ taken, takenBefore: responses.length - taken, doubts: read.value.doubts.length })
}
