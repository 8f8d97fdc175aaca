import type { Points } from '../exact/points.ts'

/** One unit of a published ranking. `values` holds every further column of figures (areas, survey …), keyed by its heading. */
export interface RankingRow {
  readonly rank: number | null
  readonly unit: string
  readonly points?: Points
  /** Percent 0–100 in ten-thousandths, as points are. */
  readonly percent?: Points
  readonly class?: string
  /** The heading above the row where units are ranked in groups. */
  readonly group?: string
  readonly values: Readonly<Record<string, Points>>
  readonly line?: number
}

/** A published ranking table (bảng xếp hạng), rows in the printed order. */
export interface RankingTable {
  readonly title?: string
  readonly year?: number
  /** Headings of `values`, in the printed order. */
  readonly columns: readonly string[]
  readonly rows: readonly RankingRow[]
}
