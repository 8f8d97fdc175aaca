import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import { columnsOf, type Column } from '../../core/survey/columns.ts'
import { recordActions } from '../../platform/audit/record-action.ts'
import type { ActContext, Transaction } from '../../platform/database/transaction.ts'
import { incomingFolder } from '../../platform/files/file-folders.ts'
import type { FileReply } from '../../platform/http/request.ts'
import { loadSurvey, questionnaireOf } from './load-survey.ts'
import { responseCells } from './response-cells.ts'

/** Rows per statement: memory stays the same however many there are. */
const pageSize = 20_000
const nothingBefore = '00000000-0000-0000-0000-000000000000'

const quoted = (text: string): string => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** Lines of one page after another, in the order of the responses' numbers, which is one of chance. */
const pages = async function* (transaction: Transaction, surveyId: string, columns: readonly Column[]) {
  let [after, count] = [nothingBefore, 0]
  for (;;) {
    const rows = await transaction
      .selectFrom('survey_response as r')
      .innerJoin('unit as u', 'u.id', 'r.unit_id')
      .select(['r.id', 'u.code', 'r.respondent_group', 'r.answers'])
      .where('r.survey_id', '=', surveyId)
      .where('r.id', '>', after)
      .orderBy('r.id')
      .limit(pageSize)
      .execute()
    const lines = rows.map(({ code, respondent_group, answers }, index) =>
      [String(count + index + 1), quoted(code), respondent_group, ...responseCells(columns, answers)].join(','),
    )
    yield { text: lines.map((line) => `${line}\r\n`).join(''), rows: rows.length }
    count += rows.length
    after = rows.at(-1)?.id ?? after
    if (rows.length < pageSize) return
  }
}

/**
 * A closed survey's responses as `parindex tabulate` reads them. Written beside the files that arrive, where what a dead process leaves is cleared,
 * and gone once it was sent. Open answers are not in it.
 */
export const exportResponses = async (context: ActContext, filesDir: string, surveyId: string): Promise<Result<FileReply>> => {
  const survey = await loadSurvey(context.transaction, surveyId)
  if (!survey.ok) return survey
  if (survey.value.stage !== 'closed') return refuse(errorAt('surveyStage', surveyId, { stage: survey.value.stage }))
  const columns = columnsOf(questionnaireOf(survey.value))
  const path = join(incomingFolder(filesDir), `responses-${randomUUID()}`)
  const file = await open(path, 'wx')
  let count = 0
  try {
    await file.write(`${['response_id', 'unit', 'group', ...columns.map(({ id }) => id)].join(',')}\r\n`)
    for await (const { text, rows } of pages(context.transaction, surveyId, columns)) {
      await file.write(text)
      count += rows
    }
  } finally {
    await file.close()
  }
  await recordActions(context, [{ kind: 'surveyResponsesExported', facts: { surveyId, responses: count } }])
  const content = createReadStream(path)
  content.once('close', () => void rm(path, { force: true }))
  return accept({ fileName: `phieu-tra-loi-${count}.csv`, mediaType: 'text/csv; charset=utf-8', content })
}
