import { accept, type Result } from '../result.ts'
import type { CompositeIndex } from './composite-index.ts'
import { type Method, prepareIndex } from './compute-robustness.ts'
import { correlation } from './correlation.ts'
import { effectiveWeights } from './effective-weights.ts'
import { nominalWeights } from './replication-weights.ts'

/** What an indicator is meant to count beside what it does count. */
export interface Importance {
  readonly code: string
  /** Share of the index by nominal weights; those of all indicators sum to 1. */
  readonly effectiveWeight: number
  /** Correlation of the normalised indicator with the index. */
  readonly correlation: number | null
  /** Its square: the share of the index's variance that a straight line in the indicator explains. */
  readonly explained: number | null
}

/**
 * Weights are not importance: an indicator that hardly varies, or runs against the others, counts less than its weight says. The squared correlation
 * is the linear form of the main effect of Paruolo, Saisana and Saltelli (2013, J. R. Statist. Soc. A 176), in the sense of the OECD/JRC Handbook
 * (2008), step 6. In the order of the structure. Refuses what `computeRobustness` refuses.
 */
export const importanceOfIndicators = (index: CompositeIndex, method: Method): Result<readonly Importance[]> => {
  const prepared = prepareIndex(index, method)
  if (!prepared.ok) return prepared
  const { structure } = index
  const { aggregate, values } = prepared.value.aggregator
  aggregate(nominalWeights(structure))
  const shares = effectiveWeights(structure)
  const total = values[structure.root] ?? new Float64Array()
  const importance = structure.indicators.map((at): Importance => {
    const code = structure.nodes[at]?.code ?? ''
    const found = correlation(values[at] ?? new Float64Array(), total)
    return { code, effectiveWeight: shares.get(code) ?? 0, correlation: found, explained: found === null ? null : found * found }
  })
  return accept(importance)
}
