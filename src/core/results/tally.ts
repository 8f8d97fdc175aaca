import type { Fraction } from '../exact/fraction.ts'
import type { ScoreSource } from '../vocabulary.ts'

/** Column of the total; node n of the plan is column n + 1. */
export const totalColumn = 0
/** The column of a node by its index in `Plan.nodes`. */
export const columnOfNode = (node: number): number => node + 1

/** A sum as it is printed. */
export interface SumText {
  readonly points: string | null
  readonly appliedMax: string
  readonly percent: string | null
}

/**
 * Sums of all units, however they were added up: in exact quotients or, where whole numbers suffice, in typed arrays. Both print the same text.
 * Keys order units: equal keys are a tie, a greater key is better, NaN takes no place.
 */
export interface Tally {
  readonly total: (unit: number) => { readonly points: Fraction | null; readonly appliedMax: Fraction }
  readonly sum: (unit: number, column: number) => SumText
  /** Points over applied maximum in lowest terms, `"n/d"`; null where nothing is known or nothing applies. */
  readonly exact: (unit: number, column: number) => string | null
  readonly keys: (column: number) => Float64Array
  readonly sourceKeys: (source: ScoreSource) => Float64Array
  readonly pointKeys: (column: number) => Float64Array
  readonly bySource: (unit: number) => Readonly<Record<ScoreSource, string>>
  readonly missing: (unit: number) => number
}
