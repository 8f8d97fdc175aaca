import { sql } from 'kysely'
import { type Points, parsePoints } from '../../core/exact/points.ts'
import type { Inputs } from '../../core/rules/inputs.ts'
import type { Round, Treatment } from '../../core/vocabulary.ts'
import type { Transaction } from '../../platform/database/transaction.ts'
import type { StoredScore } from './scores.ts'

const pointsOf = (text: string | null): { points: Points } | undefined => {
  const points = text === null ? undefined : parsePoints(text)
  return points === undefined ? undefined : { points }
}

/** Every score of one unit, of the rounds asked for and of all leaves or those named, with who changed it last. */
export const loadScores = async (
  transaction: Transaction,
  cycleId: string,
  unitId: string,
  rounds: readonly Round[],
  nodeIds?: readonly string[],
): Promise<readonly StoredScore[]> => {
  const rows = await transaction
    .selectFrom('score')
    .leftJoin('person', 'person.id', 'score.changed_by')
    .selectAll('score')
    .select('person.name as changed_by_name')
    .where('cycle_id', '=', cycleId)
    .where('unit_id', '=', unitId)
    .where('round', 'in', [...rounds])
    .$if(nodeIds !== undefined, (query) => query.where(sql<boolean>`node_id = any(${nodeIds}::text[])`))
    .execute()
  return rows.map((row) => {
    const claimed = pointsOf(row.claimed_points)
    return {
      nodeId: row.node_id,
      round: row.round as Round,
      status: row.status as StoredScore['status'],
      ...pointsOf(row.points),
      ...(row.treatment && { treatment: row.treatment as Treatment }),
      ...(claimed && { claimedPoints: claimed.points }),
      ...(row.claimed_version !== null && { claimedVersion: row.claimed_version }),
      ...(row.reason && { reason: row.reason }),
      ...(row.explanation && { explanation: row.explanation }),
      ...(row.inputs && { inputs: row.inputs as Inputs }),
      version: row.version,
      changedAt: row.changed_at,
      ...(row.changed_by && { changedBy: { id: row.changed_by, name: row.changed_by_name ?? '' } }),
    }
  })
}
