import { addFractions, divideFractions, type Fraction, fraction, multiplyFractions, zeroFraction } from '../exact/fraction.ts'
import type { AppliedLeaf } from './applied-leaf.ts'
import type { Plan } from './plan.ts'

/** A leaf after redistribution: `factor` is what its maximum and its points were multiplied by, `movedTo` the node that took its maximum over. */
export interface RedistributedLeaf extends AppliedLeaf {
  readonly factor?: Fraction
  readonly movedTo?: string
}

/** Leaves that can take a maximum over: of the base, of the same source, and applying to this unit. */
const takersBelow = (plan: Plan, leaves: readonly AppliedLeaf[], scope: number, giver: number): readonly number[] => {
  const { start, end } = plan.nodes[scope] ?? { start: 0, end: plan.leaves.length }
  const source = plan.leaves[giver]?.node.source
  const found: number[] = []
  for (let index = start; index < end; index++) {
    const [leaf, planned] = [leaves[index], plan.leaves[index]]
    if (!leaf || planned?.node.counting !== 'base' || planned.node.source !== source) continue
    if (leaf.status !== 'notApplicable' && leaf.appliedMax.n !== 0n) found.push(index)
  }
  return found
}

/** The parent's leaves, else those of the nearest node above that has some, at last the whole set (-1). */
const nearestTakers = (
  plan: Plan,
  leaves: readonly AppliedLeaf[],
  giver: number,
): { readonly scope: number; readonly takers: readonly number[] } => {
  let scope = plan.leaves[giver]?.at ?? -1
  do {
    scope = plan.nodes[scope]?.parent ?? -1
    const takers = takersBelow(plan, leaves, scope, giver)
    if (takers.length > 0) return { scope, takers }
  } while (scope !== -1)
  return { scope: -1, takers: [] }
}

/**
 * Spreads the maximum of each leaf treated as `redistributed` over the applying leaves of the same parent in proportion to their maxima, or of
 * the nearest node above that has some, never across sources; points of those leaves scale alike, so that each keeps its percent.
 * A maximum that finds no taker drops out.
 */
export const redistribute = (plan: Plan, leaves: readonly AppliedLeaf[]): readonly RedistributedLeaf[] => {
  const factors = new Map<number, Fraction>()
  const movedTo = new Map<number, string>()
  leaves.forEach((leaf, giver) => {
    if (leaf.treatment !== 'redistributed') return
    const { scope, takers } = nearestTakers(plan, leaves, giver)
    if (takers.length === 0) return
    const total = takers.reduce((sum, index) => addFractions(sum, leaves[index]?.appliedMax ?? zeroFraction), zeroFraction)
    const given = fraction(BigInt(plan.leaves[giver]?.node.maxPoints ?? 0), 10_000n)
    const share = divideFractions(given, total)
    for (const index of takers) factors.set(index, addFractions(factors.get(index) ?? fraction(1n), share))
    movedTo.set(giver, plan.nodes[scope]?.node.id ?? 'total')
  })
  return factors.size === 0 ? leaves : leaves.map((leaf, index) => scale(leaf, factors.get(index), movedTo.get(index)))
}

const scale = (leaf: AppliedLeaf, factor: Fraction | undefined, movedTo: string | undefined): RedistributedLeaf => {
  if (movedTo !== undefined) return { ...leaf, movedTo }
  if (factor === undefined) return leaf
  return {
    ...leaf,
    points: leaf.points && multiplyFractions(leaf.points, factor),
    appliedMax: multiplyFractions(leaf.appliedMax, factor),
    factor,
  }
}
