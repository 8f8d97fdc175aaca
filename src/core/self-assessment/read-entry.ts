import { type Points, parsePoints, pointsText } from '../exact/points.ts'
import { errorAt } from '../problem.ts'
import { accept, refuse, type Result } from '../result.ts'

/** What an entry needs to know of its leaf. `max` may be negative: then points stand between it and zero. */
export interface EntryLeaf {
  readonly id: string
  readonly maxPoints: Points
}

/** Reads what a person typed or pasted for one leaf: `"0,75"` or `"0.75"`, between zero and the maximum; the refusal names the figures. */
export const readEntry = (leaf: EntryLeaf, typed: string): Result<Points> => {
  const points = parsePoints(typed)
  if (points === undefined) return refuse(errorAt('invalidPoints', leaf.id, { value: typed.trim().slice(0, 100) }))
  const [min, max] = leaf.maxPoints < 0 ? [leaf.maxPoints, 0 as Points] : [0 as Points, leaf.maxPoints]
  if (points > max) return refuse(errorAt('abovePoints', leaf.id, { points: pointsText(points), max: pointsText(max) }))
  if (points < min) return refuse(errorAt('belowPoints', leaf.id, { points: pointsText(points), min: pointsText(min) }))
  return accept(points)
}
