import type { Structure } from './structure.ts'

/**
 * The share of the root that each node's nominal weight gives it: weights within a parent divided by their sum, times the share of the parent; the
 * root has 1. Shares of all indicators sum to 1. As COINr's `get_eff_wts`. By code.
 */
export const effectiveWeights = ({ nodes, root, families }: Structure): ReadonlyMap<string, number> => {
  const shares: number[] = nodes.map((_, at) => (at === root ? 1 : 0))
  for (const { parent, children } of families.toReversed()) {
    const total = children.reduce((sum, child) => sum + (nodes[child]?.weight ?? 0), 0)
    for (const child of children) shares[child] = total === 0 ? 0 : ((shares[parent] ?? 0) * (nodes[child]?.weight ?? 0)) / total
  }
  return new Map(nodes.map(({ code }, at) => [code, shares[at] ?? 0]))
}
