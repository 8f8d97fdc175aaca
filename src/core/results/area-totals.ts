import { decimalText } from '../exact/decimal.ts'
import { divideFractions, fraction, multiplyFractions } from '../exact/fraction.ts'
import { roundFraction } from '../exact/round.ts'
import { type NodeId, unitId } from '../ids.ts'
import { applyPolicies } from './applied-leaf.ts'
import type { Plan } from './plan.ts'
import { redistribute } from './redistribute.ts'
import type { LeafScore } from './scores.ts'
import { type Sum, sumUnit } from './sum-unit.ts'

/** A sum as a running total shows it: points and maximum exact within six decimals, percent with six; null where nothing is counted yet. */
export interface AreaTotal {
  /** Empty for the whole. */
  readonly nodeId: string
  readonly points: string | null
  readonly appliedMax: string
  readonly percent: string | null
  readonly answered: number
  readonly leaves: number
}

const hundred = fraction(100n)

const textsOf = ({ points, appliedMax }: Sum) => ({
  points: points && decimalText(points),
  appliedMax: decimalText(appliedMax),
  percent: points && appliedMax.n !== 0n ? roundFraction(multiplyFractions(divideFractions(points, appliedMax), hundred), 6) : null,
})

/**
 * The whole and each area of one unit while it is being scored: the same sums as results have, of whatever is there so far. A leaf without
 * score keeps its maximum; one that does not apply follows its policy. The whole stands first, areas in document order.
 */
export const areaTotals = (plan: Plan, scores: ReadonlyMap<NodeId, LeafScore>): readonly AreaTotal[] => {
  const unit = { unit: unitId(''), ranked: true, scores }
  const sums = sumUnit(plan, redistribute(plan, applyPolicies(plan, unit, {}, undefined)))
  const counted = (start: number, end: number) => {
    const leaves = plan.leaves.slice(start, end)
    return { answered: leaves.filter(({ node }) => (scores.get(node.id)?.status ?? 'missing') !== 'missing').length, leaves: leaves.length }
  }
  const areas = plan.nodes.flatMap(({ node, parent, start, end }, index) => {
    const sum = sums.nodes[index]
    return parent === -1 && sum ? [{ nodeId: node.id, ...textsOf(sum), ...counted(start, end) }] : []
  })
  return [{ nodeId: '', ...textsOf(sums.total), ...counted(0, plan.leaves.length) }, ...areas]
}
