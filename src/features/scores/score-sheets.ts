import { sql } from 'kysely'
import type { ScoreCells } from '../../core/results/score-sheet.ts'
import type { Transaction } from '../../platform/database/transaction.ts'

/** The scores of one unit as the database keeps them side by side. */
export interface ScoreSheet {
  readonly cells: ScoreCells
  /** Leaves decided otherwise than claimed. */
  readonly differs: number
}

/** A unit that nobody has scored in this round: every leaf is missing. */
export const blankSheet: ScoreSheet = { cells: [], differs: 0 }

const space = 32
const minus = 45
const zero = 48

/** Whole numbers apart by spaces; half a million come twice as fast so as through `split`. */
export const parseCells = (text: string): Int32Array => {
  const cells = new Int32Array((text.length >> 1) + 1)
  let [count, value, sign] = [0, 0, 1]
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === space) {
      cells[count++] = sign * value
      value = 0
      sign = 1
    } else if (code === minus) sign = -1
    else value = value * 10 + code - zero
  }
  if (text !== '') cells[count++] = sign * value
  return cells.subarray(0, count)
}

/** Sheets by unit, of the framework that the units have now. */
export const loadSheets = async (
  transaction: Transaction,
  at: { readonly cycleId: string; readonly round: string; readonly frameworkId: string; readonly unitIds: readonly string[] },
): Promise<ReadonlyMap<string, ScoreSheet>> => {
  const { rows } = await sql<{ unit_id: string; cells: string; differs: number }>`
    select unit_id, array_to_string(cells, ' ') as cells, differs from score_sheet
    where cycle_id = ${at.cycleId} and round = ${at.round} and framework_id = ${at.frameworkId} and unit_id = any (${at.unitIds}::uuid[])`.execute(
    transaction,
  )
  return new Map(rows.map(({ unit_id, cells, differs }) => [unit_id, { cells: parseCells(cells), differs }]))
}
