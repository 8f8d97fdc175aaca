import { type Fraction, fraction, fractionOfPoints, multiplyFractions } from '../exact/fraction.ts'
import { meanFraction } from '../rules/formula/arithmetic.ts'
import { type Counts, type Measure, shareOfQuestions, weightedShare } from '../rules/survey-statistic.ts'
import type { Column } from './columns.ts'
import type { LeafMeasure, Questionnaire } from './questionnaire-file.ts'
import { type ColumnCount, countOf, sumTallies, type Tally, type TallyPlan } from './tally.ts'

/** Tallies of one unit by group of respondents. */
export type GroupTallies = ReadonlyMap<string, Tally>

/** One question of a leaf, down to the counts it came from. */
export interface QuestionShare {
  readonly column: string
  readonly valid: number
  readonly counts: ReadonlyMap<number, number>
  /** Absent where nobody answered. */
  readonly share?: Fraction
}

/** The share of one group (or of everybody, where groups are not weighted), with its questions. */
export interface GroupShare {
  readonly group?: string
  readonly weight?: Fraction
  readonly share?: Fraction
  readonly questions: readonly QuestionShare[]
}

/** One leaf of one unit: points with everything they came from, or why there are none. */
export interface LeafPoints {
  readonly measure: LeafMeasure
  /** Valid answers to the question that has the fewest. */
  readonly answers: number
  readonly minimumAnswers: number
  readonly groups: readonly GroupShare[]
  readonly outcome:
    | { readonly status: 'scored'; readonly share: Fraction; readonly points: Fraction }
    | { readonly status: 'notMeasured'; readonly why: 'tooFewResponses' | 'groupWithoutAnswers' }
}

const measureOf = ({ values, top }: Column, conversion: LeafMeasure['conversion']): Measure => ({
  statistic: conversion === 'positiveShare' ? 'topShare' : 'mean',
  top,
  from: values[0] ?? 0,
  to: values.at(-1) ?? 1,
  conversion: conversion === 'meanFromBottom' ? 'fromBottom' : 'overTop',
})

const countsFor = ({ byValue }: ColumnCount): Counts => new Map([...byValue].map(([level, count]) => [level, fraction(BigInt(count))]))

const questionShare = (plan: TallyPlan, tally: Tally, id: string, measure: LeafMeasure): QuestionShare => {
  const column = plan.places.get(id)?.column
  if (!column) throw new Error(`no column ${id}`)
  const count = countOf(plan, tally, id)
  const share = shareOfQuestions([countsFor(count)], measureOf(column, measure.conversion))
  return { column: id, valid: count.valid, counts: count.byValue, ...(share && { share }) }
}

const meanOf = (shares: readonly (Fraction | undefined)[]): Fraction | undefined => {
  const known = shares.filter((share) => share !== undefined)
  return known.length === 0 ? undefined : meanFraction(known)
}

/** Questions count alike; of a SIPAS the parts do, whatever the number of their questions (Hà Nội 2024: (86.51 + 86.49) / 2). */
const groupShare = (plan: TallyPlan, tally: Tally, measure: LeafMeasure, group: Pick<GroupShare, 'group' | 'weight'>): GroupShare => {
  const parts = measure.parts.length > 0 ? measure.parts : [measure.questions]
  const shares = parts.map((ids) => ids.map((id) => questionShare(plan, tally, id, measure)))
  const share = meanOf(shares.map((part) => meanOf(part.map((question) => question.share))))
  return { ...group, questions: shares.flat(), ...(share && { share }) }
}

const groupShares = (plan: TallyPlan, tallies: GroupTallies, measure: LeafMeasure, { groups }: Questionnaire): readonly GroupShare[] => {
  if (!measure.weighted) return [groupShare(plan, sumTallies(plan, tallies.values()), measure, {})]
  return groups.flatMap(({ id, weight }) => {
    const tally = tallies.get(id) ?? sumTallies(plan, [])
    return weight && weight.n > 0n ? [groupShare(plan, tally, measure, { group: id, weight })] : []
  })
}

const outcomeOf = (measure: LeafMeasure, groups: readonly GroupShare[], isEnough: boolean): LeafPoints['outcome'] => {
  if (!isEnough) return { status: 'notMeasured', why: 'tooFewResponses' }
  const known = groups.flatMap(({ share, weight = fraction(1n) }) => (share ? [{ share, weight }] : []))
  const isHalf = known.length < groups.length && measure.emptyGroup === 'notMeasured'
  const share = isHalf ? undefined : weightedShare(known)
  if (!share) return { status: 'notMeasured', why: 'groupWithoutAnswers' }
  return { status: 'scored', share, points: multiplyFractions(share, fractionOfPoints(measure.maxPoints)) }
}

/**
 * The points of one leaf for one unit, exact: share × maximum by the conversion of the leaf; below the minimum of valid answers to any question
 * it is not measured. The same figures as the scoring rule `survey` gives from the same counts (`src/core/rules/kinds/survey.ts`).
 */
export const leafPoints = (plan: TallyPlan, tallies: GroupTallies, measure: LeafMeasure, questionnaire: Questionnaire): LeafPoints => {
  const groups = groupShares(plan, tallies, measure, questionnaire)
  const ids = [...measure.questions, ...measure.parts.flat()]
  const answers = Math.min(
    ...ids.map((id) => groups.reduce((sum, { questions }) => sum + (questions.find(({ column }) => column === id)?.valid ?? 0), 0)),
  )
  const minimumAnswers = measure.minimumAnswers ?? questionnaire.minimumAnswers
  return { measure, answers, minimumAnswers, groups, outcome: outcomeOf(measure, groups, answers >= minimumAnswers) }
}
