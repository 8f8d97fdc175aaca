import type { Points } from '../../core/exact/points.ts'
import type { Inputs } from '../../core/rules/inputs.ts'
import type { Round, Treatment } from '../../core/vocabulary.ts'

/** A leaf's row in one round, as it stands. */
export interface StoredScore {
  readonly nodeId: string
  readonly round: Round
  readonly status: 'scored' | 'notApplicable' | 'missing' | 'notMeasured'
  readonly points?: Points
  readonly treatment?: Treatment
  /** The maximum that applied, where a rule left a part of it out. */
  readonly appliedMax?: Points
  /** Points as they were typed, which the leaf takes no more: they count nothing until somebody settles them. */
  readonly typedPoints?: Points
  /** What the unit claimed when these points were given; of appraising rounds only. */
  readonly claimedPoints?: Points
  /** The version of the claim that was seen then. */
  readonly claimedVersion?: number
  /** Why less was given, or why a claim of "not applicable" was decided so. */
  readonly reason?: string
  /** The unit's own words; the basis where it claims that the leaf does not apply. */
  readonly explanation?: string
  /** The facts that the points come from, as they were entered in this round; absent where points were typed. */
  readonly inputs?: Inputs
  /** 0 of a decision that was carried over from the round before. */
  readonly version: number
  readonly changedAt: Date
  readonly changedBy?: { readonly id: string; readonly name: string }
}

/** A change of one leaf. `version` is what the person saw: 0 where there was no row. */
export interface ScoreChange {
  readonly nodeId: string
  readonly version: number
  readonly status: StoredScore['status']
  readonly points?: Points
  readonly treatment?: Treatment
  readonly claimedPoints?: Points
  readonly claimedVersion?: number
  readonly reason?: string
  readonly explanation?: string
  /** Left out takes away what stood there. */
  readonly inputs?: Inputs
}

/** The unit in its cycle, locked for the act that changes its scores. */
export interface ScoredUnit {
  readonly cycleId: string
  readonly unitId: string
  readonly frameworkId: string
  readonly unitGroup: string
  readonly ranked: boolean
  readonly stage: string
  readonly version: number
}
