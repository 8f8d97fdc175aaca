import { sql } from 'kysely'
import { decimalText } from '../../core/exact/decimal.ts'
import { divideFractions, type Fraction, fractionText, multiplyFractions, fraction } from '../../core/exact/fraction.ts'
import { parsePoints } from '../../core/exact/points.ts'
import { roundFraction } from '../../core/exact/round.ts'
import type { NodeId } from '../../core/ids.ts'
import { applyPolicies } from '../../core/results/applied-leaf.ts'
import { type Plan, planOf } from '../../core/results/plan.ts'
import { redistribute } from '../../core/results/redistribute.ts'
import type { LeafScore } from '../../core/results/scores.ts'
import { type Sum, sumUnit } from '../../core/results/sum-unit.ts'
import type { Round, Treatment } from '../../core/vocabulary.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import type { FrameworkInForce } from './framework-in-force.ts'
import { refreshCounts } from './refresh-counts.ts'
import type { ScoredUnit } from './scores.ts'
import { unitScoresOf } from './unit-scores.ts'

interface ScoreRow {
  readonly unit_id: string
  readonly node_id: string
  readonly status: string
  readonly points: string | null
  readonly treatment: string | null
}

const scoreOf = ({ node_id, status, points, treatment }: ScoreRow) => ({
  nodeId: node_id,
  status,
  points: points === null ? undefined : parsePoints(points),
  treatment: (treatment ?? undefined) as Treatment | undefined,
})

const hundred = fraction(100n)
const shareOf = ({ points, appliedMax }: Sum): Fraction | undefined =>
  points && appliedMax.n !== 0n ? divideFractions(points, appliedMax) : undefined

const columnsOf = (sum: Sum) => {
  const share = shareOf(sum)
  return {
    exact: share ? fractionText(share) : null,
    points: sum.points && decimalText(sum.points),
    applied_max: decimalText(sum.appliedMax),
    percent: share ? roundFraction(multiplyFractions(share, hundred), 6) : null,
  }
}

const countsOf = (plan: Plan, scores: ReadonlyMap<NodeId, LeafScore>, start: number, end: number) => {
  const found = plan.leaves.slice(start, end).map((leaf) => scores.get(leaf.node.id)?.status ?? 'missing')
  const missing = found.filter((status) => status === 'missing').length
  return {
    missing,
    not_applicable: found.filter((status) => status === 'notApplicable').length,
    answered: found.length - missing,
    leaves: found.length,
  }
}

/** The rows of one unit: the whole (node '') and each area. */
const totalsOf = (plan: Plan, unit: ScoredUnit, rows: readonly ScoreRow[]) => {
  const whole = unitScoresOf({ id: unit.unitId, ranked: unit.ranked }, rows.map(scoreOf))
  const sums = sumUnit(plan, redistribute(plan, applyPolicies(plan, whole, {}, undefined)))
  const of = (node: string, sum: Sum, start: number, end: number) => ({
    unit_id: unit.unitId,
    node_id: node,
    ranked: unit.ranked,
    ...columnsOf(sum),
    ...countsOf(plan, whole.scores, start, end),
  })
  const areas = plan.nodes.flatMap(({ node, parent, start, end }, index) => {
    const sum = sums.nodes[index]
    return parent === -1 && sum ? [of(node.id, sum, start, end)] : []
  })
  const bySource = Object.fromEntries(Object.entries(sums.bySource).map(([source, points]) => [source, decimalText(points)]))
  return [{ ...of('', sums.total, 0, plan.leaves.length), by_source: bySource }, ...areas]
}

/** Brings the totals of units of one framework and round up to date with their scores; two statements for any number of units. */
export const refreshTotals = async (
  { transaction, actor }: Pick<ActContext, 'transaction' | 'actor'>,
  units: readonly ScoredUnit[],
  { framework }: FrameworkInForce,
  round: Round,
): Promise<void> => {
  const [first] = units
  if (!first) return
  const rows = await transaction
    .selectFrom('score')
    .select(['unit_id', 'node_id', 'status', 'points', 'treatment'])
    .where('cycle_id', '=', first.cycleId)
    .where('round', '=', round)
    .where('unit_id', '=', sql<string>`any(${units.map(({ unitId }) => unitId)}::uuid[])`)
    .execute()
  const byUnit = Map.groupBy(rows, ({ unit_id }) => unit_id)
  const plan = planOf(framework)
  const totals = units.flatMap((unit) => totalsOf(plan, unit, byUnit.get(unit.unitId) ?? []))
  await sql`
    insert into unit_total (authority_id, cycle_id, round, unit_group, unit_id, node_id, ranked, exact, points, applied_max, percent,
      by_source, missing, not_applicable, answered, leaves)
    select ${actor.authorityId}, ${first.cycleId}, ${round}, ${first.unitGroup}, t.*
    from jsonb_to_recordset(${JSON.stringify(totals)}::jsonb) as t(unit_id uuid, node_id text, ranked boolean, exact text, points text,
      applied_max text, percent numeric, by_source jsonb, missing integer, not_applicable integer, answered integer, leaves integer)
    on conflict (authority_id, cycle_id, unit_id, round, node_id) do update set
      exact = excluded.exact, points = excluded.points, applied_max = excluded.applied_max, percent = excluded.percent,
      by_source = excluded.by_source, missing = excluded.missing, not_applicable = excluded.not_applicable, answered = excluded.answered`.execute(
    transaction,
  )
  await refreshCounts(
    { transaction },
    first.cycleId,
    units.map(({ unitId }) => unitId),
  )
}
