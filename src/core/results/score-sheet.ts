import type { Points } from '../exact/points.ts'
import type { NodeId } from '../ids.ts'
import type { Treatment } from '../vocabulary.ts'
import { type LeafColumns, type ScoreAt, leafColumns } from './leaf-columns.ts'
import type { ComputeOptions } from './options.ts'
import type { Plan } from './plan.ts'
import type { LeafScore } from './scores.ts'

/**
 * The scores of one unit in one round as whole numbers, one per leaf of the plan and in its order: points in ten-thousandths, or one of the codes below,
 * which lie far below any points. A cell that is not there is missing. The database keeps them so beside the scores (`score_cell`).
 */
export type ScoreCells = ArrayLike<number>

const missingCell = -2_000_000_000
const notMeasuredCell = -2_000_000_001
const notApplicableCell = -2_000_000_010
/** Below it stand codes, above it points: these have at most nine digits. */
const lowestPoints = -1_000_000_000

const treatmentsOfCells: readonly Treatment[] = ['excluded', 'full', 'zero', 'redistributed']
const missing: LeafScore = { status: 'missing' }
const notMeasured: LeafScore = { status: 'notMeasured' }
const notApplicable: readonly LeafScore[] = [
  { status: 'notApplicable' },
  ...treatmentsOfCells.map((treatment) => ({ status: 'notApplicable', treatment }) as const),
]

/** What a cell says. Throws a RangeError at a number that is neither points nor a code: nobody writes such. */
export const scoreOfCell = (cell: number | undefined): LeafScore => {
  if (cell === undefined || cell === missingCell) return missing
  if (cell > lowestPoints) return { status: 'scored', points: cell as Points }
  if (cell === notMeasuredCell) return notMeasured
  const found = notApplicable[notApplicableCell - cell]
  if (!found) throw new RangeError(`no score is written as ${cell}`)
  return found
}

/** The same number as the database's `score_cell`. */
export const cellOfScore = (score: LeafScore): number => {
  if (score.status === 'scored') return score.points
  if (score.status === 'missing') return missingCell
  if (score.status === 'notMeasured') return notMeasuredCell
  return notApplicableCell - (score.treatment ? treatmentsOfCells.indexOf(score.treatment) + 1 : 0)
}

/** Scores by the id of their leaf; what is missing has no entry. */
export const scoresOfCells = (leaves: readonly { readonly id: NodeId }[], cells: ScoreCells): ReadonlyMap<NodeId, LeafScore> => {
  const scores = new Map<NodeId, LeafScore>()
  for (const [index, { id }] of leaves.entries()) {
    const score = scoreOfCell(cells[index])
    if (score !== missing) scores.set(id, score)
  }
  return scores
}

/** Scores by leaf in whole numbers out of sheets, or `undefined` where a policy needs quotients; see {@link leafColumns}. */
export const leafColumnsOfSheets = (plan: Plan, sheets: readonly ScoreCells[], options: ComputeOptions): LeafColumns | undefined => {
  const scoreAt: ScoreAt = (unit, leaf) => scoreOfCell(sheets[unit]?.[leaf])
  return leafColumns(plan, sheets.length, scoreAt, options)
}
