import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import { columnsOf, type Column } from '../../core/survey/columns.ts'
import { recordActions } from '../../platform/audit/record-action.ts'
import type { ActContext, Transaction } from '../../platform/database/transaction.ts'
import { incomingFolder } from '../../platform/files/file-folders.ts'
import type { FileReply } from '../../platform/http/request.ts'
import { loadSurvey, questionnaireOf } from './load-survey.ts'
import { responseCells } from './response-cells.ts'

/** Rows per fetch: memory stays the same however many there are. */
const fetched = 10_000

const quoted = (text: string): string => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

interface Kept {
  readonly code: string
  readonly respondent_group: string
  /** As text: a driver that makes arrays of thirty million numbers takes minutes. */
  readonly answers: string
}

/** Lines of one fetch after another, in the order in which the rows lie, which closing made one of chance. */
const pages = async function* (transaction: Transaction, surveyId: string, columns: readonly Column[]) {
  await sql`
    declare kept no scroll cursor for
    select u.code, r.respondent_group, array_to_string(r.answers, ',') as answers
    from survey_response r join unit u on u.id = r.unit_id where r.survey_id = ${sql.lit(surveyId)}`.execute(transaction)
  let count = 0
  for (;;) {
    const { rows } = await sql<Kept>`fetch ${sql.lit(fetched)} from kept`.execute(transaction)
    const lines = rows.map(
      ({ code, respondent_group, answers }, index) =>
        `${count + index + 1},${quoted(code)},${respondent_group},${responseCells(columns, answers.split(',').map(Number)).join(',')}\r\n`,
    )
    yield { text: lines.join(''), rows: rows.length }
    count += rows.length
    if (rows.length < fetched) return
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
