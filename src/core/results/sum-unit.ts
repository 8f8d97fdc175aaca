import { addFractions, compareFractions, type Fraction, fractionOfPoints, subtractFractions, zeroFraction } from '../exact/fraction.ts'
import type { Points } from '../exact/points.ts'
import { type ScoreSource, sources } from '../vocabulary.ts'
import type { Plan } from './plan.ts'
import type { RedistributedLeaf } from './redistribute.ts'

/** Points and the maximum that applied; points are `null` where no leaf counts anything. */
export interface Sum {
  readonly points: Fraction | null
  readonly appliedMax: Fraction
}

/** Everything a unit adds up to. `adjusted` is base plus bonus less penalty before floor and cap. */
export interface UnitSums {
  readonly total: Sum
  readonly base: Sum
  readonly adjusted: Fraction | null
  readonly nodes: readonly Sum[]
  readonly bySource: Readonly<Record<ScoreSource, Fraction>>
  readonly missing: number
}

const nothing: Sum = { points: null, appliedMax: zeroFraction }

const add = (a: Sum, b: Sum): Sum => ({
  points: a.points && b.points ? addFractions(a.points, b.points) : (a.points ?? b.points),
  appliedMax: addFractions(a.appliedMax, b.appliedMax),
})

const clamp = (value: Fraction, low: Fraction, high: Fraction): Fraction =>
  compareFractions(value, low) < 0 ? low : compareFractions(value, high) > 0 ? high : value

/** A bonus or penalty group never brings more than its own maximum. */
const capGroup = (sum: Sum, max: Points): Sum => {
  const own = fractionOfPoints(Math.abs(max) as Points)
  return { points: sum.points && clamp(sum.points, subtractFractions(zeroFraction, own), own), appliedMax: own }
}

const sumNodes = (plan: Plan, leaves: readonly RedistributedLeaf[]): readonly Sum[] => {
  const sums: Sum[] = plan.nodes.map(() => nothing)
  for (let index = plan.nodes.length - 1; index >= 0; index--) {
    const planned = plan.nodes[index]
    if (!planned) continue
    const { node, isLeaf, start } = planned
    if (isLeaf) {
      sums[index] = leaves[start] ?? nothing
      continue
    }
    const below = (plan.children[index] ?? []).filter((child) => node.counting !== 'base' || plan.nodes[child]?.node.counting === 'base')
    const sum = below.map((child) => sums[child] ?? nothing).reduce(add, nothing)
    sums[index] = node.counting === 'base' ? sum : capGroup(sum, node.maxPoints)
  }
  return sums
}

/** Base plus bonus less penalty, never below zero and never above the cap of the total, where there is one. */
const totalOf = (plan: Plan, base: Sum, adjusted: Fraction | null): Sum => {
  if (base.points === null || adjusted === null) return base
  const cap = plan.framework.totalCap
  const ceiling = cap === null || compareFractions(adjusted, fractionOfPoints(cap)) < 0 ? adjusted : fractionOfPoints(cap)
  return { points: ceiling.n < 0n ? zeroFraction : ceiling, appliedMax: base.appliedMax }
}

const sumBySource = (plan: Plan, leaves: readonly RedistributedLeaf[]): Record<ScoreSource, Fraction> => {
  const sums = Object.fromEntries(sources.map((source) => [source, zeroFraction])) as Record<ScoreSource, Fraction>
  leaves.forEach((leaf, index) => {
    const source = plan.leaves[index]?.node.source
    if (source && leaf.points) sums[source] = addFractions(sums[source], leaf.points)
  })
  return sums
}

/** Adds the leaves of one unit up: every node, the total, and what each source brought. */
export const sumUnit = (plan: Plan, leaves: readonly RedistributedLeaf[]): UnitSums => {
  const nodes = sumNodes(plan, leaves)
  const base = plan.areas.map((area) => nodes[area] ?? nothing).reduce(add, nothing)
  const adjustments = plan.adjustments.map((index) => nodes[index]?.points ?? zeroFraction)
  const adjusted = base.points && adjustments.reduce(addFractions, base.points)
  return {
    total: totalOf(plan, base, adjusted),
    base,
    adjusted,
    nodes,
    bySource: sumBySource(plan, leaves),
    missing: leaves.filter((leaf) => leaf.status === 'missing').length,
  }
}
