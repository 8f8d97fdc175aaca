import { decimalText, parseDecimal } from '../../../core/exact/decimal.ts'
import {
  addFractions,
  compareFractions,
  type Fraction,
  fraction,
  multiplyFractions,
  subtractFractions,
  zeroFraction,
} from '../../../core/exact/fraction.ts'
import { errorAt } from '../../../core/problem.ts'
import { accept, refuse, type Result } from '../../../core/result.ts'
import { satisfactionIndex, satisfactionMargin } from '../../../core/survey/satisfaction-index.ts'
import type { ColumnTable, Tabulation } from '../../../core/survey/tabulate.ts'
import { pointsText } from '../../../core/exact/points.ts'
import { textIn } from '../../../core/survey/texts.ts'
import { type Withheld, withheldIn } from '../../../core/survey/withheld.ts'
import { formatFigure } from '../../../language/format.ts'
import { surveyTexts } from '../../../language/pages/survey.ts'
import { surveyMethod } from '../../../language/survey-words.ts'
import type { ActContext } from '../../../platform/database/transaction.ts'
import type { SurveyReportFacts } from '../../../reports/papers/survey-facts.ts'
import { loadLeaves } from '../design/load-leaves.ts'
import { type StratumRow, loadStrata, loadSurvey, type SurveyRow } from '../load-survey.ts'
import { tabulateSurvey } from '../tabulate-survey.ts'
import { loadChannels } from '../show-survey.ts'
import { satisfactionYears } from './satisfaction.ts'
import { answersOf } from './answer-labels.ts'

const hundred = fraction(100n)
const percentOf = (share: Fraction): string => decimalText(multiplyFractions(share, hundred))

/** The share of another year, which comes as decimals. */
const percentText = (share: string): string => percentOf(parseDecimal(share) ?? zeroFraction)

const indexOf = (tabulation: Tabulation, withheld: Withheld): Partial<Pick<SurveyReportFacts, 'index'>> => {
  const index = satisfactionIndex(tabulation, withheld)
  const margin = satisfactionMargin(tabulation)
  if (!index) return {}
  if (!margin) return { index: { percent: percentOf(index) } }
  const [low, high] = [subtractFractions(index, margin), addFractions(index, margin)]
  return {
    index: {
      percent: percentOf(index),
      margin: percentOf(margin),
      low: percentOf(low.n < 0n ? zeroFraction : low),
      high: percentOf(compareFractions(high, fraction(1n)) > 0 ? fraction(1n) : high),
    },
  }
}

const wordsOf = (tabulation: Tabulation) => (text: Parameters<typeof textIn>[0]) =>
  textIn(text, tabulation.questionnaire.languages[0] ?? 'vi', tabulation.questionnaire)

/** Sections are the fields that the survey asks about, each with the index of its own questions. */
const areasOf = (tabulation: Tabulation, withheld: Withheld): SurveyReportFacts['areas'] => {
  const say = wordsOf(tabulation)
  return tabulation.questionnaire.sections.flatMap(({ title, questions }) => {
    const columns = tabulation.columns.filter(({ column }) => questions.includes(column.question))
    const index = satisfactionIndex({ columns }, withheld)
    return index ? [{ name: say(title), percent: percentOf(index) }] : []
  })
}

const unitsOf = (tabulation: Tabulation, withheld: Withheld, names: ReadonlyMap<string, string>): SurveyReportFacts['units'] => {
  const rows = tabulation.units.map(({ unit, responses }) => ({ unit, responses, index: satisfactionIndex(tabulation, withheld, unit) }))
  return rows.map(({ unit, responses, index }) => ({
    name: names.get(unit) ?? unit,
    valid: responses,
    percent: index ? percentOf(index) : null,
    ...(index
      ? { rank: 1 + rows.filter((other) => other.index && compareFractions(other.index, index) > 0).length }
      : { withheld: responses > 0 }),
  }))
}

const pointsOf = (
  tabulation: Tabulation,
  withheld: Withheld,
  names: ReadonlyMap<string, string>,
  leafNames: ReadonlyMap<string, string>,
): SurveyReportFacts['points'] =>
  tabulation.units.flatMap(({ unit, leaves }) =>
    leaves.map(({ measure, outcome }) => ({
      unit: names.get(unit) ?? unit,
      leaf: leafNames.get(measure.leaf) ?? measure.leaf,
      points: outcome.status === 'scored' && !withheld.isLeafWithheld(unit, measure.leaf) ? decimalText(outcome.points) : null,
      maxPoints: pointsText(measure.maxPoints),
    })),
  )

