import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { errorAt } from '../../../core/problem.ts'
import { accept, refuse, type Result } from '../../../core/result.ts'
import { columnsOf } from '../../../core/survey/columns.ts'
import { codeBook, type Variable, variablesOf } from '../../../core/survey/statistics-file.ts'
import { codeBookWords } from '../../../language/pages/survey-results.ts'
import { recordActions } from '../../../platform/audit/record-action.ts'
import type { ActContext } from '../../../platform/database/transaction.ts'
import { incomingFolder } from '../../../platform/files/file-folders.ts'
import type { FileReply } from '../../../platform/http/request.ts'
import { loadSurvey, questionnaireOf, type SurveyRow } from '../load-survey.ts'

const fileName = 'phieu-tra-loi-thong-ke.csv'
const fetched = 10_000

const closedSurvey = async ({ transaction }: ActContext, surveyId: string): Promise<Result<SurveyRow>> => {
  const survey = await loadSurvey(transaction, surveyId)
  if (!survey.ok || survey.value.stage === 'closed') return survey
  return refuse(errorAt('surveyStage', surveyId, { stage: survey.value.stage }))
}

const variablesIn = (survey: SurveyRow): readonly (Variable | undefined)[] => {
  const questionnaire = questionnaireOf(survey)
  return variablesOf(columnsOf(questionnaire), questionnaire, questionnaire.languages[0] ?? 'vi', codeBookWords)
}

/** The stored numbers as they are, one column each: the database writes the lines, so that a million of them cost little. Free words are not in it. */
export const statisticsFile = async (context: ActContext, filesDir: string, surveyId: string): Promise<Result<FileReply>> => {
  const survey = await closedSurvey(context, surveyId)
  if (!survey.ok) return survey
  const variables = variablesIn(survey.value)
  const kept = variables.flatMap((variable, index) => (variable ? [index + 1] : []))
  const path = join(incomingFolder(filesDir), `statistics-${randomUUID()}`)
  const file = await open(path, 'wx')
  let count = 0
  try {
    await file.write(
      `${['response_id', 'unit', 'group', ...variables.flatMap((variable) => (variable ? [variable.name] : []))].join(',')}\r\n`,
    )
    const slots = kept.length === 0 ? sql`''` : sql`concat_ws(',', ${sql.join(kept.map((slot) => sql`r.answers[${sql.lit(slot)}]`))})`
    await sql`
      declare figures no scroll cursor for
      select ',' || u.code || ',' || r.respondent_group || ',' || ${slots} as line
      from survey_response r join unit u on u.id = r.unit_id where r.survey_id = ${sql.lit(surveyId)}`.execute(context.transaction)
    for (;;) {
      const { rows } = await sql<{ line: string }>`fetch ${sql.lit(fetched)} from figures`.execute(context.transaction)
      await file.write(rows.map(({ line }, index) => `${count + index + 1}${line}\r\n`).join(''))
      count += rows.length
      if (rows.length < fetched) break
    }
  } finally {
    await file.close()
  }
  await recordActions(context, [{ kind: 'surveyResponsesExported', facts: { surveyId, responses: count } }])
  const content = createReadStream(path)
  content.once('close', () => void rm(path, { force: true }))
  return accept({ fileName, mediaType: 'text/csv; charset=utf-8', content })
}

export const statisticsCodeBook = async (context: ActContext, surveyId: string): Promise<Result<FileReply>> => {
  const survey = await closedSurvey(context, surveyId)
  if (!survey.ok) return survey
  const variables = variablesIn(survey.value).flatMap((variable) => (variable ? [variable] : []))
  const content = codeBook(variables, fileName, survey.value.title)
  return accept({ fileName: 'phieu-tra-loi-thong-ke.sps', mediaType: 'text/plain; charset=utf-8', content })
}
