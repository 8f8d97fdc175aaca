import { sql } from 'kysely'
import { parsePoints } from '../../core/exact/points.ts'
import type { UnitScores } from '../../core/results/scores.ts'
import type { Treatment } from '../../core/vocabulary.ts'
import type { Transaction } from '../../platform/database/transaction.ts'
import { unitScoresOf } from '../scores/unit-scores.ts'

interface UnitRow {
  readonly unit_id: string
  readonly unit_name: string
  readonly ranked: boolean
  readonly node_ids: readonly string[]
  readonly statuses: readonly string[]
  readonly points: readonly (string | null)[]
  readonly treatments: readonly (string | null)[]
}

export interface GroupScores {
  readonly units: readonly UnitScores[]
  readonly names: ReadonlyMap<string, string>
}

/** Every score of a group in one round, a row per unit, units by id: the order of the bundle. */
export const loadGroupScores = async (
  transaction: Transaction,
  at: { readonly cycleId: string; readonly group: string; readonly round: string },
): Promise<GroupScores> => {
  const { rows } = await sql<UnitRow>`
    select cu.unit_id, u.name as unit_name, cu.ranked,
      coalesce(array_agg(s.node_id order by s.node_id) filter (where s.node_id is not null), '{}') as node_ids,
      coalesce(array_agg(s.status order by s.node_id) filter (where s.node_id is not null), '{}') as statuses,
      coalesce(array_agg(s.points::text order by s.node_id) filter (where s.node_id is not null), '{}') as points,
      coalesce(array_agg(s.treatment order by s.node_id) filter (where s.node_id is not null), '{}') as treatments
    from cycle_unit cu
    join unit u on u.id = cu.unit_id
    left join score s on s.cycle_id = cu.cycle_id and s.unit_id = cu.unit_id and s.round = ${at.round}
    where cu.cycle_id = ${at.cycleId} and cu.unit_group = ${at.group}
    group by cu.unit_id, u.name, cu.ranked
    order by cu.unit_id`.execute(transaction)
  const units = rows.map((row) =>
    unitScoresOf(
      { id: row.unit_id, group: at.group, ranked: row.ranked },
      row.node_ids.map((nodeId, index) => ({
        nodeId,
        status: row.statuses[index] ?? 'missing',
        points: parsePoints(row.points[index] ?? ''),
        treatment: (row.treatments[index] ?? undefined) as Treatment | undefined,
      })),
    ),
  )
  return { units, names: new Map(rows.map(({ unit_id, unit_name }) => [unit_id, unit_name])) }
}
