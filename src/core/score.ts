import type { Points } from './exact/points.ts'
import type { ScoreSource, Treatment } from './vocabulary.ts'

/**
 * What one leaf of one unit has. Zero, not applicable, missing and not measured are four different things and never stand for one another.
 * A dispute is not a status: it lives in the appraisal history.
 */
export type Score =
  | { readonly status: 'scored'; readonly points: Points; readonly trace: Trace }
  | { readonly status: 'notApplicable'; readonly basis: string; readonly treatment?: Treatment }
  | { readonly status: 'missing'; readonly needed: readonly string[] }
  | { readonly status: 'notMeasured'; readonly why: string }

/**
 * How points came about: the rule, what went in, the steps taken and what came out, from the outside in.
 * Figures are exact text (`"0.75"`, `"341/420"`); the sentences for `step` are made in `src/language`.
 */
export interface Trace {
  readonly step: TraceStep
  readonly result: string
  readonly source?: ScoreSource
  readonly facts?: Readonly<Record<string, string>>
  readonly parts?: readonly Trace[]
}

/** What a step of a trace did to the figure; `src/language` has one sentence for each. */
export type TraceStep =
  | 'entered'
  | 'sumOfLeaves'
  | 'sumOfChildren'
  | 'notApplicable'
  | 'redistributed'
  | 'missing'
  | 'notMeasured'
  | 'rescaled'
  | 'bonus'
  | 'penalty'
  | 'totalCap'
  | 'percent'
  /** A step of a scoring rule; `facts.did` says which. */
  | 'rule'
