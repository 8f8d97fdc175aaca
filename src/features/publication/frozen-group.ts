import type { Bundle } from '../../core/publication/bundle.ts'
import type { UnitScores } from '../../core/results/scores.ts'

export interface PublishInput {
  readonly title: string
  readonly isPublic: boolean
  readonly corrects?: { readonly id: string; readonly reason: string } | undefined
}

/** One group of units, computed and bundled. */
export interface FrozenGroup {
  readonly group: string
  readonly frameworkId: string
  readonly areaIds: readonly string[]
  readonly bundle: Bundle
  readonly names: ReadonlyMap<string, string>
  readonly units: readonly UnitScores[]
}
