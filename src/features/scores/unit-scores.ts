import { nodeId, unitId } from '../../core/ids.ts'
import type { LeafScore, UnitScores } from '../../core/results/scores.ts'
import type { Treatment } from '../../core/vocabulary.ts'
import type { Points } from '../../core/exact/points.ts'

interface AnyScore {
  readonly nodeId: string
  readonly status: string
  readonly points?: Points | undefined
  readonly appliedMax?: Points | undefined
  readonly treatment?: Treatment | undefined
}

/** A stored score as the core takes it; what cannot be counted is missing. */
export const leafScoreOf = ({ status, points, appliedMax, treatment }: AnyScore): LeafScore => {
  if (status === 'scored' && points !== undefined) return { status, points, ...(appliedMax !== undefined && { appliedMax }) }
  if (status === 'notApplicable') return { status, ...(treatment && { treatment }) }
  return { status: status === 'notMeasured' ? 'notMeasured' : 'missing' }
}

/** The scores of one unit in one round, ready to be computed. */
export const unitScoresOf = (
  unit: { readonly id: string; readonly group?: string; readonly ranked: boolean },
  scores: readonly AnyScore[],
): UnitScores => ({
  unit: unitId(unit.id),
  ...(unit.group !== undefined && { group: unit.group }),
  ranked: unit.ranked,
  scores: new Map(scores.map((score) => [nodeId(score.nodeId), leafScoreOf(score)])),
})
