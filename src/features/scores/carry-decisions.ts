import { sql } from 'kysely'
import type { Round } from '../../core/vocabulary.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import type { FrameworkInForce } from './framework-in-force.ts'
import { refreshTotals } from './refresh-totals.ts'
import type { ScoredUnit } from './scores.ts'

/**
 * Brings what one round decided into a later one, so that the later round is whole: what counts at the end is the last round that decided a leaf. Rows that came
 * so have version 0; what the later round itself decided stays as it is.
 */
export const carryDecisions = async (
  context: ActContext,
  units: readonly ScoredUnit[],
  framework: FrameworkInForce,
  { from, to }: { readonly from: Round; readonly to: Round },
): Promise<void> => {
  const [first] = units
  if (!first) return
  await sql`
    insert into score as s (authority_id, cycle_id, unit_id, framework_id, round, node_id, min_points, max_points, status, points, applied_max, typed_points, treatment,
      claimed_points, claimed_version, reason, explanation, inputs, version, changed_at, changed_by)
    select b.authority_id, b.cycle_id, b.unit_id, b.framework_id, ${to}, b.node_id, b.min_points, b.max_points, b.status, b.points, b.applied_max, b.typed_points, b.treatment,
      b.claimed_points, b.claimed_version, b.reason, b.explanation, b.inputs, 0, b.changed_at, b.changed_by
    from score b where b.cycle_id = ${first.cycleId} and b.round = ${from} and b.unit_id = any (${units.map(({ unitId }) => unitId)}::uuid[])
    on conflict (authority_id, cycle_id, unit_id, node_id, round) do update set
      status = excluded.status, points = excluded.points, applied_max = excluded.applied_max, typed_points = excluded.typed_points, treatment = excluded.treatment, claimed_points = excluded.claimed_points,
      claimed_version = excluded.claimed_version, reason = excluded.reason, explanation = excluded.explanation, inputs = excluded.inputs,
      changed_at = excluded.changed_at, changed_by = excluded.changed_by
    where s.version = 0`.execute(context.transaction)
  await refreshTotals(context, units, framework, to)
}
