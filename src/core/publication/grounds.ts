import type { ScoreStatus } from '../vocabulary.ts'

/** A score as it stood in one round: what a leaf had, points as exact text where it was scored. */
export interface StandingScore {
  readonly status: Exclude<ScoreStatus, 'refused'>
  readonly points?: string | undefined
}

/**
 * Why one leaf of one unit was given what it was given, frozen with the result: what the unit claimed, what the last round gave, the reason
 * wherever less was given, the ground on which the leaf does not apply, and what the rule of the leaf was fed in each round.
 * Every part but `given` may be absent: a survey leaf was never claimed, a claim that was accepted needs no reason.
 */
export interface LeafGround {
  readonly claimed?: StandingScore | undefined
  readonly given: StandingScore
  readonly reason?: string | undefined
  /** Why the leaf does not apply: the decision's words, else the unit's own. */
  readonly basis?: string | undefined
  /** Inputs of the rule by round; what is in them is the rule's business. */
  readonly inputs?: Readonly<Record<string, unknown>> | undefined
}

/** By unit, then by node id; leaves without any score have none. */
export type Grounds = Readonly<Record<string, Readonly<Record<string, LeafGround>>>>
