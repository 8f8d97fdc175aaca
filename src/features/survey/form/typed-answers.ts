import { type Answer, type Answers, dontKnow } from '../../../core/survey/answers.ts'
import type { Column } from '../../../core/survey/columns.ts'

/** What the fields of the form hold, by column id, as they were typed. */
export type Typed = ReadonlyMap<string, readonly string[]>

/** The value of the field that says “không biết / không trả lời”. */
export const dontKnowField = 'dk'

/** The fields of a sent form; names that are none of the questionnaire's are left alone. */
export const readTyped = (fields: URLSearchParams, columns: readonly Column[]): Typed =>
  new Map(
    columns.flatMap(({ id }) => {
      const values = fields.getAll(id).filter((value) => value.trim() !== '')
      return values.length > 0 ? [[id, values] as const] : []
    }),
  )

/** Postgres keeps no zero byte, and browsers send lines as CR LF. */
const cleanWords = (text: string): string => text.normalize('NFC').replace(/\r\n?/g, '\n').replaceAll('\u0000', '').trim()

const wholeNumber = (text: string): number => (/^\d{1,9}$/.test(text.trim()) ? Number(text) : Number.NaN)

const answerOf = ({ measure }: Column, [first = '', ...more]: readonly string[]): Answer => {
  if (measure === 'words') return cleanWords(first)
  if (first === dontKnowField || more.includes(dontKnowField)) return dontKnow
  return measure === 'several' ? [...new Set([first, ...more].map(wholeNumber))] : wholeNumber(first)
}

/** Typed fields as answers; what is no whole number stays as `NaN` and is refused by the check. */
export const answersOf = (columns: readonly Column[], typed: Typed): Answers =>
  new Map(
    columns.flatMap((column) => {
      const values = typed.get(column.id)
      return values ? [[column.id, answerOf(column, values)] as const] : []
    }),
  )
