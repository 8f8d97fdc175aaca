import { addPoints, type Points, subtractPoints, zeroPoints } from '../exact/points.ts'
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

/** Of units whose claim and decision are both scored. */
const countClaims = (units: Iterable<LeafOfUnit>) => {
  const sums = { both: 0, lowered: 0, raised: 0, claimedOfBoth: zeroPoints, givenOfBoth: zeroPoints }
  for (const { claimed, given } of units) {
    if (claimed?.status !== 'scored' || given.status !== 'scored') continue
    sums.both++
    if (given.points < claimed.points) sums.lowered++
    if (given.points > claimed.points) sums.raised++
    sums.claimedOfBoth = addPoints(sums.claimedOfBoth, claimed.points)
    sums.givenOfBoth = addPoints(sums.givenOfBoth, given.points)
  }
  return sums
}

/** Counts one leaf over units; of a penalty "full" is nothing taken away and "zero" all of it. */
export const summariseCriterion = (leaf: FrameworkNode, units: readonly LeafOfUnit[]): CriterionSummary => {
  const isPenalty = leaf.counting === 'penalty'
  const [best, worst] = isPenalty ? [zeroPoints, leaf.maxPoints] : [leaf.maxPoints, zeroPoints]
  const counts = { scored: 0, notApplicable: 0, missing: 0, notMeasured: 0, full: 0, zero: 0 }
  let [given, lost] = [zeroPoints, zeroPoints]
  for (const { given: score } of units) {
    counts[score.status]++
    if (score.status !== 'scored') continue
    if (score.points === best) counts.full++
    else if (score.points === worst) counts.zero++
    given = addPoints(given, score.points)
    lost = addPoints(lost, subtractPoints(best, score.points))
  }
  const { scored, ...others } = counts
  return { ...others, between: scored - counts.full - counts.zero, given, lost, ...countClaims(units) }
}
