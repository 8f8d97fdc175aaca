import {
  addFractions,
  divideFractions,
  type Fraction,
  fraction,
  multiplyFractions,
  subtractFractions,
  zeroFraction,
} from '../exact/fraction.ts'
import { meanFraction, sumFractions } from './formula/arithmetic.ts'

/** Answers of one question by one group: how many chose each level of the scale. "Do not know" is no answer and not among them. */
export type Counts = ReadonlyMap<number, Fraction>

export interface Measure {
  readonly statistic: 'topShare' | 'mean'
  /** How many of the highest levels are positive (topShare). */
  readonly top: number
  readonly from: number
  readonly to: number
  /** `overTop`: mean / best level; `fromBottom`: (mean − worst) / (best − worst). */
  readonly conversion: 'overTop' | 'fromBottom'
}

export const answersOf = (counts: Counts): Fraction => sumFractions([...counts.values()])

/** One question as a share between 0 and 1; `undefined` without a single answer. */
const shareOf = (counts: Counts, { statistic, top, from, to, conversion }: Measure): Fraction | undefined => {
  const answers = answersOf(counts)
  if (answers.n === 0n) return undefined
  if (statistic === 'topShare')
    return divideFractions(sumFractions([...counts].filter(([level]) => level > to - top).map(([, count]) => count)), answers)
  const weighted = sumFractions([...counts].map(([level, count]) => multiplyFractions(fraction(BigInt(level)), count)))
  const mean = divideFractions(weighted, answers)
  return conversion === 'overTop'
    ? divideFractions(mean, fraction(BigInt(to)))
    : divideFractions(subtractFractions(mean, fraction(BigInt(from))), fraction(BigInt(to - from)))
}

/** The plain mean over the questions that somebody answered; `undefined` where nobody answered any. */
export const shareOfQuestions = (questions: readonly Counts[], measure: Measure): Fraction | undefined => {
  const shares = questions.flatMap((counts) => shareOf(counts, measure) ?? [])
  return shares.length === 0 ? undefined : meanFraction(shares)
}

/** The weighted mean over groups; weights re-scale over the groups that are there. */
export const weightedShare = (groups: readonly { readonly share: Fraction; readonly weight: Fraction }[]): Fraction | undefined => {
  const weights = sumFractions(groups.map(({ weight }) => weight))
  if (weights.n === 0n) return undefined
  const total = groups.reduce((sum, { share, weight }) => addFractions(sum, multiplyFractions(share, weight)), zeroFraction)
  return divideFractions(total, weights)
}
