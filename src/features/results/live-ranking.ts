import { classOf } from '../../core/results/classify.ts'
import { comparedPercent } from '../../core/results/compared-percent.ts'
import { pointsText } from '../../core/exact/points.ts'
import type { Framework } from '../../core/framework/framework.ts'
import { exactPercent } from '../../core/results/rank-totals.ts'
import { accept, type Result } from '../../core/result.ts'
import type { Round } from '../../core/vocabulary.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import type { Area, RankedUnit, RankingReply, Total } from './shapes.ts'
import { loadLiveCycle } from './live-cycle.ts'
import { loadTotals, loadWholes, rankArea, rankWholes, type TotalRow } from './live-totals.ts'

interface Wanted {
  readonly group?: string | undefined
  readonly round?: Round | undefined
}

export const areasOf = ({ nodes }: Framework): readonly Area[] =>
  nodes.map(({ id, code, name, maxPoints }) => ({ id, code, name, maxPoints: pointsText(maxPoints) }))

const areaTotals = (row: TotalRow, index: number, ranks: ReadonlyMap<string, readonly (number | null)[]>): Record<string, Total> => {
  const totals: Record<string, Total> = {}
  for (const [area, { points, appliedMax, percent }] of Object.entries(row.areas))
    totals[area] = { points, appliedMax, percent, rank: ranks.get(area)?.[index] ?? null }
  return totals
}

const classFor = (framework: Framework, exact: string | null): { class: string } | undefined => {
  const percent = exactPercent(exact)
  const name = percent && classOf(comparedPercent(percent, framework.ranking.precision), framework.classes)
  return name ? { class: name } : undefined
}

/** Every unit of a group as its scores stand now: total, rank, class, areas with their ranks. */
export const liveRanking = async (context: ActContext, cycleId: string, wanted: Wanted): Promise<Result<RankingReply>> => {
  const found = await loadLiveCycle(context, cycleId, wanted)
  if (!found.ok) return found
  const { framework, ...cycle } = found.value
  const policy = framework.framework.ranking
  const areas = areasOf(framework.framework)
  const rows = await loadTotals(context.transaction, { cycleId, round: cycle.round, group: cycle.group })
  const ranks = rankWholes(rows, policy)
  const areaRanks = new Map(areas.map(({ id }) => [id, rankArea(rows, id, policy)]))
  const units = rows.map(
    (row, index): RankedUnit => ({
      unit: { id: row.unit_id, code: row.code, name: row.name },
      ranked: row.ranked,
      total: { points: row.points, appliedMax: row.applied_max, percent: row.percent, rank: ranks[index] ?? null },
      ...classFor(framework.framework, row.exact),
      missing: row.missing,
      notApplicable: row.not_applicable,
      areas: areaTotals(row, index, areaRanks),
    }),
  )
  return accept({
    cycle: { id: cycle.id, year: cycle.year, title: cycle.title },
    basis: { kind: 'live', round: cycle.round, rounds: [...cycle.rounds], stage: cycle.stage, asOf: context.now.toISOString() },
    group: cycle.group,
    groups: [...cycle.groups],
    areas: [...areas],
    units: units.sort(byRank),
  })
}

/** Best first; whoever takes no place comes last, in the order of codes. */
export const byRank = (a: RankedUnit, b: RankedUnit): number =>
  (a.total.rank ?? Number.POSITIVE_INFINITY) - (b.total.rank ?? Number.POSITIVE_INFINITY) || a.unit.code.localeCompare(b.unit.code)

/** Rank and percent of every unit of a group, and nothing more. */
export const liveRanks = async (
  context: ActContext,
  cycleId: string,
  wanted: Wanted,
): Promise<Result<{ ranks: { unitId: string; rank: number | null; percent: string | null }[] }>> => {
  const found = await loadLiveCycle(context, cycleId, wanted)
  if (!found.ok) return found
  const { framework, round, group } = found.value
  const policy = framework.framework.ranking
  const at = { cycleId, round, group, withSources: policy.tieBreak.length > 0 }
  const needsAreas = policy.tieBreak.some((key) => framework.framework.nodes.some(({ id }) => id === key))
  const rows = needsAreas ? await loadTotals(context.transaction, at) : await loadWholes(context.transaction, at)
  const ranks = rankWholes(rows, policy)
  return accept({ ranks: rows.map(({ unit_id, percent }, index) => ({ unitId: unit_id, rank: ranks[index] ?? null, percent })) })
}
