import type { Points } from '../exact/points.ts'

/** What the figures of a column are: the maximum, points reached in a past year, points to reach in a coming one. */
export type RoadmapRole = 'max' | 'result' | 'target'

/** One task of a remedial plan. Rows that only head a group have no points at all. */
export interface RoadmapRow {
  /** The code where it is unique, else the path, with `~2` for repeats and for rows without code: what `at` of a problem names. */
  readonly id: string
  /** As printed; `null` where the row has none. */
  readonly code: string | null
  readonly name: string
  /** One entry per bullet; a cell without bullets is one entry. */
  readonly requirements: readonly string[]
  readonly leadUnits: readonly string[]
  readonly coordinatingUnits: readonly string[]
  /** Keyed by column; a blank cell stands out. */
  readonly points: Readonly<Record<string, Points>>
  readonly deadline?: string
  readonly note?: string
  /** 1-based line or row of the document. */
  readonly line?: number
}

/** A score roadmap (lộ trình điểm): what each task may bring, brought and shall bring. Columns stand in the printed order. */
export interface Roadmap {
  readonly title?: string
  readonly columns: readonly string[]
  readonly roles: Readonly<Record<string, RoadmapRole>>
  readonly rows: readonly RoadmapRow[]
  /** Empty where the table prints no total row. */
  readonly printedTotals: Readonly<Record<string, Points>>
  /** Sums of the rows that have no rows below them. */
  readonly derivedTotals: Readonly<Record<string, Points>>
}
