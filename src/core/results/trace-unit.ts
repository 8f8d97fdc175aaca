import { decimalText } from '../exact/decimal.ts'
import { type Fraction, fractionText } from '../exact/fraction.ts'
import { roundFraction } from '../exact/round.ts'
import { pointsText } from '../exact/points.ts'
import type { Trace, TraceStep } from '../score.ts'
import type { Counting } from '../vocabulary.ts'
import { percentOf } from './compared-percent.ts'
import type { Plan } from './plan.ts'
import type { RedistributedLeaf } from './redistribute.ts'
import type { Sum, UnitSums } from './sum-unit.ts'

const shown = (value: Fraction | null): string => (value === null ? '' : decimalText(value))

const leafStep = (leaf: RedistributedLeaf, counting: Counting): TraceStep => {
  if (leaf.status === 'scored' && counting !== 'base') return counting
  if (leaf.status === 'scored') return leaf.factor ? 'redistributed' : 'entered'
  if (leaf.status === 'notMeasured' && leaf.absentBlock === 'rescale') return 'rescaled'
  return leaf.status
}

/** Why a leaf counts what it counts: what was entered, what became of its maximum and who decided it. */
const traceLeaf = (plan: Plan, index: number, leaf: RedistributedLeaf): Trace => {
  const node = plan.leaves[index]?.node
  if (!node) throw new RangeError(`no leaf ${index}`)
  return {
    step: leafStep(leaf, node.counting),
    result: shown(leaf.points),
    source: node.source,
    facts: {
      node: node.id,
      maxPoints: pointsText(node.maxPoints),
      appliedMax: decimalText(leaf.appliedMax),
      ...(leaf.isReduced && { reduced: 'yes' }),
      ...(leaf.entered && { entered: decimalText(leaf.entered) }),
      ...(leaf.treatment && { treatment: leaf.treatment }),
      ...(leaf.basis && { basis: leaf.basis }),
      ...(leaf.movedTo && { movedTo: leaf.movedTo }),
      ...(leaf.factor && { factor: fractionText(leaf.factor) }),
      ...(leaf.absentBlock && { absentBlock: leaf.absentBlock }),
    },
  }
}

const percentFacts = (sum: Sum): Record<string, string> => {
  const percent = percentOf(sum.points, sum.appliedMax)
  return { appliedMax: decimalText(sum.appliedMax), ...(percent && { percent: roundFraction(percent, 6) }) }
}

const stepOfGroup = (counting: Counting): TraceStep => (counting === 'base' ? 'sumOfChildren' : counting)

/** How the figure of one node came about, down to its leaves. */
export const traceNode = (plan: Plan, leaves: readonly RedistributedLeaf[], sums: UnitSums, at: number): Trace => {
  const planned = plan.nodes[at]
  const sum = sums.nodes[at]
  if (!planned || !sum) throw new RangeError(`no node ${at}`)
  const leaf = leaves[planned.start]
  if (planned.isLeaf && leaf) return traceLeaf(plan, planned.start, leaf)
  const children = plan.children[at] ?? []
  const counted = children.filter((child) => planned.node.counting !== 'base' || plan.nodes[child]?.node.counting === 'base')
  return {
    step: stepOfGroup(planned.node.counting),
    result: shown(sum.points),
    facts: { node: planned.node.id, ...percentFacts(sum) },
    parts: counted.map((child) => traceNode(plan, leaves, sums, child)),
  }
}

/** How the percent of a unit came about: base, bonus and penalty, the cap, and the quotient. */
export const traceTotal = (plan: Plan, leaves: readonly RedistributedLeaf[], sums: UnitSums): Trace => {
  const percent = percentOf(sums.total.points, sums.total.appliedMax)
  const cap = plan.framework.totalCap
  const part = (at: number): Trace => traceNode(plan, leaves, sums, at)
  const base: Trace = { step: 'sumOfChildren', result: shown(sums.base.points), parts: plan.areas.map(part) }
  const adjusted = [base, ...plan.adjustments.map(part)]
  const isHeld = sums.adjusted && sums.total.points && shown(sums.adjusted) !== shown(sums.total.points)
  const facts = { ...(cap !== null && { totalCap: pointsText(cap) }), ...(sums.adjusted && { adjusted: shown(sums.adjusted) }) }
  const total: readonly Trace[] = isHeld ? [{ step: 'totalCap', result: shown(sums.total.points), facts, parts: adjusted }] : adjusted
  return {
    step: 'percent',
    result: percent ? roundFraction(percent, 6) : '',
    facts: { points: shown(sums.total.points), appliedMax: decimalText(sums.total.appliedMax) },
    parts: total,
  }
}
