import { sql } from 'kysely'
import { errorAt, type Problem } from '../../core/problem.ts'
import { pointsText } from '../../core/exact/points.ts'
import { appliedMaximum } from '../../core/rules/leaf-outcome.ts'
import { accept, type Result } from '../../core/result.ts'
import type { Round } from '../../core/vocabulary.ts'
import { recordActions } from '../../platform/audit/record-action.ts'
import { type ActContext, withUnitInSight } from '../../platform/database/transaction.ts'
import type { FrameworkInForce } from './framework-in-force.ts'
import { refreshTotals } from './refresh-totals.ts'
import type { ScoreChange, ScoredUnit } from './scores.ts'

interface Saved {
  readonly nodeId: string
  readonly version: number
}

/** The maximum that the facts leave, as text; null where it is the whole of the leaf. */
const appliedTo = ({ leaves }: FrameworkInForce, { nodeId, points, inputs }: ScoreChange): string | null => {
  const leaf = leaves.get(nodeId)
  const applied = leaf && points !== undefined && inputs ? appliedMaximum(leaf, points, inputs) : undefined
  return applied === undefined ? null : pointsText(applied)
}

/** One row per change as the statement takes it; order does not matter to it. */
const rowOf = ({ framework }: { framework: FrameworkInForce }, change: ScoreChange) => ({
  node_id: change.nodeId,
  seen: change.version,
  max_points: pointsText(framework.leaves.get(change.nodeId)?.maxPoints ?? (0 as never)),
  status: change.status,
  points: change.points === undefined ? null : pointsText(change.points),
  treatment: change.treatment ?? null,
  applied_max: appliedTo(framework, change),
  claimed_points: change.claimedPoints === undefined ? null : pointsText(change.claimedPoints),
  claimed_version: change.claimedVersion ?? null,
  reason: change.reason ?? null,
  explanation: change.explanation ?? null,
  inputs: change.inputs ?? null,
})

/**
 * Saves changes of one unit in one round: all, or none where another has changed a leaf since it was seen.
 * The insert yields to a row that came meanwhile, so that of two at once the second is told. Totals and log follow in the same transaction.
 */
export const saveScores = async (
  context: ActContext,
  unit: ScoredUnit,
  framework: FrameworkInForce,
  round: Round,
  changes: readonly ScoreChange[],
): Promise<Result<readonly Saved[]>> => {
  const { transaction, actor } = context
  const rows = changes.map((change) => rowOf({ framework }, change))
  const saved = await sql<{ node_id: string; version: number }>`
    insert into score as s (authority_id, cycle_id, unit_id, framework_id, round, node_id, min_points, max_points,
      status, points, applied_max, treatment, claimed_points, claimed_version, reason, explanation, inputs, version, changed_at, changed_by)
    select ${actor.authorityId}, ${unit.cycleId}, ${unit.unitId}, ${unit.frameworkId}, ${round}, r.node_id, least(0, r.max_points), greatest(0, r.max_points),
      r.status, r.points, r.applied_max, r.treatment, r.claimed_points, r.claimed_version, r.reason, r.explanation, r.inputs, 1, now(), ${actor.personId}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(node_id text, seen integer, max_points numeric, status text,
      points numeric, applied_max numeric, treatment text, claimed_points numeric, claimed_version integer, reason text, explanation text, inputs jsonb)
    on conflict (authority_id, cycle_id, unit_id, node_id, round) do update set
      status = excluded.status, points = excluded.points, applied_max = excluded.applied_max, typed_points = null, treatment = excluded.treatment, claimed_points = excluded.claimed_points,
      claimed_version = excluded.claimed_version,
      reason = excluded.reason, explanation = excluded.explanation, inputs = excluded.inputs, version = s.version + 1, changed_at = now(), changed_by = excluded.changed_by
    where s.version = (select r.seen from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(node_id text, seen integer) where r.node_id = s.node_id)
    returning s.node_id, s.version`.execute(transaction)
  const kept = new Map(saved.rows.map(({ node_id, version }) => [node_id, version]))
  const conflicting = changes.filter(({ nodeId, version }) => kept.get(nodeId) !== version + 1)
  if (conflicting.length) return { ok: false, problems: await conflicts(context, unit, round, conflicting) }
  await recordActions(
    context,
    changes.map(({ nodeId, version: _, ...facts }) => ({
      kind: 'scoreChanged',
      cycleId: unit.cycleId,
      unitId: unit.unitId,
      nodeId,
      facts: { round, ...facts, ...(facts.points !== undefined && { points: pointsText(facts.points) }) },
    })),
  )
  await withUnitInSight(context, unit.unitId, () => refreshTotals(context, [unit], framework, round))
  return accept([...kept].map(([nodeId, version]) => ({ nodeId, version })))
}

/** Who changed what meanwhile, for each leaf that does not stand as it was seen. */
const conflicts = async (
  { transaction }: ActContext,
  unit: ScoredUnit,
  round: Round,
  changes: readonly ScoreChange[],
): Promise<Problem[]> => {
  const nodeIds = changes.map(({ nodeId }) => nodeId)
  const rows = await transaction
    .selectFrom('score')
    .leftJoin('person', 'person.id', 'score.changed_by')
    .select(['node_id', 'score.version', 'points', 'status', 'changed_at', 'person.name'])
    .where('cycle_id', '=', unit.cycleId)
    .where('unit_id', '=', unit.unitId)
    .where('round', '=', round)
    .where('node_id', 'in', nodeIds)
    .execute()
  return nodeIds.map((nodeId) => {
    const theirs = rows.find(({ node_id }) => node_id === nodeId)
    return errorAt('changedMeanwhile', nodeId, {
      ...(theirs && { moment: theirs.changed_at.toISOString(), theirs: theirs.points ?? theirs.status, version: String(theirs.version) }),
      ...(theirs?.name && { by: theirs.name }),
    })
  })
}
