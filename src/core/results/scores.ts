import type { Points } from '../exact/points.ts'
import type { NodeId, UnitId } from '../ids.ts'
import type { Treatment } from '../vocabulary.ts'

/** What one leaf of one unit has, as far as a sum needs it; every `Score` of a rule is one. */
export type LeafScore =
  /** `appliedMax` only where a rule left a part of the leaf's maximum out for this unit: the points are measured against it. */
  | { readonly status: 'scored'; readonly points: Points; readonly appliedMax?: Points }
  | { readonly status: 'notApplicable'; readonly treatment?: Treatment }
  | { readonly status: 'missing' }
  | { readonly status: 'notMeasured' }

/** A unit with its scores. A leaf without an entry is missing; a unit that is not `ranked` is scored and takes no place. */
export interface UnitScores {
  readonly unit: UnitId
  /** Units of one group are ranked among themselves; those without a group form one. */
  readonly group?: string
  readonly ranked: boolean
  readonly scores: ReadonlyMap<NodeId, LeafScore>
}

/** One line of the scores file. */
export interface ScoreLine {
  readonly unit: UnitId
  readonly node: NodeId
  readonly round?: string
  readonly score: LeafScore
  readonly group?: string
  readonly ranked: boolean
  /** 1-based row of the file. */
  readonly line: number
}

/** Lines by unit, units in the order in which they come first; any line may bring the group or say that the unit is not ranked. */
export const gatherUnits = (lines: readonly ScoreLine[]): readonly UnitScores[] => {
  const units = new Map<UnitId, { group?: string; ranked: boolean; scores: Map<NodeId, LeafScore> }>()
  for (const line of lines) {
    const unit = units.get(line.unit) ?? { ranked: true, scores: new Map<NodeId, LeafScore>() }
    unit.scores.set(line.node, line.score)
    if (line.group !== undefined) unit.group ??= line.group
    if (!line.ranked) unit.ranked = false
    units.set(line.unit, unit)
  }
  return [...units].map(([unit, gathered]) => ({ unit, ...gathered }))
}
