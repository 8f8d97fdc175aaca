import { type Fraction, fraction } from '../../../core/exact/fraction.ts'
import type { Column } from '../../../core/survey/columns.ts'
import type { ColumnCount } from '../../../core/survey/tally.ts'
import type { Questionnaire, Text } from '../../../core/survey/questionnaire-file.ts'
import { textIn } from '../../../core/survey/texts.ts'
import { codeBookWords } from '../../../language/pages/survey-results.ts'

interface CountedAnswer {
  readonly label: string
  readonly count: number
  readonly share?: Fraction
}

/** A counted question in words: what was asked, and what was answered how often, shares of the valid answers. */
export const answersOf = (
  { question, row, values }: Column,
  { byValue, valid }: ColumnCount,
  questionnaire: Questionnaire,
): { readonly text: string; readonly answers: readonly CountedAnswer[] } => {
  const say = (text: Text): string => textIn(text, questionnaire.languages[0] ?? 'vi', questionnaire)
  const own = question.kind === 'matrix' ? question.rows.find(({ id }) => id === row)?.text : undefined
  const labelOf = (value: number, index: number): string => {
    if (question.kind === 'yesNo') return value === 1 ? codeBookWords.yes : codeBookWords.no
    if (question.kind === 'single' || question.kind === 'multiple') {
      const option = question.options.find(({ code }) => code === value)
      return option ? say(option.text) : String(value)
    }
    const label = question.kind === 'scale' || question.kind === 'matrix' ? question.labels[index] : undefined
    return label === undefined ? String(value) : `${value} – ${say(label)}`
  }
  return {
    text: own === undefined ? say(question.text) : `${say(question.text)} – ${say(own)}`,
    answers: values.map((value, index) => {
      const count = byValue.get(value) ?? 0
      return { label: labelOf(value, index), count, ...(valid > 0 && { share: fraction(BigInt(count), BigInt(valid)) }) }
    }),
  }
}
