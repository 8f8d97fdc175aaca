import { sql } from 'kysely'
import { type Points, parsePoints } from '../../core/exact/points.ts'
import type { Inputs } from '../../core/rules/inputs.ts'
import type { Round, Treatment } from '../../core/vocabulary.ts'
import type { Row } from '../../platform/database/tables.ts'
import type { Transaction } from '../../platform/database/transaction.ts'
import type { StoredScore } from './scores.ts'

const pointsOf = (text: string | null): { points: Points } | undefined => {
  const points = text === null ? undefined : parsePoints(text)
  return points === undefined ? undefined : { points }
}

type ScoreRow = Row<'score'> & { readonly changed_by_name: string | null }

const scoreOf = (row: ScoreRow): StoredScore => {
  const claimed = pointsOf(row.claimed_points)
  const typed = pointsOf(row.typed_points)
  const applied = pointsOf(row.applied_max)
  return {
    nodeId: row.node_id,
    round: row.round as Round,
    status: row.status as StoredScore['status'],
    ...pointsOf(row.points),
    ...(row.treatment && { treatment: row.treatment as Treatment }),
    ...(applied && { appliedMax: applied.points }),
    ...(typed && { typedPoints: typed.points }),
    ...(claimed && { claimedPoints: claimed.points }),
    ...(row.claimed_version !== null && { claimedVersion: row.claimed_version }),
    ...(row.reason && { reason: row.reason }),
    ...(row.explanation && { explanation: row.explanation }),
    ...(row.inputs && { inputs: row.inputs as Inputs }),
    version: row.version,
    changedAt: row.changed_at,
    ...(row.changed_by && { changedBy: { id: row.changed_by, name: row.changed_by_name ?? '' } }),
  }
}

const selectScores = (transaction: Transaction, cycleId: string, rounds: readonly Round[]) =>
  transaction
    .selectFrom('score')
    .leftJoin('person', 'person.id', 'score.changed_by')
    .selectAll('score')
    .select('person.name as changed_by_name')
    .where('cycle_id', '=', cycleId)
    .where('round', 'in', [...rounds])

/** Every score of one unit, of the rounds asked for and of all leaves or those named, with who changed it last. */
export const loadScores = async (
  transaction: Transaction,
  cycleId: string,
  unitId: string,
  rounds: readonly Round[],
  nodeIds?: readonly string[],
): Promise<readonly StoredScore[]> => {
  const rows = await selectScores(transaction, cycleId, rounds)
    .where('unit_id', '=', unitId)
    .$if(nodeIds !== undefined, (query) => query.where(sql<boolean>`node_id = any(${nodeIds}::text[])`))
    .execute()
  return rows.map(scoreOf)
}

/** Scores of single leaves of many units, by unit; one statement however many. */
export const loadScoresOfLeaves = async (
  transaction: Transaction,
  cycleId: string,
  leaves: readonly { readonly unitId: string; readonly nodeId: string }[],
  rounds: readonly Round[],
): Promise<ReadonlyMap<string, readonly StoredScore[]>> => {
  const rows = await selectScores(transaction, cycleId, rounds)
    .where(
      sql<boolean>`(score.unit_id, score.node_id) in (select l."unitId", l."nodeId"
        from jsonb_to_recordset(${JSON.stringify(leaves)}::jsonb) as l("unitId" uuid, "nodeId" text))`,
    )
    .execute()
  return new Map([...Map.groupBy(rows, ({ unit_id }) => unit_id)].map(([unitId, own]) => [unitId, own.map(scoreOf)]))
}
