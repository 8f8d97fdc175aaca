import { type Points, sumPoints, zeroPoints } from '../exact/points.ts'
import type { NodeId } from '../ids.ts'
import type { ScoreSource } from '../vocabulary.ts'

/** A row of the table of targets: one leaf, its maximum, last result, and the least to be reached in each coming year. */
export interface TargetRow {
  readonly leaf: NodeId
  readonly area: NodeId
  readonly source: ScoreSource
  readonly maxPoints: Points
  /** Absent where the leaf was not scored or did not apply. */
  readonly result?: Points
  /** By year; a year without entry aims at nothing for this leaf. */
  readonly targets: ReadonlyMap<number, Points>
}

/** A goal of one year for the whole or for one area: points at least, and a rank among so many. Source: seed plan 3, II.2. */
export interface Goal {
  readonly year: number
  /** Absent for the whole. */
  readonly area?: NodeId
  readonly points?: Points
  readonly rank?: number
}

/** Sums of a table of targets: of one area, or of the whole. */
export interface TargetSums {
  readonly maxPoints: Points
  readonly result: Points
  readonly targets: ReadonlyMap<number, Points>
  /** What of each year's target lies in leaves that the survey measures, which no task of the unit wins by itself. */
  readonly bySurvey: ReadonlyMap<number, Points>
}

/** The points a row aims at in a year: its target, else what it has. */
export const aimOf = (row: TargetRow, year: number): Points => row.targets.get(year) ?? row.result ?? zeroPoints

/** Column totals over rows, exact; a row without a target counts with what it has. */
export const sumTargets = (rows: readonly TargetRow[], years: readonly number[]): TargetSums => ({
  maxPoints: sumPoints(rows.map(({ maxPoints }) => maxPoints)),
  result: sumPoints(rows.map(({ result }) => result ?? zeroPoints)),
  targets: totals(rows, years),
  bySurvey: totals(
    rows.filter(({ source }) => source === 'survey'),
    years,
  ),
})

const totals = (rows: readonly TargetRow[], years: readonly number[]): ReadonlyMap<number, Points> =>
  new Map(years.map((year) => [year, sumPoints(rows.map((row) => aimOf(row, year)))]))
