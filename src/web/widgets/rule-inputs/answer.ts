import type { AskedQuestion, InputValue } from '../../../core/rules/inputs.ts'
import { formatDate, formatFigure } from '../../../language/format.ts'
import { ruleInputsTexts as texts } from '../../../language/pages/rule-inputs.ts'
import { choiceWord, questionLabel } from '../../../language/rule-words.ts'

/** What each field of the form is given. */
export interface FieldProps {
  readonly question: AskedQuestion
  readonly value: InputValue | undefined
  readonly error: string | undefined
  readonly readOnly: boolean
  /** What somebody else, or last year, says here. */
  readonly beside: string | undefined
  readonly onChange: (value: InputValue | undefined) => void
}

/** What a field is called; the unit of a figure stands in the field. */
export const labelOf = (question: AskedQuestion): string => questionLabel(question)

/** One answer as a line of text. */
export const answerText = (question: AskedQuestion, value: InputValue | undefined): string | undefined => {
  if (value === undefined) return undefined
  if (value === null) return texts.none
  if (typeof value === 'boolean') return value ? texts.yes : texts.no
  if (Array.isArray(value)) return texts.items(value.length)
  if (question.type === 'date') return formatDate(String(value))
  const at = question.choices?.indexOf(String(value)) ?? -1
  if (at >= 0) return choiceWord(question.choiceLabels?.[at] ?? String(value))
  return question.type === 'figure' || question.type === 'count' ? formatFigure(String(value)) : String(value)
}
