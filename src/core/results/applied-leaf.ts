import {
  compareFractions,
  divideFractions,
  type Fraction,
  fractionOfPoints,
  multiplyFractions,
  subtractFractions,
  zeroFraction,
} from '../exact/fraction.ts'
import { parseDecimal } from '../exact/decimal.ts'
import type { Points } from '../exact/points.ts'
import type { AbsentBlock, Treatment } from '../vocabulary.ts'
import type { ComputeOptions } from './options.ts'
import type { Plan, PlannedLeaf } from './plan.ts'
import type { NodeResult } from './results.ts'
import type { LeafScore, UnitScores } from './scores.ts'
import { treatmentOf, type TreatmentBasis } from './treatment.ts'

/** What one leaf brings to the sums of its unit after every policy but redistribution. */
export interface AppliedLeaf {
  readonly status: LeafScore['status']
  /** `null`: nothing is counted. */
  readonly points: Fraction | null
  readonly appliedMax: Fraction
  /** What was entered, where the cap of a bonus or penalty took something away. */
  readonly entered?: Fraction
  /** A rule left a part of the maximum out for this unit. */
  readonly isReduced?: boolean
  readonly treatment?: Treatment
  readonly basis?: TreatmentBasis
  readonly absentBlock?: AbsentBlock
}

const size = (points: Points): Fraction => fractionOfPoints(Math.abs(points) as Points)
const least = (a: Fraction, b: Fraction): Fraction => (compareFractions(a, b) <= 0 ? a : b)

const nothing = { points: null, appliedMax: zeroFraction } as const

/** A bonus adds, a penalty takes away, whichever sign it is written with; neither beyond its own maximum; not applicable is nothing. */
const applyAdjustment = (leaf: PlannedLeaf, score: LeafScore): AppliedLeaf => {
  const max = size(leaf.node.maxPoints)
  if (score.status === 'missing') return { status: 'missing', points: null, appliedMax: max }
  if (score.status !== 'scored') return { status: score.status, ...nothing }
  const isPenalty = leaf.node.counting === 'penalty'
  const entered = isPenalty ? size(score.points) : fractionOfPoints(score.points)
  const kept = least(entered, max)
  const points = isPenalty ? subtractFractions(zeroFraction, kept) : kept
  return { status: 'scored', points, appliedMax: max, ...(kept === entered ? {} : { entered }) }
}

const applyNotApplicable = (max: Fraction, treatment: Treatment): Pick<AppliedLeaf, 'points' | 'appliedMax'> => {
  if (treatment === 'full') return { points: max, appliedMax: max }
  if (treatment === 'zero') return { points: zeroFraction, appliedMax: max }
  return nothing
}

/** Last cycle's share of the maximum times this cycle's maximum; nothing to carry leaves the block out. */
const carried = (max: Fraction, before: NodeResult | undefined): Pick<AppliedLeaf, 'points' | 'appliedMax'> => {
  const points = before?.points ? parseDecimal(before.points) : undefined
  const outOf = before && parseDecimal(before.appliedMax)
  if (!points || !outOf || outOf.n === 0n) return nothing
  return { points: multiplyFractions(divideFractions(points, outOf), max), appliedMax: max }
}

const applyBase = (
  plan: Plan,
  leaf: PlannedLeaf,
  score: LeafScore,
  before: NodeResult | undefined,
  options: ComputeOptions,
): AppliedLeaf => {
  const max = fractionOfPoints(leaf.node.maxPoints)
  if (score.status === 'scored') {
    const appliedMax = score.appliedMax === undefined ? max : fractionOfPoints(score.appliedMax)
    return {
      status: 'scored',
      points: fractionOfPoints(score.points),
      appliedMax,
      ...(score.appliedMax !== undefined && { isReduced: true }),
    }
  }
  if (score.status === 'missing') return { status: 'missing', points: null, appliedMax: max }
  if (score.status === 'notApplicable') {
    const decided = treatmentOf(plan, leaf, score, options)
    return { status: 'notApplicable', ...applyNotApplicable(max, decided.treatment), ...decided }
  }
  const { absentBlock } = plan.framework
  if (absentBlock === 'zero') return { status: 'notMeasured', points: zeroFraction, appliedMax: max, absentBlock }
  const value = absentBlock === 'carry' ? carried(max, before) : nothing
  return { status: 'notMeasured', ...value, absentBlock }
}

/** Every leaf of one unit after the policies for what does not apply, is missing or was not measured; maxima are not yet redistributed. */
export const applyPolicies = (
  plan: Plan,
  unit: UnitScores,
  options: ComputeOptions,
  before: Readonly<Record<string, NodeResult>> | undefined,
): readonly AppliedLeaf[] =>
  plan.leaves.map((leaf) => {
    const score = unit.scores.get(leaf.node.id) ?? { status: 'missing' }
    return leaf.node.counting === 'base' ? applyBase(plan, leaf, score, before?.[leaf.node.id], options) : applyAdjustment(leaf, score)
  })
