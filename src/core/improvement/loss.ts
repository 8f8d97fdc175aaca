import type { Points } from '../exact/points.ts'
import type { NodeId } from '../ids.ts'
import type { CauseSide, LossKind, ScoreSource } from '../vocabulary.ts'

/** Points that a leaf did not get, as the result says: what a remedial plan starts from. `lost` is above zero. */
export interface LostLeaf {
  readonly leaf: NodeId
  readonly code: string
  readonly name: string
  /** The area that the leaf stands in. */
  readonly area: NodeId
  readonly source: ScoreSource
  readonly maxPoints: Points
  readonly points: Points
  readonly lost: Points
  /** Nobody scored it: the maximum counts and nothing was given. */
  readonly missing: boolean
  /** The unit objected to what it was given. */
  readonly disputed: boolean
  /** Years in which the same criterion, by its map of codes, had lost points too, latest first. */
  readonly repeatedFrom: readonly number[]
}

/** A lost leaf with what people found out about it. Facts are the paper's words: "02/25 nhiệm vụ", cited documents. */
export interface Loss extends LostLeaf {
  readonly kind?: LossKind
  readonly facts?: string
  readonly causes: readonly CauseId[]
}

declare const brand: unique symbol
export type CauseId = string & { readonly [brand]: 'CauseId' }
export const causeId = (text: string): CauseId => text as CauseId

/** Why points were lost. Several losses may share one cause, and one loss may have several. Source: seed plan 4, part II.2. */
export interface Cause {
  readonly id: CauseId
  readonly text: string
  readonly side: CauseSide
  /** The division whose work it is about, where it is about one. */
  readonly division?: string
}
