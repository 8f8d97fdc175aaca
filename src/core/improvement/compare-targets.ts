import { type Points, subtractPoints, sumPoints } from '../exact/points.ts'
import type { NodeId } from '../ids.ts'
import { aimOf, type TargetRow } from './targets.ts'

/** What a year's result is against what was aimed at: `gap` is negative where the target was missed. */
export interface TargetComparison {
  readonly leaf: NodeId
  readonly area: NodeId
  readonly target: Points
  readonly reached: Points
  readonly gap: Points
}

/** Row by row; a row that the result does not have (it no longer counts, or the criterion is gone) is left out. Source: R004-22 of the requirements. */
export const compareTargets = (
  rows: readonly TargetRow[],
  year: number,
  reached: ReadonlyMap<NodeId, Points>,
): readonly TargetComparison[] =>
  rows.flatMap((row) => {
    const points = reached.get(row.leaf)
    if (points === undefined) return []
    const target = aimOf(row, year)
    return [{ leaf: row.leaf, area: row.area, target, reached: points, gap: subtractPoints(points, target) }]
  })

/** The same summed over rows: of an area, of a unit's tasks, of the whole. */
export const sumComparisons = (rows: readonly TargetComparison[]): Pick<TargetComparison, 'target' | 'reached' | 'gap'> => ({
  target: sumPoints(rows.map(({ target }) => target)),
  reached: sumPoints(rows.map(({ reached }) => reached)),
  gap: sumPoints(rows.map(({ gap }) => gap)),
})
