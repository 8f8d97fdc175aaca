import { accept, type Result } from '../../../core/result.ts'
import { decimalText } from '../../../core/exact/decimal.ts'
import { pointsText } from '../../../core/exact/points.ts'
import type { Fraction } from '../../../core/exact/fraction.ts'
import type { Tabulation } from '../../../core/survey/tabulate.ts'
import { textIn } from '../../../core/survey/texts.ts'
import { type Withheld, withheldIn } from '../../../core/survey/withheld.ts'
import { surveyResultTexts } from '../../../language/pages/survey-results.ts'
import type { ActContext } from '../../../platform/database/transaction.ts'
import type { FileReply } from '../../../platform/http/request.ts'
import { workbookBytes } from '../../../reports/xlsx/workbook-bytes.ts'
import { loadSurvey } from '../load-survey.ts'
import { tabulateSurvey } from '../tabulate-survey.ts'

const texts = surveyResultTexts.workbook

type Cell = string | number
const figure = (value: Fraction | undefined): Cell => (value ? Number(decimalText(value)) : '')

const questionRows = ({ columns, questionnaire }: Tabulation, withheld: Withheld, unitNames: ReadonlyMap<string, string>): Cell[][] =>
  columns.flatMap(({ column, total, units }) => {
    const text = textIn(column.question.text, questionnaire.languages[0] ?? 'vi', questionnaire)
    const places = [[undefined, total] as const, ...[...units].map(([unit, figures]) => [unit, figures] as const)]
    return places.map(([unit, { all }]): Cell[] => {
      const head = [column.id, text, unit === undefined ? texts.allUnits : (unitNames.get(unit) ?? unit)]
      if (withheld.isCellWithheld(column.id, unit, undefined)) return [...head, texts.withheld]
      const counts = [...all.byValue].map(([value, count]) => `${value}: ${count}`).join('; ')
      return [...head, all.valid, all.dontKnow, all.noAnswer, figure(all.mean), figure(all.positiveShare), figure(all.shareMargin), counts]
    })
  })

const pointRows = ({ units }: Tabulation, withheld: Withheld, unitNames: ReadonlyMap<string, string>): Cell[][] =>
  units.flatMap(({ unit, leaves }) =>
    leaves.map(({ measure, outcome, answers }): Cell[] => {
      const head = [unitNames.get(unit) ?? unit, measure.leaf]
      if (withheld.isLeafWithheld(unit, measure.leaf)) return [...head, texts.withheld]
      return [
        ...head,
        outcome.status === 'scored' ? figure(outcome.points) : texts.notMeasured,
        Number(pointsText(measure.maxPoints)),
        answers,
      ]
    }),
  )

const counted = async ({ transaction }: ActContext, surveyId: string) => {
  const survey = await loadSurvey(transaction, surveyId)
  if (!survey.ok) return survey
  const tabulation = await tabulateSurvey(transaction, survey.value)
  const units = await transaction
    .selectFrom('survey_stratum as s')
    .innerJoin('unit as u', 'u.id', 's.unit_id')
    .select(['u.code', 'u.name'])
    .where('s.survey_id', '=', surveyId)
    .execute()
  const names = new Map(units.map(({ code, name }) => [code, name]))
  return accept({ title: survey.value.title, tabulation, withheld: withheldIn(tabulation), names })
}

/** What was counted as a workbook: a sheet of questions by unit and one of points. */
export const tabulationWorkbook = async (context: ActContext, surveyId: string): Promise<Result<FileReply>> => {
  const count = await counted(context, surveyId)
  if (!count.ok) return count
  const { title, tabulation, withheld, names } = count.value
  const workbook = await workbookBytes({
    sheets: [
      { name: texts.questions, rows: [[...texts.questionHead], ...questionRows(tabulation, withheld, names)], freezePane: { rows: 1 } },
      { name: texts.points, rows: [[...texts.pointHead], ...pointRows(tabulation, withheld, names)], freezePane: { rows: 1 } },
      { name: texts.notes, rows: [[title], [texts.note(tabulation.responses, tabulation.questionnaire.suppressBelow)]] },
    ],
  })
  return accept({
    fileName: 'ket-qua-khao-sat.xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    content: Buffer.from(workbook),
  })
}

/** A cell that a spreadsheet would take for a formula is led by an apostrophe. */
const csvCell = (cell: Cell): string => {
  const text = typeof cell === 'string' && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : String(cell)
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Questions by unit as CSV, in UTF-8 with the mark by which spreadsheets know it. */
export const tabulationCsv = async (context: ActContext, surveyId: string): Promise<Result<FileReply>> => {
  const count = await counted(context, surveyId)
  if (!count.ok) return count
  const { tabulation, withheld, names } = count.value
  const lines = [[...texts.questionHead], ...questionRows(tabulation, withheld, names)].map((row) => row.map(csvCell).join(','))
  return accept({
    fileName: 'ket-qua-khao-sat.csv',
    mediaType: 'text/csv; charset=utf-8',
    content: Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`),
  })
}
