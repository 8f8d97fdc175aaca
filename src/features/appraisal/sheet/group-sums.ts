import { decimalText } from '../../../core/exact/decimal.ts'
import { type NodeId, unitId } from '../../../core/ids.ts'
import { applyPolicies } from '../../../core/results/applied-leaf.ts'
import type { Plan } from '../../../core/results/plan.ts'
import { redistribute } from '../../../core/results/redistribute.ts'
import type { LeafScore } from '../../../core/results/scores.ts'
import { sumUnit } from '../../../core/results/sum-unit.ts'

/** The points of every row that has parts, as far as they are there: the same sums as results have. */
export const groupSums = (plan: Plan, scores: ReadonlyMap<NodeId, LeafScore>): ReadonlyMap<string, string> => {
  const unit = { unit: unitId(''), ranked: true, scores }
  const sums = sumUnit(plan, redistribute(plan, applyPolicies(plan, unit, {}, undefined)))
  return new Map(
    plan.nodes.flatMap(({ node }, index): [string, string][] => {
      const points = sums.nodes[index]?.points
      return points ? [[node.id, decimalText(points)]] : []
    }),
  )
}
