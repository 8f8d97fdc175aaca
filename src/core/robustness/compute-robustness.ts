import { hasErrors, type Problem } from '../problem.ts'
import { accept, refuse, type Result } from '../result.ts'
import { type Aggregator, aggregatorOf } from './aggregate.ts'
import { checkValues } from './check-values.ts'
import type { CompositeIndex } from './composite-index.ts'
import { type Aggregation, means } from './mean.ts'
import { normalise, type Normalisation } from './normalise.ts'
import { scoreRanker } from './rank-scores.ts'
import { type RankStatistics, rankStatistics } from './rank-statistics.ts'
import { nominalWeights } from './replication-weights.ts'

export interface Method {
  readonly normalisation: Normalisation
  readonly aggregation: Aggregation
}

/** By unit, then by code; null where nothing is known. */
export type ByUnitAndCode = Readonly<Record<string, Readonly<Record<string, number | null>>>>

/** The file form of a robustness analysis. `replicated` are statistics of the ranks of the root, as in COINr's `RankStats`. */
export interface Robustness {
  readonly scores: ByUnitAndCode
  readonly ranks: ByUnitAndCode
  readonly replicated?: Readonly<Record<string, RankStatistics>>
  readonly replicatedRanks?: Readonly<Record<string, readonly (number | null)[]>>
}

/** Normalises every indicator and readies the tree; refuses values that the mean is not defined for. Warnings stand beside. */
export const prepareIndex = (
  index: CompositeIndex,
  { normalisation, aggregation }: Method,
): Result<{ readonly aggregator: Aggregator; readonly problems: readonly Problem[] }> => {
  const { structure, columns } = index
  const normalised = columns.map((column, at) => {
    const node = structure.nodes[structure.indicators[at] ?? -1]
    return normalise(column, node?.direction ?? 1, normalisation)
  })
  const problems = checkValues(index, normalised, normalisation, aggregation)
  if (hasErrors(problems)) return refuse(...problems)
  return accept({ aggregator: aggregatorOf(structure, normalised, means[aggregation]), problems })
}

/** Ranks of the root by replication, then by unit; 0 is no rank. */
export const replicateRanks = (
  { structure, units }: CompositeIndex,
  aggregator: Aggregator,
  replications: readonly Float64Array[],
): readonly Int32Array[] => {
  const rank = scoreRanker(units.length)
  return replications.map((weights) => {
    aggregator.aggregate(weights)
    return rank(aggregator.values[structure.root] as Float64Array)
  })
}

/** The ranks of one unit over all replications. */
export const ranksOfUnit = (replicated: readonly Int32Array[], unit: number): Int32Array =>
  Int32Array.from(replicated, (ranks) => ranks[unit] as number)

const table = (
  { structure, units }: CompositeIndex,
  columns: readonly ArrayLike<number>[],
  show: (value: number) => number | null,
): ByUnitAndCode =>
  Object.fromEntries(
    units.map((unit, at) => [
      unit,
      Object.fromEntries(structure.nodes.map(({ code }, node) => [code, show(columns[node]?.[at] ?? Number.NaN)])),
    ]),
  )

const shownScore = (score: number): number | null => (Number.isNaN(score) ? null : score)
const shownRank = (rank: number): number | null => (rank > 0 ? rank : null)

const replicate = (index: CompositeIndex, aggregator: Aggregator, replications: readonly Float64Array[]) => {
  const replicated = replicateRanks(index, aggregator, replications)
  const ranks = index.units.map((unit, at) => [unit, ranksOfUnit(replicated, at)] as const)
  return {
    replicated: Object.fromEntries(ranks.map(([unit, each]) => [unit, rankStatistics(each)])),
    replicatedRanks: Object.fromEntries(ranks.map(([unit, each]) => [unit, Array.from(each, shownRank)])),
  }
}

/**
 * Scores and ranks of every indicator (normalised) and every aggregate under the weights of the structure, and, where weights of replications are
 * given, the ranks of the root under each of them. Warnings name indicators that tell nothing and drop out.
 */
export const computeRobustness = (
  index: CompositeIndex,
  method: Method,
  replications?: readonly Float64Array[],
): Result<{ readonly robustness: Robustness; readonly problems: readonly Problem[] }> => {
  const prepared = prepareIndex(index, method)
  if (!prepared.ok) return prepared
  const { aggregator, problems } = prepared.value
  aggregator.aggregate(nominalWeights(index.structure))
  const rank = scoreRanker(index.units.length)
  const nominal = {
    scores: table(index, aggregator.values, shownScore),
    ranks: table(index, aggregator.values.map(rank), shownRank),
  }
  return accept({ robustness: { ...nominal, ...(replications && replicate(index, aggregator, replications)) }, problems })
}
