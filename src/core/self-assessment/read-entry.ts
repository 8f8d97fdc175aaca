import { type Points, parsePoints, pointsText, zeroPoints } from '../exact/points.ts'
import { errorAt, type Problem } from '../problem.ts'
import { accept, refuse, type Result } from '../result.ts'

/** What an entry needs to know of its leaf. `maxPoints` may be negative: then points stand between it and zero. */
export interface EntryLeaf {
  readonly id: string
  readonly maxPoints: Points
}

/**
 * An entry stands between zero and the maximum of its leaf, of a bonus or penalty too, as the database holds it; figures that come in files
 * are held to less (`framework/check-points.ts`). The problem names both figures.
 */
export const checkBounds = ({ id, maxPoints }: EntryLeaf, points: Points): readonly Problem[] => {
  const [min, max] = maxPoints < 0 ? [maxPoints, zeroPoints] : [zeroPoints, maxPoints]
  if (points > max) return [errorAt('abovePoints', id, { points: pointsText(points), max: pointsText(max) })]
  if (points < min) return [errorAt('belowPoints', id, { points: pointsText(points), min: pointsText(min) })]
  return []
}

/** Reads what a person typed or pasted for one leaf: `"0,75"` or `"0.75"`, at most four decimals, within the bounds of the leaf. */
export const readEntry = (leaf: EntryLeaf, typed: string): Result<Points> => {
  const points = parsePoints(typed)
  if (points === undefined) return refuse(errorAt('invalidPoints', leaf.id, { value: typed.trim().slice(0, 100) }))
  const problems = checkBounds(leaf, points)
  return problems.length ? refuse(...problems) : accept(points)
}
