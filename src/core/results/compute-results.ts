import { checkPoints } from '../framework/check-points.ts'
import type { Framework } from '../framework/framework.ts'
import { errorAt, type Problem } from '../problem.ts'
import { accept, refuse, type Result } from '../result.ts'
import { applyPolicies } from './applied-leaf.ts'
import { changeFrom } from './change.ts'
import { classOf } from './classify.ts'
import { comparedPercent, percentOf } from './compared-percent.ts'
import { exactTally } from './exact-tally.ts'
import { leafColumnsOf } from './leaf-columns.ts'
import type { ComputeOptions } from './options.ts'
import { type Plan, planOf } from './plan.ts'
import { type Ranking, rankUnits } from './rank-units.ts'
import { redistribute } from './redistribute.ts'
import type { NodeResult, Results, UnitResult } from './results.ts'
import type { UnitScores } from './scores.ts'
import { sumUnit } from './sum-unit.ts'
import { columnOfNode, type Tally, totalColumn } from './tally.ts'
import { traceNode, traceTotal } from './trace-unit.ts'
import { wholeTally } from './whole-tally.ts'

/** Scores that do not belong: of a node that is no leaf or not there, or beyond the leaf's bounds. By unit, in the order of its scores. */
const checkScores = (plan: Plan, units: readonly UnitScores[]): readonly Problem[] =>
  units.flatMap(({ scores }) =>
    [...scores].flatMap(([id, score]) => {
      const leaf = plan.leaves[plan.leafOf.get(id) ?? -1]
      if (!leaf) return [errorAt('unknownNode', id, { node: id })]
      return score.status === 'scored' ? checkPoints(leaf.node, score.points) : []
    }),
  )

interface Traces {
  readonly total: UnitResult['trace']
  readonly node: (at: number) => UnitResult['trace']
}

interface Counted {
  readonly tally: Tally
  readonly traces?: (unit: number) => Traces
}

/** In quotients, unit by unit, with every step kept. */
const countExactly = (plan: Plan, units: readonly UnitScores[], options: ComputeOptions): Required<Counted> => {
  const before = new Map(options.previous?.units.map((unit) => [unit.unit, unit.nodes]))
  const leaves = units.map((unit) => redistribute(plan, applyPolicies(plan, unit, options, before.get(unit.unit))))
  const sums = leaves.map((each) => sumUnit(plan, each))
  const traces = (unit: number): Traces => {
    const [own, sum] = [leaves[unit], sums[unit]]
    if (!own || !sum) throw new RangeError(`no unit ${unit}`)
    return { total: traceTotal(plan, own, sum), node: (at) => traceNode(plan, own, sum, at) }
  }
  return { tally: exactTally(plan, sums), traces }
}

/** In whole numbers where these suffice, else in quotients; traces always come with quotients. */
const count = (plan: Plan, units: readonly UnitScores[], options: ComputeOptions): Counted => {
  const columns = options.trace ? undefined : leafColumnsOf(plan, units, options)
  if (columns) return { tally: wholeTally(plan, columns) }
  const exact = countExactly(plan, units, options)
  return options.trace ? exact : { tally: exact.tally }
}

const nodeResults = (
  plan: Plan,
  unit: UnitScores,
  index: number,
  { tally, traces }: Counted,
  ranking: Ranking,
): Record<string, NodeResult> => {
  const ownTraces = traces?.(index)
  const nodes: Record<string, NodeResult> = {}
  plan.nodes.forEach(({ node, isLeaf }, at) => {
    const status = isLeaf ? (unit.scores.get(node.id)?.status ?? 'missing') : 'scored'
    const trace = ownTraces?.node(at)
    nodes[node.id] = {
      ...tally.sum(index, columnOfNode(at)),
      rank: ranking(index, columnOfNode(at)),
      ...(status !== 'scored' && { status }),
      ...(trace && { trace }),
    }
  })
  return nodes
}

interface Context {
  readonly plan: Plan
  readonly counted: Counted
  readonly ranking: Ranking
  readonly previous: ReadonlyMap<string, UnitResult> | undefined
}

const unitResult = (unit: UnitScores, index: number, { plan, counted, ranking, previous }: Context): UnitResult => {
  const { tally, traces } = counted
  const { points, appliedMax } = tally.total(index)
  const percent = percentOf(points, appliedMax)
  const rank = ranking(index, totalColumn)
  const before = previous?.get(unit.unit)
  const name = percent && classOf(comparedPercent(percent, plan.framework.ranking.precision), plan.framework.classes)
  const missing = tally.missing(index)
  const trace = traces?.(index).total
  return {
    unit: unit.unit,
    ...(unit.group !== undefined && { group: unit.group }),
    ...tally.sum(index, totalColumn),
    exact: tally.exact(index, totalColumn),
    rank,
    ...(name && { class: name }),
    ...(missing > 0 && { missing }),
    bySource: tally.bySource(index),
    ...(before && { change: changeFrom(before, { points, percent, rank }) }),
    ...(trace && { trace }),
    nodes: nodeResults(plan, unit, index, counted, ranking),
  }
}

/**
 * Points, percent, ranks and classes of all units: exact throughout, rounded once when printed. Does not depend on the order of units or scores.
 * Refuses scores of unknown nodes or beyond their bounds, and a block to be carried without results to carry it from.
 */
export const computeResults = (framework: Framework, units: readonly UnitScores[], options: ComputeOptions = {}): Result<Results> => {
  const plan = planOf(framework)
  const problems = [...checkScores(plan, units), ...checkCarry(framework, units, options)]
  if (problems.length > 0) return refuse(...problems)
  const counted = count(plan, units, options)
  const method = options.ranking ?? framework.ranking.method
  const ranking = rankUnits(plan, units, counted.tally, method)
  const previous = options.previous && new Map(options.previous.units.map((unit) => [unit.unit as string, unit]))
  const context = { plan, counted, ranking, previous }
  return accept({ units: units.map((unit, index) => unitResult(unit, index, context)), ranking: method })
}

const checkCarry = (framework: Framework, units: readonly UnitScores[], options: ComputeOptions): readonly Problem[] => {
  if (framework.absentBlock !== 'carry' || options.previous) return []
  const isAbsent = units.some(({ scores }) => [...scores.values()].some(({ status }) => status === 'notMeasured'))
  return isAbsent ? [errorAt('missingField', 'absentBlock', { field: 'previous' })] : []
}
