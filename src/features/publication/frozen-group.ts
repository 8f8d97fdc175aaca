import type { Bundle } from '../../core/publication/bundle.ts'
import type { Grounds } from '../../core/publication/grounds.ts'
import type { PublicPart } from '../../core/publication/public-parts.ts'
import type { UnitScores } from '../../core/results/scores.ts'

/** One leaf of one unit, given otherwise by a correction. */
export interface CorrectedScore {
  readonly unitId: string
  readonly nodeId: string
  readonly points: string
  readonly reason: string
}

export interface PublishInput {
  readonly title: string
  readonly isPublic: boolean
  readonly decision?: { readonly number: string; readonly date: string } | undefined
  readonly parts?: readonly PublicPart[] | undefined
  /** How many working days units may petition; none where absent or 0. */
  readonly petitionDays?: number | undefined
  readonly corrects?: { readonly id: string; readonly reason: string; readonly scores?: readonly CorrectedScore[] | undefined } | undefined
}

/** One group of units, computed and bundled. */
export interface FrozenGroup {
  readonly group: string
  readonly frameworkId: string
  readonly areaIds: readonly string[]
  /** Without its grounds: those are kept apart, for whoever may read them. */
  readonly bundle: Bundle
  readonly grounds: Grounds
  readonly names: ReadonlyMap<string, string>
  readonly units: readonly UnitScores[]
}
