import { type Points, subtractPoints, sumPoints, zeroPoints } from '../exact/points.ts'
import type { FrameworkNode } from '../framework/framework.ts'
import type { LeafScore } from './scores.ts'

/** What one leaf has in one unit: what was given and, where it is known, what was claimed. */
export interface LeafOfUnit {
  readonly given: LeafScore
  readonly claimed?: LeafScore | undefined
}

/** One leaf seen across all units of a group. Points are sums over units; who has none is counted apart and never as zero. */
export interface CriterionSummary {
  readonly full: number
  readonly between: number
  readonly zero: number
  readonly notApplicable: number
  readonly missing: number
  readonly notMeasured: number
  /** Of units that were scored. */
  readonly given: Points
  /** What those units fell short of the maximum by. */
  readonly lost: Points
  /** Of units whose claim and decision are both scored: how many were given less or more, and the sums of both sides. */
  readonly lowered: number
  readonly raised: number
  readonly claimedOfBoth: Points
  readonly givenOfBoth: Points
  readonly both: number
}

const pointsOf = (score: LeafScore | undefined): readonly Points[] => (score?.status === 'scored' ? [score.points] : [])

/** Counts one leaf over units; of a penalty "full" is nothing taken away and "zero" all of it. */
export const summariseCriterion = (leaf: FrameworkNode, units: readonly LeafOfUnit[]): CriterionSummary => {
  const isPenalty = leaf.counting === 'penalty'
  const [best, worst] = isPenalty ? [zeroPoints, leaf.maxPoints] : [leaf.maxPoints, zeroPoints]
  const count = (status: LeafScore['status']): number => units.filter(({ given }) => given.status === status).length
  const scored = units.flatMap(({ given }) => pointsOf(given))
  const full = scored.filter((points) => points === best).length
  const zero = scored.filter((points) => points === worst && points !== best).length
  const both = units.flatMap(({ claimed, given }) =>
    pointsOf(claimed).flatMap((a) => pointsOf(given).map((b) => ({ claimed: a, given: b }))),
  )
  const given = sumPoints(scored)
  return {
    full,
    zero,
    between: scored.length - full - zero,
    notApplicable: count('notApplicable'),
    missing: count('missing'),
    notMeasured: count('notMeasured'),
    given,
    lost: subtractPoints(sumPoints(scored.map(() => best)), given),
    lowered: both.filter((each) => each.given < each.claimed).length,
    raised: both.filter((each) => each.given > each.claimed).length,
    claimedOfBoth: sumPoints(both.map((each) => each.claimed)),
    givenOfBoth: sumPoints(both.map((each) => each.given)),
    both: both.length,
  }
}
