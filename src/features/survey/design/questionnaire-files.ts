import { readFile } from 'node:fs/promises'
import { errorAt } from '../../../core/problem.ts'
import { accept, refuse, type Result } from '../../../core/result.ts'
import type { QuestionnaireFile } from '../../../core/survey/design.ts'
import { parseQuestionnaire } from '../../../core/survey/parse-questionnaire.ts'
import { parseQuestionnaireRows, questionnaireRows } from '../../../core/survey/questionnaire-rows.ts'
import { questionRowWords } from '../../../language/pages/survey-design.ts'
import type { ActContext } from '../../../platform/database/transaction.ts'
import { readRows } from '../../../platform/documents/read-rows.ts'
import type { FileReply, Upload } from '../../../platform/http/request.ts'
import { workbookBytes } from '../../../reports/xlsx/workbook-bytes.ts'
import { loadSurvey } from '../load-survey.ts'

interface ReadFile {
  questionnaire?: Record<string, unknown>
  parts?: Record<string, unknown>
}

const readJson = (text: string): Result<ReadFile> => {
  try {
    const file: unknown = JSON.parse(text)
    const read = parseQuestionnaire(file)
    return read.ok ? accept({ questionnaire: file as Record<string, unknown> }) : read
  } catch {
    return refuse(errorAt('unreadableFile', '', { reason: 'broken' }))
  }
}

/** A questionnaire's JSON whole, or what a workbook or a CSV says of it: all of it, or its questions alone. */
export const readQuestionnaireFile = async ({ upload: { file, fileName } }: { readonly upload: Upload }): Promise<Result<ReadFile>> => {
  const bytes = await readFile(file.path)
  if (fileName.toLowerCase().endsWith('.json')) return readJson(bytes.toString('utf8'))
  const rows = await readRows(bytes, fileName, { keepsLines: true })
  if (!rows.ok) return rows
  const parts = parseQuestionnaireRows(rows.value, questionRowWords)
  return parts.ok ? accept({ parts: { ...parts.value } }) : parts
}

export const questionnaireJson = async ({ transaction }: ActContext, surveyId: string): Promise<Result<FileReply>> => {
  const survey = await loadSurvey(transaction, surveyId)
  if (!survey.ok) return survey
  const content = `${JSON.stringify(survey.value.questionnaire, null, 2)}\n`
  return accept({ fileName: 'phieu-hoi.json', mediaType: 'application/json; charset=utf-8', content })
}

export const questionnaireXlsx = async ({ transaction }: ActContext, surveyId: string): Promise<Result<FileReply>> => {
  const survey = await loadSurvey(transaction, surveyId)
  if (!survey.ok) return survey
  const rows = questionnaireRows(survey.value.questionnaire as QuestionnaireFile, questionRowWords)
  const workbook = await workbookBytes({
    sheets: [{ name: questionRowWords.sheet, rows: rows.map((row) => [...row]), freezePane: { rows: 1 } }],
  })
  return accept({
    fileName: 'phieu-hoi.xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    content: Buffer.from(workbook),
  })
}
