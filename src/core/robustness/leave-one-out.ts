import { accept, type Result } from '../result.ts'
import { compensatedSum } from './compensated-sum.ts'
import type { CompositeIndex } from './composite-index.ts'
import { type Method, prepareIndex, replicateRanks } from './compute-robustness.ts'
import { nominalWeights } from './replication-weights.ts'
import type { Structure } from './structure.ts'

/** How far ranks move when one indicator is left out. */
export interface LeftOut {
  readonly code: string
  /** Mean of |rank without − rank with| over units that have both: the average shift of ranks R̄s of the Handbook, step 7. */
  readonly meanShift: number
  readonly greatestShift: number
  /** Units that move by the greatest shift; none where nobody moves. */
  readonly movedMost: readonly string[]
}

const shiftsOf = (before: Int32Array, after: Int32Array): Float64Array =>
  Float64Array.from(before, (rank, unit) => {
    const other = after[unit] as number
    return rank > 0 && other > 0 ? Math.abs(other - rank) : Number.NaN
  })

/** How far ranks move from `before` to `after`, the ranks with the indicator `code` left out; 0 is no rank. */
export const leftOutOf = (code: string, units: readonly string[], before: Int32Array, after: Int32Array): LeftOut => {
  const shifts = shiftsOf(before, after)
  const known = shifts.filter((shift) => !Number.isNaN(shift))
  const greatestShift = known.reduce((most, shift) => Math.max(most, shift), 0)
  return {
    code,
    meanShift: known.length === 0 ? 0 : compensatedSum(known) / known.length,
    greatestShift,
    movedMost: greatestShift === 0 ? [] : units.filter((_, unit) => shifts[unit] === greatestShift),
  }
}

/** Nominal weights with one indicator, by its position among the nodes, left out. */
export const weightsWithout = (structure: Structure, indicator: number): Float64Array =>
  nominalWeights(structure).fill(0, indicator, indicator + 1)

/** The indicator that moves ranks most first; equals stay in their order. */
export const mostMovingFirst = (all: readonly LeftOut[]): readonly LeftOut[] => all.toSorted((a, b) => b.meanShift - a.meanShift)

/**
 * Ranks of the root with each indicator left out in turn, its weight shared by its siblings; the indicator that moves ranks most comes first, equals
 * in the order of the structure. Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 7, "inclusion–exclusion of individual
 * indicators". Refuses what `computeRobustness` refuses.
 */
export const leaveOneOut = (index: CompositeIndex, method: Method): Result<readonly LeftOut[]> => {
  const prepared = prepareIndex(index, method)
  if (!prepared.ok) return prepared
  const { structure, units } = index
  const without = structure.indicators.map((at) => weightsWithout(structure, at))
  const [before = new Int32Array(), ...after] = replicateRanks(index, prepared.value.aggregator, [nominalWeights(structure), ...without])
  const all = structure.indicators.map((at, place) =>
    leftOutOf(structure.nodes[at]?.code ?? '', units, before, after[place] ?? new Int32Array(units.length)),
  )
  return accept(mostMovingFirst(all))
}
