import { sql } from 'kysely'
import { pointsText } from '../../../core/exact/points.ts'
import type { Points } from '../../../core/exact/points.ts'
import type { ActContext } from '../../../platform/database/transaction.ts'
import type { LookedAt, Move } from './load-move.ts'

const textOf = (points: Points | undefined): string | null => (points === undefined ? null : pointsText(points))

/** Scores that the new leaf does not take as they were: facts get the points of the new rule, typed points are kept and count nothing. */
export const settleScores = async ({ transaction }: ActContext, { place }: Move, looked: readonly LookedAt[]): Promise<void> => {
  const rows = looked
    .filter(({ outcome }) => outcome !== 'asItWas')
    .map(({ unitId, round, nodeId, score }) => ({
      unit_id: unitId,
      round,
      node_id: nodeId,
      status: score.status,
      points: textOf(score.points),
      applied_max: textOf(score.appliedMax),
      typed_points: textOf(score.typedPoints),
      keeps_facts: score.inputs !== undefined && Object.keys(score.inputs).length > 0,
    }))
  if (rows.length === 0) return
  await sql`
    update score s set status = r.status, points = r.points, typed_points = r.typed_points, applied_max = r.applied_max,
      treatment = case when r.status = 'notApplicable' then s.treatment end, inputs = case when r.keeps_facts then s.inputs end, version = s.version + 1
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(unit_id uuid, round text, node_id text, status text, points numeric, applied_max numeric, typed_points numeric, keeps_facts boolean)
    where s.cycle_id = ${place.cycleId} and s.unit_id = r.unit_id and s.round = r.round and s.node_id = r.node_id`.execute(transaction)
}
