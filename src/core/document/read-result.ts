import type { Framework } from '../framework/framework.ts'
import type { Problem } from '../problem.ts'
import type { Roadmap } from '../roadmap/roadmap.ts'
import type { RankingTable } from './ranking-table.ts'
import type { ScoreSheet } from './score-sheet.ts'

export const readKinds = ['criteria', 'roadmap', 'scoreSheet', 'ranking'] as const
/** What kind of table a document holds. */
export type ReadKind = (typeof readKinds)[number]

/**
 * What was read of a document: the value of its kind where there is one, and every doubt in document order. Nothing is repaired silently.
 * A score sheet brings the framework of its rows along. Where no table was found only `problems` stands (`noTable`).
 * Unknown facts of a framework's head are empty text, an unknown year is 0.
 */
export interface ReadResult {
  readonly kind: ReadKind
  readonly framework?: Framework
  readonly roadmap?: Roadmap
  readonly scoreSheet?: ScoreSheet
  readonly ranking?: RankingTable
  readonly problems: readonly Problem[]
}
