import { addFractions, type Fraction, fractionOfPoints, zeroFraction } from '../exact/fraction.ts'
import { weightedShare } from '../rules/survey-statistic.ts'
import type { Column } from './columns.ts'
import { columnsOf } from './columns.ts'
import type { Confidence } from './confidence.ts'
import { type GroupTallies, type LeafPoints, leafPoints } from './convert.ts'
import { type ColumnStatistics, describeColumn } from './describe-column.ts'
import { groupBy } from './group-by.ts'
import { marginOfWeighted } from './margin.ts'
import type { Questionnaire } from './questionnaire-file.ts'
import { countResponse, emptyTally, planTally, sumTallies, type Tally, type TallyPlan } from './tally.ts'

/** Tallies by unit, then by group of respondents (`''` where there are no groups). */
export type Tallies = ReadonlyMap<string, GroupTallies>

/** Statistics of one column among some respondents, and over groups by their weights where groups have some. */
export interface Figures {
  readonly all: ColumnStatistics
  readonly weighted?: { readonly positiveShare: Fraction; readonly margin?: Fraction }
  readonly groups: ReadonlyMap<string, ColumnStatistics>
}

export interface ColumnTable {
  readonly column: Column
  readonly total: Figures
  readonly units: ReadonlyMap<string, Figures>
}

export interface AreaSum {
  readonly points: Fraction
  readonly appliedMax: Fraction
}

export interface UnitTable {
  readonly unit: string
  readonly responses: number
  readonly groups: ReadonlyMap<string, number>
  readonly leaves: readonly LeafPoints[]
  /** Sums over leaves that were measured. */
  readonly total: AreaSum
  readonly areas: ReadonlyMap<string, AreaSum>
}

/** Everything that a survey says, exact. Units stand in the order of their names' code points. */
export interface Tabulation {
  readonly questionnaire: Questionnaire
  readonly confidence: Confidence
  readonly responses: number
  readonly groups: ReadonlyMap<string, number>
  readonly columns: readonly ColumnTable[]
  readonly units: readonly UnitTable[]
}

/** Counts responses by unit and group. */
export const tallyResponses = (
  plan: TallyPlan,
  responses: Iterable<{ readonly unit: string; readonly group: string; readonly encoded: ArrayLike<number> }>,
): Tallies => {
  const units = new Map<string, Map<string, Tally>>()
  for (const { unit, group, encoded } of responses) {
    let groups = units.get(unit)
    if (!groups) units.set(unit, (groups = new Map()))
    let tally = groups.get(group)
    if (!tally) groups.set(group, (tally = emptyTally(plan)))
    countResponse(plan, tally, encoded)
  }
  return units
}

interface Context {
  readonly questionnaire: Questionnaire
  readonly plan: TallyPlan
  readonly confidence: Confidence
}

/** Populations are of one unit each; of all units together nobody said how many there are. */
const figuresOf = ({ questionnaire, plan, confidence }: Context, column: Column, tallies: GroupTallies): Figures => {
  const all = describeColumn(plan, sumTallies(plan, tallies.values()), column.id, confidence)
  const groups = new Map([...tallies].map(([group, tally]) => [group, describeColumn(plan, tally, column.id, confidence)]))
  const parts = questionnaire.groups.flatMap(({ id, weight }) => {
    const { positiveShare: share, valid: answers } = groups.get(id) ?? {}
    return weight && share && answers !== undefined ? [{ share, answers, weight }] : []
  })
  const positiveShare = weightedShare(parts)
  const margin = positiveShare && marginOfWeighted(parts, confidence)
  return { all, groups, ...(positiveShare && { weighted: { positiveShare, ...(margin && { margin }) } }) }
}

const sumLeaves = (leaves: readonly LeafPoints[]): AreaSum =>
  leaves.reduce<AreaSum>(
    (sum, { outcome, measure }) =>
      outcome.status === 'scored'
        ? {
            points: addFractions(sum.points, outcome.points),
            appliedMax: addFractions(sum.appliedMax, fractionOfPoints(measure.maxPoints)),
          }
        : sum,
    { points: zeroFraction, appliedMax: zeroFraction },
  )

const responsesOf = (tallies: GroupTallies): ReadonlyMap<string, number> =>
  new Map([...tallies].map(([group, { responses }]) => [group, responses]))

const unitTable = ({ questionnaire, plan }: Context, unit: string, tallies: GroupTallies): UnitTable => {
  const leaves = questionnaire.leaves.map((measure) => leafPoints(plan, tallies, measure, questionnaire))
  const inAreas = leaves.filter(({ measure }) => measure.area !== undefined)
  const byArea = groupBy(inAreas, ({ measure }) => measure.area ?? '')
  const groups = responsesOf(tallies)
  return {
    unit,
    responses: [...groups.values()].reduce((sum, count) => sum + count, 0),
    groups,
    leaves,
    total: sumLeaves(leaves),
    areas: new Map([...byArea].map(([area, list]) => [area, sumLeaves(list)])),
  }
}

const acrossUnits = (plan: TallyPlan, tallies: Tallies): GroupTallies => {
  const all = [...tallies.values()].flatMap((groups) => [...groups])
  return new Map(
    [...groupBy(all, ([group]) => group)].map(([group, list]) => [
      group,
      sumTallies(
        plan,
        list.map(([, tally]) => tally),
      ),
    ]),
  )
}

/**
 * Turns counted answers into counts, means, positive shares and margins by question, unit and group, and into the points of every leaf of every
 * unit. Nothing is withheld here; {@link withheldIn} says what must not be published.
 */
export const tabulate = (questionnaire: Questionnaire, tallies: Tallies, confidence: Confidence = '95'): Tabulation => {
  const columns = columnsOf(questionnaire)
  const plan = planTally(columns)
  const context: Context = { questionnaire, plan, confidence }
  const units = [...tallies].sort(([a], [b]) => (a < b ? -1 : 1))
  const total = acrossUnits(plan, tallies)
  const groups = responsesOf(total)
  return {
    questionnaire,
    confidence,
    responses: [...groups.values()].reduce((sum, count) => sum + count, 0),
    groups,
    columns: columns.map((column) => ({
      column,
      total: figuresOf(context, column, total),
      units: new Map(units.map(([unit, each]) => [unit, figuresOf(context, column, each)])),
    })),
    units: units.map(([unit, each]) => unitTable(context, unit, each)),
  }
}
