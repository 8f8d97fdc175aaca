import type { Points } from '../exact/points.ts'
import { errorAt, type Problem } from '../problem.ts'
import { accept, refuse, type Result } from '../result.ts'
import type { Inputs } from '../rules/inputs.ts'
import type { Claim } from './claims.ts'
import { type EntryLeaf, readEntry } from './read-entry.ts'

/** What a row of the workbook says of one leaf: points, that it does not arise, or nothing yet. */
export interface WorkbookValue {
  readonly status: Claim['status']
  readonly points?: Points
  /** The facts that the value comes from, where the leaf has a rule for them. */
  readonly inputs?: Inputs
}

/** The two cells of a row that make its value, as text: points with a decimal comma or dot, and a word of the list of statuses. */
export interface ValueCells {
  readonly points: string
  readonly status: string
}

/** The columns of the workbook that a person fills in. */
export type WorkbookColumn = 'points' | 'status' | 'explanation'

const explanationProblems: ReadonlySet<Problem['code']> = new Set(['missingBasis', 'explanationTooLong'])
const statusProblems: ReadonlySet<Problem['code']> = new Set(['statusNotListed', 'applicabilityNotOffered'])

/** The column in which a problem of a row is mended. */
export const columnOfProblem = ({ code }: Problem): WorkbookColumn => {
  if (explanationProblems.has(code)) return 'explanation'
  return statusProblems.has(code) ? 'status' : 'points'
}

/**
 * Reads the value of a row against what was written into it. Whoever fills in one of the two cells means it: points typed beside `missing` score the
 * leaf, points that were emptied clear it, another status stands although the old points were left beside it. Problems: `statusNotListed`,
 * `pointsBesideStatus` where both were filled in and gainsay each other, `invalidPoints` and the bounds of `readEntry`.
 */
export const readValueCells = (
  leaf: EntryLeaf,
  written: ValueCells,
  filled: ValueCells,
  statusOf: (text: string) => Claim['status'] | undefined,
): Result<WorkbookValue> => {
  const isBlank = filled.points === ''
  const status = filled.status === '' ? (isBlank ? 'missing' : 'scored') : statusOf(filled.status)
  if (status === undefined) return refuse(errorAt('statusNotListed', leaf.id, { value: filled.status.slice(0, 100) }))
  const hasNewPoints = !isBlank && filled.points !== written.points
  const hasNewStatus = filled.status !== written.status
  if (status !== 'scored') {
    if (!hasNewPoints) return accept({ status })
    if (status === 'notApplicable' || hasNewStatus) return refuse(errorAt('pointsBesideStatus', leaf.id, {}))
  }
  if (isBlank && !hasNewStatus) return accept({ status: 'missing' })
  const points = readEntry(leaf, filled.points)
  return points.ok ? accept({ status: 'scored', points: points.value }) : points
}
