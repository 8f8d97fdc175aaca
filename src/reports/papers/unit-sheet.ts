import type { ScoreStatus } from '../../core/vocabulary.ts'

/** What one round gave a row: points, or why there are none. Figures are decimal text. */
export interface SheetScore {
  readonly points: string | null
  readonly status?: Exclude<ScoreStatus, 'scored' | 'refused'> | undefined
}

export interface SheetRow {
  readonly code: string
  readonly name: string
  /** 0 is an area. */
  readonly depth: number
  readonly isLeaf: boolean
  readonly maxPoints: string
  readonly claimed?: SheetScore | undefined
  readonly given?: SheetScore | undefined
  /** Why less was given. */
  readonly reason?: string | undefined
  /** What the unit says for itself, and its documents. */
  readonly explanation?: string | undefined
  readonly evidence?: readonly string[] | undefined
}

export interface SheetTotal {
  readonly points: string | null
  readonly appliedMax: string
  readonly percent: string | null
}

/** The score sheet of a unit as papers need it: all rows in document order, parents with their sums. */
export interface UnitSheet {
  readonly unit: string
  readonly year: number
  readonly group: string
  readonly decision?: { readonly number: string; readonly date: string; readonly issuer: string } | undefined
  readonly rows: readonly SheetRow[]
  readonly claimed?: SheetTotal | undefined
  readonly given?: SheetTotal | undefined
  readonly rank?: number | null | undefined
  readonly rankedUnits?: number | undefined
  readonly class?: string | undefined
  /** Mean percent of the group. */
  readonly groupMean?: string | undefined
}

/** How many leaves stand at their maximum, in between, at zero, and without points. */
export interface LeafCounts {
  readonly leaves: number
  readonly atMaximum: number
  readonly partial: number
  readonly atZero: number
  readonly notApplicable: number
  readonly missing: number
}

const isZero = (points: string): boolean => Number(points) === 0
const reaches = (points: string, max: string): boolean => Number(points) >= Number(max)

/** Counts by what was given, or by what was claimed before anything was given. */
export const countLeaves = (sheet: UnitSheet): LeafCounts => {
  const leaves = sheet.rows.filter(({ isLeaf }) => isLeaf)
  const scores = leaves.map((row) => ({
    score: row.given ?? row.claimed ?? { points: null, status: 'missing' as const },
    max: row.maxPoints,
  }))
  const count = (test: (points: string, max: string) => boolean): number =>
    scores.filter(({ score, max }) => score.points !== null && score.status === undefined && test(score.points, max)).length
  return {
    leaves: leaves.length,
    atMaximum: count(reaches),
    partial: count((points, max) => !reaches(points, max) && !isZero(points)),
    atZero: count((points, max) => !reaches(points, max) && isZero(points)),
    notApplicable: scores.filter(({ score }) => score.status === 'notApplicable').length,
    missing: scores.filter(({ score }) => score.status === 'missing').length,
  }
}

/** Leaves that got less than their maximum, in document order. */
export const lostRows = (sheet: UnitSheet): readonly SheetRow[] =>
  sheet.rows.filter(
    ({ isLeaf, given, maxPoints }) =>
      isLeaf &&
      given !== undefined &&
      given.status !== 'notApplicable' &&
      given.status !== 'notMeasured' &&
      !reaches(given.points ?? '0', maxPoints),
  )
