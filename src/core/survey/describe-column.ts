import { type Fraction, fraction } from '../exact/fraction.ts'
import type { Confidence } from './confidence.ts'
import { marginOfMean, marginOfShare } from './margin.ts'
import { countOf, type ColumnCount, type Tally, type TallyPlan } from './tally.ts'

/** What a column says among some respondents. */
export interface ColumnStatistics extends ColumnCount {
  /** Of levels and figures. */
  readonly mean?: Fraction
  /** Of levels: answers in the highest `top` of them, and their share of the valid ones. */
  readonly positive?: number
  readonly positiveShare?: Fraction
  /** Of the positive share; without a population as if it were endless. */
  readonly shareMargin?: Fraction
  readonly meanMargin?: Fraction
}

const meanOf = (sum: number, valid: number): Fraction => fraction(BigInt(sum), BigInt(valid))

/** Counts, valid answers, mean, positive share and margins of one column in one tally; `population` is how many could have been asked. */
export const describeColumn = (
  plan: TallyPlan,
  tally: Tally,
  columnId: string,
  confidence: Confidence,
  population?: number,
): ColumnStatistics => {
  const count = countOf(plan, tally, columnId)
  const column = plan.places.get(columnId)?.column
  const { valid, byValue } = count
  if (valid === 0 || !column) return count
  if (column.measure === 'figure') {
    const meanMargin = marginOfMean(count, confidence)
    return { ...count, mean: meanOf(count.sum, valid), ...(meanMargin && { meanMargin }) }
  }
  if (column.measure !== 'levels') return count
  const sum = [...byValue].reduce((total, [level, chosen]) => total + level * chosen, 0)
  const squares = [...byValue].reduce((total, [level, chosen]) => total + level * level * chosen, 0)
  const positive = column.values.slice(column.values.length - column.top).reduce((total, level) => total + (byValue.get(level) ?? 0), 0)
  const positiveShare = meanOf(positive, valid)
  const [shareMargin, meanMargin] = [
    marginOfShare(positiveShare, valid, confidence, population),
    marginOfMean({ valid, sum, squares }, confidence),
  ]
  return {
    ...count,
    mean: meanOf(sum, valid),
    positive,
    positiveShare,
    ...(shareMargin && { shareMargin }),
    ...(meanMargin && { meanMargin }),
  }
}
