import type { NodeId } from '../ids.ts'
import type { ComputeOptions } from './options.ts'
import type { Plan, PlannedLeaf } from './plan.ts'
import type { LeafScore, UnitScores } from './scores.ts'
import { treatmentOf } from './treatment.ts'

/**
 * One leaf over all units in ten-thousandths of a point. `appliedMax` and `counted` stand only where they are not the same for every unit:
 * without them every unit has the leaf's whole maximum and a score.
 */
export interface LeafColumn {
  readonly points: Int32Array
  readonly appliedMax?: Int32Array
  readonly counted?: Uint8Array
}

/** A column per leaf, in the order of the plan, and per unit how many of its leaves are missing. */
export interface LeafColumns {
  readonly columns: readonly LeafColumn[]
  readonly missing: Int32Array
}

/** Largest base maximum in ten-thousandths (4,000 points); why is said at {@link fitsWholeNumbers}. */
const largestMaximum = 40_000_000

/**
 * Whether the maxima of a framework are small enough for whole numbers in typed arrays. With m ≤ 4·10^7 and p ≤ 8·10^7: sums stay below 2^31 and
 * 10^8·p below 2^53; two different quotients p/m differ by at least 1/(p·m) > 2^-52 of themselves, which is more than the spacing of doubles, so that
 * no two of them ever round to the same double, and equal ones always do.
 */
const fitsWholeNumbers = (plan: Plan): boolean => {
  const sum = (isBase: boolean) =>
    plan.leaves.reduce((total, { node }) => ((node.counting === 'base') === isBase ? total + Math.abs(node.maxPoints) : total), 0)
  return sum(true) <= largestMaximum && sum(false) <= sum(true)
}

interface Cell {
  readonly points: number
  readonly appliedMax: number
  readonly counted: 0 | 1
}

const adjustmentCell = (leaf: PlannedLeaf, score: LeafScore): Cell => {
  const max = Math.abs(leaf.node.maxPoints)
  if (score.status === 'missing') return { points: 0, appliedMax: max, counted: 0 }
  if (score.status !== 'scored') return { points: 0, appliedMax: 0, counted: 0 }
  const isPenalty = leaf.node.counting === 'penalty'
  const points = Math.min(isPenalty ? Math.abs(score.points) : score.points, max)
  return { points: isPenalty ? 0 - points : points, appliedMax: max, counted: 1 }
}

/** The same policies as `applyPolicies`, in whole numbers; `undefined` where only a quotient will do. */
const baseCell = (plan: Plan, leaf: PlannedLeaf, score: LeafScore, options: ComputeOptions): Cell | undefined => {
  const max = leaf.node.maxPoints
  if (score.status === 'scored') return { points: score.points, appliedMax: score.appliedMax ?? max, counted: 1 }
  if (score.status === 'missing') return { points: 0, appliedMax: max, counted: 0 }
  if (score.status === 'notMeasured') {
    if (plan.framework.absentBlock === 'carry') return undefined
    return plan.framework.absentBlock === 'zero' ? { points: 0, appliedMax: max, counted: 1 } : { points: 0, appliedMax: 0, counted: 0 }
  }
  const { treatment } = treatmentOf(plan, leaf, score, options)
  if (treatment === 'redistributed') return undefined
  if (treatment === 'excluded') return { points: 0, appliedMax: 0, counted: 0 }
  return { points: treatment === 'full' ? max : 0, appliedMax: max, counted: 1 }
}

/** What one unit has at one leaf, both by their place in the order. */
export type ScoreAt = (unit: number, leaf: number) => LeafScore

/** A leaf's column while it is filled; the two extra arrays appear with the first unit that differs. */
const fillColumn = (
  plan: Plan,
  at: { readonly leaf: PlannedLeaf; readonly index: number },
  scoreAt: ScoreAt,
  options: ComputeOptions,
  missing: Int32Array,
): LeafColumn | undefined => {
  const { leaf, index } = at
  const max = Math.abs(leaf.node.maxPoints)
  const units = missing.length
  const points = new Int32Array(units)
  let varying: { appliedMax: Int32Array; counted: Uint8Array } | undefined
  for (let unit = 0; unit < units; unit++) {
    const score = scoreAt(unit, index)
    const cell = leaf.node.counting === 'base' ? baseCell(plan, leaf, score, options) : adjustmentCell(leaf, score)
    if (!cell) return undefined
    points[unit] = cell.points
    if (score.status === 'missing') missing[unit] = (missing[unit] as number) + 1
    if (!varying && (cell.appliedMax !== max || cell.counted === 0)) {
      varying = { appliedMax: new Int32Array(units).fill(max), counted: new Uint8Array(units).fill(1) }
    }
    if (!varying) continue
    varying.appliedMax[unit] = cell.appliedMax
    varying.counted[unit] = cell.counted
  }
  return { points, ...varying }
}

/** Scores by leaf in whole numbers, or `undefined` where a policy needs quotients (redistribution, carried shares) or the maxima are too large. */
export const leafColumns = (plan: Plan, units: number, scoreAt: ScoreAt, options: ComputeOptions): LeafColumns | undefined => {
  if (!fitsWholeNumbers(plan)) return undefined
  const missing = new Int32Array(units)
  const columns: LeafColumn[] = []
  for (const [index, leaf] of plan.leaves.entries()) {
    const column = fillColumn(plan, { leaf, index }, scoreAt, options, missing)
    if (!column) return undefined
    columns.push(column)
  }
  return { columns, missing }
}

const unscored: LeafScore = { status: 'missing' }

/** {@link leafColumns} of units whose scores stand by the id of their leaf. */
export const leafColumnsOf = (plan: Plan, units: readonly UnitScores[], options: ComputeOptions): LeafColumns | undefined => {
  const ids = plan.leaves.map(({ node }) => node.id)
  const scoreAt: ScoreAt = (unit, leaf) => units[unit]?.scores.get(ids[leaf] as NodeId) ?? unscored
  return leafColumns(plan, units.length, scoreAt, options)
}
