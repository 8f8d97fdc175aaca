import type { Framework, FrameworkNode } from '../../core/framework/framework.ts'
import { leavesOf } from '../../core/framework/walk.ts'
import { type NodeId, nodeId, unitId } from '../../core/ids.ts'
import { computeResults } from '../../core/results/compute-results.ts'
import type { SumResult } from '../../core/results/results.ts'
import { scoredLeaf } from '../../core/results/scored-leaf.ts'
import type { LeafScore } from '../../core/results/scores.ts'
import type { Claims } from '../../core/self-assessment/claims.ts'
import type { SheetTotal } from './contract.ts'

/** How many leaves below each node are answered: not missing. */
const countBelow = (
  node: FrameworkNode,
  claims: Claims,
  into: Map<string, { answered: number; leaves: number }>,
): { answered: number; leaves: number } => {
  const isAnswered = (claims.get(node.id)?.status ?? 'missing') !== 'missing'
  const counted = { answered: 0, leaves: 0 }
  for (const child of node.children) {
    const below = countBelow(child, claims, into)
    counted.answered += below.answered
    counted.leaves += below.leaves
  }
  const count = node.children.length ? counted : { answered: isAnswered ? 1 : 0, leaves: 1 }
  into.set(node.id, count)
  return count
}

const textOf = ({ points, appliedMax, percent }: SumResult) => ({ points: points ?? '0', appliedMax, ...(percent !== null && { percent }) })

/**
 * Running totals of a sheet, the whole first and then every node, as the results will be computed: the page shows them at each keystroke and
 * the server gives the same. `own` is the part of the framework that the unit scores itself.
 */
export const claimTotals = (own: Framework, claims: Claims): readonly SheetTotal[] => {
  const scores = new Map<NodeId, LeafScore>()
  const counts = new Map<string, { answered: number; leaves: number }>()
  const whole = { answered: 0, leaves: 0 }
  for (const area of own.nodes) {
    const below = countBelow(area, claims, counts)
    whole.answered += below.answered
    whole.leaves += below.leaves
  }
  const leaves = new Map<string, FrameworkNode>(leavesOf(own.nodes).map((leaf) => [leaf.id, leaf]))
  for (const [id, { status, points, inputs }] of claims) {
    if (!counts.has(id) || status === 'missing') continue
    if (status === 'notApplicable') scores.set(nodeId(id), { status })
    else if (points !== undefined) scores.set(nodeId(id), scoredLeaf(leaves.get(id), points, inputs))
  }
  const computed = computeResults(own, [{ unit: unitId(''), ranked: false, scores }])
  const unit = computed.ok ? computed.value.units[0] : undefined
  if (!unit) throw new Error('claims that the sheet accepted could not be added up')
  const nodes = [...counts].flatMap(([id, count]) => {
    const sum = unit.nodes[id]
    return sum ? [{ nodeId: id, ...textOf(sum), ...count }] : []
  })
  return [{ nodeId: '', ...textOf(unit), ...whole }, ...nodes]
}
