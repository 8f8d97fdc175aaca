import type { Points } from '../exact/points.ts'
import type { Round } from '../vocabulary.ts'

/** A column of points of a unit's sheet: the printed maximum, or the points of one round. */
export type ScoreSheetColumn = 'max' | Round

/** One line of a unit's sheet. A blank cell stands out of `points`; it is missing, not zero. */
export interface ScoreSheetRow {
  /** Node id as in the framework of the same table. */
  readonly id: string
  readonly code: string | null
  readonly name: string
  readonly points: Readonly<Partial<Record<ScoreSheetColumn, Points>>>
  readonly evidence?: string
  readonly note?: string
  readonly line?: number
}

/** A unit's sheet on paper (phiếu tự chấm, bảng thẩm định): points per criterion in the columns it prints, parents and leaves alike. */
export interface ScoreSheet {
  readonly title?: string
  /** The unit that the sheet is of, where the text above the table names it. */
  readonly unit?: string
  readonly year?: number
  readonly columns: readonly ScoreSheetColumn[]
  readonly rows: readonly ScoreSheetRow[]
  readonly printedTotals: Readonly<Partial<Record<ScoreSheetColumn, Points>>>
  readonly derivedTotals: Readonly<Partial<Record<ScoreSheetColumn, Points>>>
}
