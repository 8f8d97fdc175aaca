import { type Points, pointsText } from '../exact/points.ts'
import { errorAt, type Problem } from '../problem.ts'
import type { FrameworkNode } from './framework.ts'

/**
 * Points of one leaf against its bounds: between zero and the maximum. Bonus points may exceed theirs (items add up and the sum is capped) and a
 * penalty may be written with either sign, so neither is refused for its size.
 */
export const checkPoints = (leaf: FrameworkNode, points: Points, line?: number): readonly Problem[] => {
  if (leaf.counting === 'penalty') return []
  if (points < 0) return [errorAt('belowPoints', leaf.id, { points: pointsText(points), min: '0' }, line)]
  if (leaf.counting === 'base' && points > leaf.maxPoints)
    return [errorAt('abovePoints', leaf.id, { points: pointsText(points), max: pointsText(leaf.maxPoints) }, line)]
  return []
}
