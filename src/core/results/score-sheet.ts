import type { Points } from '../exact/points.ts'
import type { NodeId } from '../ids.ts'
import type { Treatment } from '../vocabulary.ts'
import { type LeafColumns, type ScoreAt, leafColumns } from './leaf-columns.ts'
import type { ComputeOptions } from './options.ts'
import type { Plan } from './plan.ts'
import type { LeafScore } from './scores.ts'

/**
 * The scores of one unit in one round as whole numbers, one per leaf of the plan and in its order: points in ten-thousandths, or one of the codes below,
 * which lie far below any points. A cell that is not there is missing. After the cells of all leaves stand the places of those whose maximum was reduced for
 * this unit, then as many maxima. The database keeps them so beside the scores (`score_cell`).
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

/** The maximum that applied at leaves where it was less, by their place; nearly always nothing. */
const reducedMaxima = (leaves: number, cells: ScoreCells): ReadonlyMap<number, Points> | undefined => {
  if (cells.length <= leaves) return undefined
  const count = (cells.length - leaves) / 2
  return new Map(Array.from({ length: count }, (_, index) => [cells[leaves + index] ?? -1, (cells[leaves + count + index] ?? 0) as Points]))
}

const withReduced = (score: LeafScore, appliedMax: Points | undefined): LeafScore =>
  appliedMax !== undefined && score.status === 'scored' ? { ...score, appliedMax } : score

/** Scores by the id of their leaf; what is missing has no entry. */
export const scoresOfCells = (leaves: readonly { readonly id: NodeId }[], cells: ScoreCells): ReadonlyMap<NodeId, LeafScore> => {
  const reduced = reducedMaxima(leaves.length, cells)
  const scores = new Map<NodeId, LeafScore>()
  for (const [index, { id }] of leaves.entries()) {
    const score = scoreOfCell(cells[index])
    if (score !== missing) scores.set(id, withReduced(score, reduced?.get(index)))
  }
  return scores
}

/** Scores by leaf in whole numbers out of sheets, or `undefined` where a policy needs quotients; see {@link leafColumns}. */
export const leafColumnsOfSheets = (plan: Plan, sheets: readonly ScoreCells[], options: ComputeOptions): LeafColumns | undefined => {
  const reduced = sheets.map((cells) => reducedMaxima(plan.leaves.length, cells))
  const scoreAt: ScoreAt = (unit, leaf) => {
    const own = reduced[unit]
    const score = scoreOfCell(sheets[unit]?.[leaf])
    return own ? withReduced(score, own.get(leaf)) : score
  }
  return leafColumns(plan, sheets.length, scoreAt, options)
}
