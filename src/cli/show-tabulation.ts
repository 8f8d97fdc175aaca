import { decimalText } from '../core/exact/decimal.ts'
import { type Fraction, fraction, fractionOfPoints, multiplyFractions } from '../core/exact/fraction.ts'
import { roundFraction } from '../core/exact/round.ts'
import type { ColumnStatistics } from '../core/survey/describe-column.ts'
import { textIn } from '../core/survey/texts.ts'
import type { Tabulation } from '../core/survey/tabulate.ts'
import type { Withheld } from '../core/survey/withheld.ts'
import { formatFigure } from '../language/format.ts'
import type { Language } from '../language/language.ts'
import { surveyWords } from '../language/survey-words.ts'
import { printTable } from './table.ts'

const hundred = fraction(100n)

const percent = (share: Fraction | undefined, language: Language): string =>
  share ? `${formatFigure(roundFraction(multiplyFractions(share, hundred), 2), language)} %` : ''

const mean = (value: Fraction | undefined, language: Language): string => (value ? formatFigure(roundFraction(value, 2), language) : '')

/** The questions over all units, then the points of every unit and leaf; both with what was withheld marked. */
export const showTabulation = (tabulation: Tabulation, withheld: Withheld | undefined, language: Language): string => {
  const words = surveyWords[language]
  const title = textIn(tabulation.questionnaire.title, language, tabulation.questionnaire)
  const parts = [title, words.responses(tabulation.responses), '', questions(tabulation, withheld, language)]
  if (tabulation.questionnaire.leaves.length > 0) parts.push('', points(tabulation, withheld, language))
  return [...parts, '', words.marginNote(tabulation.confidence)].join('\n')
}

const questions = ({ columns, questionnaire }: Tabulation, withheld: Withheld | undefined, language: Language): string => {
  const words = surveyWords[language]
  const figures = (all: ColumnStatistics): readonly string[] => [
    String(all.valid),
    String(all.dontKnow),
    String(all.noAnswer),
    mean(all.mean, language),
    percent(all.positiveShare, language),
    all.shareMargin ? `± ${percent(all.shareMargin, language)}` : '',
  ]
  return printTable(
    [words.code, words.question, words.valid, words.dontKnow, words.noAnswer, words.mean, words.positive, words.margin],
    columns.map(({ column, total }) => [
      column.id,
      textIn(rowText(column.question, column.row), language, questionnaire),
      ...(withheld?.isCellWithheld(column.id, undefined, undefined) ? [words.withheld] : figures(total.all)),
    ]),
    [2, 3, 4, 5, 6, 7],
  )
}

/** Of a matrix what its row says, of any other question the question. */
const rowText = (question: Tabulation['columns'][number]['column']['question'], row: string | undefined) =>
  (question.kind === 'matrix' ? question.rows.find(({ id }) => id === row)?.text : undefined) ?? question.text

const points = ({ units }: Tabulation, withheld: Withheld | undefined, language: Language): string => {
  const words = surveyWords[language]
  const rows = units.flatMap(({ unit, leaves }) =>
    leaves.map(({ measure, answers, outcome }) => {
      const max = formatFigure(decimalText(fractionOfPoints(measure.maxPoints)), language)
      if (withheld?.isLeafWithheld(unit, measure.leaf)) return [unit, measure.leaf, '', '', words.withheld, max]
      if (outcome.status === 'notMeasured') return [unit, measure.leaf, String(answers), '', words.notMeasured[outcome.why], max]
      const given = formatFigure(decimalText(outcome.points), language)
      return [unit, measure.leaf, String(answers), percent(outcome.share, language), given, max]
    }),
  )
  return printTable([words.unit, words.leaf, words.valid, words.share, words.points, words.maximum], rows, [2, 3, 4, 5])
}
