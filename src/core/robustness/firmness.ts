import { accept, type Result } from '../result.ts'
import type { CompositeIndex } from './composite-index.ts'
import { type Method, prepareIndex, ranksOfUnit, replicateRanks } from './compute-robustness.ts'
import { type Importance, importanceOfIndicators } from './importance.ts'
import { type LeftOut, leftOutOf, mostMovingFirst, weightsWithout } from './leave-one-out.ts'
import { type RankInterval, rankInterval } from './rank-interval.ts'
import { nominalWeights, noisyWeights, type Noise } from './replication-weights.ts'

/** How firm a ranking is: where each unit might as well stand, which indicators move places, and what each counts. */
export interface Firmness {
  /** How many replications the intervals rest on. */
  readonly replications: number
  readonly intervals: readonly RankInterval[]
  /** The indicator that moves ranks most comes first. */
  readonly movers: readonly LeftOut[]
  readonly importance: readonly Importance[]
}

const asMeasured: Method = { normalisation: { kind: 'none' }, aggregation: 'arithmetic' }

/**
 * Computes the firmness of an index step by step, so that whoever runs it can show how far it is and let others have the machine in between: yields
 * how many of all steps are done, and stops with the replications made so far where `next(false)` is answered. A step is one ranking of all units.
 * Indicators are taken as measured under the arithmetic mean. Refuses what `computeRobustness` refuses.
 */
export function* computeFirmness(index: CompositeIndex, noise: Noise): Generator<number, Result<Firmness>, boolean | undefined> {
  const prepared = prepareIndex(index, asMeasured)
  if (!prepared.ok) return prepared
  const { structure, units } = index
  const rankBy = (weights: Float64Array): Int32Array => replicateRanks(index, prepared.value.aggregator, [weights])[0] ?? new Int32Array()
  const nominal = rankBy(nominalWeights(structure))
  const without: Int32Array[] = []
  for (const at of structure.indicators) {
    without.push(rankBy(weightsWithout(structure, at)))
    yield without.length
  }
  const replicated: Int32Array[] = []
  for (const weights of noisyWeights(structure, noise)) {
    replicated.push(rankBy(weights))
    if ((yield without.length + replicated.length) === false) break
  }
  const importance = importanceOfIndicators(index, asMeasured)
  if (!importance.ok) return importance
  return accept({
    replications: replicated.length,
    intervals: units.map((unit, at) => rankInterval(unit, nominal[at] ?? 0, ranksOfUnit(replicated, at))),
    movers: mostMovingFirst(
      structure.indicators.map((at, place) => leftOutOf(structure.nodes[at]?.code ?? '', units, nominal, without[place] ?? nominal)),
    ),
    importance: importance.value,
  })
}