const questionsOf = (tabulation: Tabulation, withheld: Withheld): SurveyReportFacts['questions'] => {
  const isCounted = ({ column: { measure } }: ColumnTable) => measure === 'levels' || measure === 'options' || measure === 'several'
  const { questionnaire } = tabulation
  return tabulation.columns.filter(isCounted).map(({ column, total }) => {
    const { text, answers } = answersOf(column, total.all, questionnaire)
    const isHidden = withheld.isCellWithheld(column.id, undefined, undefined)
    return {
      text,
      answers: isHidden ? [] : answers.map(({ label, count, share }) => ({ label, count, ...(share && { percent: percentOf(share) }) })),
    }
  })
}

const groupsOf = (tabulation: Tabulation, strata: readonly StratumRow[]): SurveyReportFacts['groups'] => {
  const say = wordsOf(tabulation)
  const of = (group: string, name: 'answers' | 'invited'): number =>
    strata.filter(({ respondent_group }) => respondent_group === group).reduce((sum, each) => sum + each[name], 0)
  return tabulation.questionnaire.groups.map(({ id, text }) => {
    const sent = of(id, 'invited')
    return { name: say(text), valid: of(id, 'answers'), ...(sent > 0 && { sent }) }
  })
}

const daysOf = ({ opens_on: opens, closes_on: closes, closed_at: closed }: SurveyRow) => {
  const until = closes ?? closed?.toISOString().slice(0, 10)
  return { ...(opens && { collectedFrom: opens }), ...(until && { collectedUntil: until }) }
}

/**
 * What the report of a closed survey says, out of the counts; what is withheld on pages is withheld here. What was written freely is left out: whoever writes the
 * report chooses it from what was looked through.
 */
export const loadSurveyReportFacts = async (context: ActContext, surveyId: string): Promise<Result<SurveyReportFacts>> => {
  const { transaction } = context
  const survey = await loadSurvey(transaction, surveyId)
  if (!survey.ok) return survey
  if (survey.value.stage !== 'closed') return refuse(errorAt('surveyStage', surveyId, { stage: survey.value.stage }))
  const [tabulation, strata, years, leaves] = [
    await tabulateSurvey(transaction, survey.value, 'id'),
    await loadStrata(transaction, surveyId),
    await satisfactionYears(context),
    await loadLeaves(context, surveyId),
  ]
  if (!years.ok) return years
  if (!leaves.ok) return leaves
  const withheld = withheldIn(tabulation)
  const names = new Map(strata.map(({ unit_id, name }) => [unit_id, name]))
  const leafNames = new Map(leaves.value.leaves.map(({ leaf, code, name }) => [leaf, `${code} ${name}`]))
  const own = years.value.years.find((each) => each.surveyId === surveyId)
  const year = own?.year ?? Number(daysOf(survey.value).collectedUntil?.slice(0, 4))
  const previous = years.value.years.findLast((each) => each.year < year && each.index !== undefined)
  const channels = await loadChannels(transaction, surveyId)
  const channelNames: Readonly<Record<string, string>> = surveyTexts.channels
  const sent = strata.reduce((sum, { invited }) => sum + invited, 0)
  return accept({
    survey: survey.value.title,
    year,
    ...daysOf(survey.value),
    ...(sent > 0 && { sent }),
    valid: tabulation.responses,
    method: surveyMethod(
      channels.map(({ channel, count }) => `${channelNames[channel] ?? channel}: ${formatFigure(String(count))}`),
      formatFigure(String(tabulation.responses)),
    ),
    groups: groupsOf(tabulation, strata),
    ...indexOf(tabulation, withheld),
    ...(previous?.index !== undefined && { previous: { year: previous.year, percent: percentText(previous.index) } }),
    areas: areasOf(tabulation, withheld),
    units: unitsOf(tabulation, withheld, names),
    points: pointsOf(tabulation, withheld, names, leafNames),
    questions: questionsOf(tabulation, withheld),
    words: [],
    findings: [],
    proposals: [],
  })
}
