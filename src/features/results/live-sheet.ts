import { parseDecimal } from '../../core/exact/decimal.ts'
import { computeResults } from '../../core/results/compute-results.ts'
import type { ComputeOptions } from '../../core/results/options.ts'
import type { UnitResult } from '../../core/results/results.ts'
import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import type { Round } from '../../core/vocabulary.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import { basisOfScore } from '../scores/basis-of-score.ts'
import { loadScores } from '../scores/load-scores.ts'
import type { StoredScore } from '../scores/scores.ts'
import { loadScoredUnit } from '../scores/scored-unit.ts'
import { unitScoresOf } from '../scores/unit-scores.ts'
import type { SheetReply } from './shapes.ts'
import { type LiveCycle, loadLiveCycle } from './live-cycle.ts'
import { loadTotals, rankWholes } from './live-totals.ts'
import { meanPercents } from './mean-percents.ts'
import { type SheetColumn, sheetRows, totalOf, type Words } from './sheet-rows.ts'

export interface LiveUnit {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly ranked: boolean
  readonly cycle: LiveCycle
}

export const loadLiveUnit = async (context: ActContext, cycleId: string, unitId: string, round?: Round): Promise<Result<LiveUnit>> => {
  const { transaction } = context
  const scored = await loadScoredUnit(transaction, cycleId, unitId)
  if (!scored.ok) return scored
  const cycle = await loadLiveCycle(context, cycleId, { group: scored.value.unitGroup, round })
  if (!cycle.ok) return cycle
  const unit = await transaction.selectFrom('unit').select(['id', 'code', 'name']).where('id', '=', unitId).executeTakeFirst()
  if (!unit) return refuse(errorAt('notFound', unitId, { what: 'unit' }))
  return accept({ ...unit, ranked: scored.value.ranked, cycle: cycle.value })
}

/** Computes one round of one unit by itself: everything but ranks. */
export const computeRound = (
  unit: LiveUnit,
  scores: readonly StoredScore[],
  round: Round,
  options: ComputeOptions = {},
): Result<UnitResult> => {
  const own = scores.filter((score) => score.round === round)
  const results = computeResults(unit.cycle.framework.framework, [unitScoresOf(unit, own)], options)
  if (!results.ok) return results
  const [result] = results.value.units
  return result ? accept(result) : refuse(errorAt('notFound', unit.id, { what: 'unit' }))
}

type LiveColumn = SheetColumn & { readonly result: UnitResult }

const columnOf = (unit: LiveUnit, scores: readonly StoredScore[], round: Round): Result<LiveColumn> => {
  const result = computeRound(unit, scores, round)
  if (!result.ok) return result
  return accept({ result: { ...result.value, rank: null } })
}

/** The words beside what was given; where the appraiser accepted that a leaf does not apply, the unit's own basis stands, or its facts'. */
const wordsBeside = (scores: readonly StoredScore[], { rounds, round, framework }: LiveCycle): ReadonlyMap<string, Words> => {
  const claims = new Map(scores.filter((score) => score.round === rounds[0]).map((score) => [score.nodeId, score.explanation]))
  const given = scores.filter((score) => score.round === round)
  return new Map(
    given.map(({ nodeId, status, reason, explanation, treatment, inputs }) => {
      const basis = reason ?? explanation ?? claims.get(nodeId) ?? basisOfScore(framework.leaves.get(nodeId), inputs)
      return [nodeId, { reason, treatment, ...(status === 'notApplicable' && { basis }) }]
    }),
  )
}

/** What needs the scores of others: the own place and the means. Whoever may not see them gets neither. */
const placeOf = async (
  context: ActContext,
  unit: LiveUnit,
): Promise<{ rank: number | null; rankedUnits: number; groupMeans?: Record<string, string> }> => {
  if (context.actor.units !== 'all') return { rank: null, rankedUnits: 0 }
  const { cycle } = unit
  const rows = await loadTotals(context.transaction, { cycleId: cycle.id, round: cycle.round, group: cycle.group })
  const ranks = rankWholes(rows, cycle.framework.framework.ranking)
  return {
    rank: ranks[rows.findIndex(({ unit_id }) => unit_id === unit.id)] ?? null,
    rankedUnits: ranks.filter((rank) => rank !== null).length,
    groupMeans: meanPercents(
      rows
        .filter(({ ranked }) => ranked)
        .map(({ areas }) => Object.entries(areas).map(([area, { percent }]) => [area, parseDecimal(percent ?? '')])),
    ),
  }
}

/** The sheet of a unit as its scores stand: claimed and given side by side. */
export const liveSheet = async (context: ActContext, cycleId: string, unitId: string): Promise<Result<SheetReply>> => {
  const found = await loadLiveUnit(context, cycleId, unitId)
  if (!found.ok) return found
  const unit = found.value
  const { cycle } = unit
  const firstRound = cycle.rounds[0] ?? cycle.round
  const scores = await loadScores(context.transaction, cycleId, unitId, [firstRound, cycle.round])
  const claimed = columnOf(unit, scores, firstRound)
  if (!claimed.ok) return claimed
  const given = columnOf(unit, scores, cycle.round)
  if (!given.ok) return given
  const { rank, ...place } = await placeOf(context, unit)
  return accept({
    unit: { id: unit.id, code: unit.code, name: unit.name },
    group: cycle.group,
    cycle: { id: cycle.id, year: cycle.year, title: cycle.title },
    basis: { kind: 'live', round: cycle.round, rounds: [...cycle.rounds], stage: cycle.stage, asOf: context.now.toISOString() },
    claimed: totalOf(claimed.value.result),
    given: { ...totalOf(given.value.result), rank },
    ...(given.value.result.class && { class: given.value.result.class }),
    bySource: { ...given.value.result.bySource },
    ...place,
    rows: sheetRows(cycle.framework.framework, {
      claimed: claimed.value,
      given: { ...given.value, words: wordsBeside(scores, cycle) },
    }),
  })
}
