import type { UnitId } from '../ids.ts'
import type { Trace } from '../score.ts'
import type { RankingMethod, ScoreSource, ScoreStatus } from '../vocabulary.ts'

/**
 * A sum as results print it. Points are exact decimals where these end within six, else rounded half up; percent of the maximum that
 * applied has six decimals. All three of points, percent and rank are null where nothing is known (all leaves missing or none applies).
 */
export interface SumResult {
  readonly points: string | null
  readonly appliedMax: string
  readonly percent: string | null
  readonly rank: number | null
}

/** `status` stands only at a leaf that is not simply scored. */
export interface NodeResult extends SumResult {
  readonly status?: Exclude<ScoreStatus, 'scored' | 'refused'>
  readonly trace?: Trace
}

/** Against the cycle before: points and percent gained, places gained (3 is three places up); null where either side has none. */
export interface Change {
  readonly points: string | null
  readonly percent: string | null
  readonly rank: number | null
}

/** The result of one unit: its total as a {@link SumResult}, and the same for every node. `rank` is within its group; null where it is not ranked. */
export interface UnitResult extends SumResult {
  readonly unit: UnitId
  readonly group?: string
  /** Points over applied maximum in lowest terms, `"n/d"`; what ranks are taken on. */
  readonly exact: string | null
  readonly class?: string
  /** How many leaves are missing; absent where none is. */
  readonly missing?: number
  /** Points by who measured them, bonus and penalty within theirs, before the caps of bonus groups and of the total. */
  readonly bySource: Readonly<Record<ScoreSource, string>>
  readonly change?: Change
  readonly trace?: Trace
  /** By node id, every node of the framework. */
  readonly nodes: Readonly<Record<string, NodeResult>>
}

/** Units stand in the order in which their scores came. */
export interface Results {
  readonly units: readonly UnitResult[]
  readonly ranking: RankingMethod
}
