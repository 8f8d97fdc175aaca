import { decimalText } from '../exact/decimal.ts'
import { type Fraction, fractionText } from '../exact/fraction.ts'
import { pointsText } from '../exact/points.ts'
import type { GroupShare, LeafPoints } from './convert.ts'
import type { ColumnStatistics } from './describe-column.ts'
import { textIn } from './texts.ts'
import type { AreaSum, ColumnTable, Figures, Tabulation, UnitTable } from './tabulate.ts'
import type { Withheld } from './withheld.ts'

type Json = Readonly<Record<string, unknown>>

const nothingWithheld: Withheld = { isCellWithheld: () => false, isLeafWithheld: () => false }
const withheldMark = { withheld: true }

const figure = (name: string, value: Fraction | undefined): Json =>
  value ? { [name]: decimalText(value), [`${name}Exact`]: fractionText(value) } : {}

/** Roots do not end; of them only the decimals are printed. */
const rounded = (name: string, value: Fraction | undefined): Json => (value ? { [name]: decimalText(value) } : {})

const statisticsJson = (statistics: ColumnStatistics): Json => ({
  ...(statistics.byValue.size > 0 && {
    counts: Object.fromEntries([...statistics.byValue].map(([value, count]) => [String(value), count])),
  }),
  valid: statistics.valid,
  dontKnow: statistics.dontKnow,
  noAnswer: statistics.noAnswer,
  ...figure('mean', statistics.mean),
  ...rounded('meanMargin', statistics.meanMargin),
  ...(statistics.positive !== undefined && { positive: statistics.positive }),
  ...figure('positiveShare', statistics.positiveShare),
  ...rounded('margin', statistics.shareMargin),
})

const figuresJson = ({ column }: ColumnTable, unit: string | undefined, figures: Figures, withheld: Withheld): Json => {
  const of = (group: string | undefined, statistics: ColumnStatistics): Json =>
    withheld.isCellWithheld(column.id, unit, group) ? withheldMark : statisticsJson(statistics)
  const groups = [...figures.groups].filter(([group]) => group !== '')
  const isWeightedShown = figures.weighted && !groups.some(([group]) => withheld.isCellWithheld(column.id, unit, group))
  return {
    ...of(undefined, figures.all),
    ...(isWeightedShown && {
      weighted: { ...figure('positiveShare', figures.weighted?.positiveShare), ...rounded('margin', figures.weighted?.margin) },
    }),
    ...(groups.length > 0 && { groups: Object.fromEntries(groups.map(([group, each]) => [group, of(group, each)])) }),
  }
}

const columnJson = (table: ColumnTable, withheld: Withheld): Json => {
  const { column, total, units } = table
  return {
    id: column.id,
    kind: column.question.kind,
    ...(column.measure === 'levels' && { values: column.values, top: column.top }),
    total: figuresJson(table, undefined, total, withheld),
    units: Object.fromEntries([...units].map(([unit, figures]) => [unit, figuresJson(table, unit, figures, withheld)])),
  }
}

const shareJson = ({ group, weight, share, questions }: GroupShare): Json => ({
  ...(group !== undefined && { group }),
  ...(weight && { weight: decimalText(weight) }),
  ...figure('share', share),
  questions: questions.map((each) => ({
    question: each.column,
    valid: each.valid,
    counts: Object.fromEntries([...each.counts].map(([value, count]) => [String(value), count])),
    ...figure('share', each.share),
  })),
})

/** The points of one leaf with their trace down to the counts. */
export const leafPointsJson = ({ measure, answers, minimumAnswers, groups, outcome }: LeafPoints): Json => ({
  status: outcome.status,
  points: outcome.status === 'scored' ? decimalText(outcome.points) : null,
  appliedMax: outcome.status === 'scored' ? pointsText(measure.maxPoints) : '0',
  ...(outcome.status === 'scored' ? { exact: fractionText(outcome.points), ...figure('share', outcome.share) } : { why: outcome.why }),
  maxPoints: pointsText(measure.maxPoints),
  answers,
  minimumAnswers,
  trace: { conversion: measure.conversion, ...(measure.parts.length > 0 && { parts: measure.parts }), groups: groups.map(shareJson) },
})

const sumJson = ({ points, appliedMax }: AreaSum): Json => ({ points: decimalText(points), appliedMax: decimalText(appliedMax) })

const unitJson = ({ unit, responses, groups, leaves, total, areas }: UnitTable, withheld: Withheld): Json => {
  const isHidden = (list: readonly LeafPoints[]) => list.some(({ measure }) => withheld.isLeafWithheld(unit, measure.leaf))
  const named = [...groups].filter(([group]) => group !== '')
  return {
    unit,
    responses,
    ...(named.length > 0 && { groups: Object.fromEntries(named) }),
    leaves: Object.fromEntries(leaves.map((each) => [each.measure.leaf, isHidden([each]) ? withheldMark : leafPointsJson(each)])),
    ...(isHidden(leaves) ? withheldMark : sumJson(total)),
    ...(areas.size > 0 && {
      areas: Object.fromEntries(
        [...areas].map(([area, sum]) => [
          area,
          isHidden(leaves.filter(({ measure }) => measure.area === area)) ? withheldMark : sumJson(sum),
        ]),
      ),
    }),
  }
}

/**
 * The tabulation as JSON: decimals with at most six digits, and beside each quotient its exact form `n/d`. With `withheld`, what must not be published
 * stands as `{"withheld":true}`.
 */
export const formatTabulation = (tabulation: Tabulation, withheld: Withheld = nothingWithheld): Json => {
  const { questionnaire, confidence, responses, groups, columns, units } = tabulation
  const named = questionnaire.groups.map(({ id }) => [id, groups.get(id) ?? 0] as const)
  return {
    questionnaire: textIn(questionnaire.title, questionnaire.languages[0] ?? 'vi', questionnaire),
    responses,
    confidence,
    suppressBelow: questionnaire.suppressBelow,
    ...(named.length > 0 && { groups: Object.fromEntries(named) }),
    questions: columns.map((table) => columnJson(table, withheld)),
    units: units.map((unit) => unitJson(unit, withheld)),
  }
}
