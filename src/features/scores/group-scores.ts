import { sql } from 'kysely'
import type { Points } from '../../core/exact/points.ts'
import type { UnitScores } from '../../core/results/scores.ts'
import type { Treatment } from '../../core/vocabulary.ts'
import type { Transaction } from '../../platform/database/transaction.ts'
import { unitScoresOf } from './unit-scores.ts'

/** Columns of one unit's scores as text, entries apart by {@link apart}: half a million rows come several times faster so than as arrays. */
interface UnitRow {
  readonly unit_id: string
  readonly unit_name: string
  readonly code: string
  readonly ranked: boolean
  readonly node_ids: string | null
  readonly statuses: string
  /** In ten-thousandths. */
  readonly points: string
  readonly treatments: string
}

export interface GroupScores {
  readonly units: readonly UnitScores[]
  readonly names: ReadonlyMap<string, string>
  readonly codes: ReadonlyMap<string, string>
}

/** A sign that no node id has: requests and documents refuse control characters. */
const apart = '\u001f'

const splitter = () => {
  const known = new Map<string, readonly string[]>()
  /** Units of one group share their columns of ids and, for the most part, of statuses. */
  return (text: string): readonly string[] => {
    const found = known.get(text)
    if (found) return found
    const parts = text.split(apart)
    known.set(text, parts)
    return parts
  }
}

/** Every score of a group in one round, a row per unit, units by id: the order of the bundle. */
export const loadGroupScores = async (
  transaction: Transaction,
  /** `isReadable`: only of units that have submitted; what a unit claims is nobody else's before. */
  at: { readonly cycleId: string; readonly group: string; readonly round: string; readonly isReadable?: boolean },
): Promise<GroupScores> => {
  const { rows } = await sql<UnitRow>`
    select cu.unit_id, u.name as unit_name, u.code, cu.ranked, s.*
    from cycle_unit cu
    join unit u on u.id = cu.unit_id
    left join lateral (
      select string_agg(node_id, ${apart} order by node_id) as node_ids, string_agg(status, ${apart} order by node_id) as statuses,
        string_agg(coalesce((points * 10000)::bigint::text, ''), ${apart} order by node_id) as points,
        string_agg(coalesce(treatment, ''), ${apart} order by node_id) as treatments
      from score where authority_id = cu.authority_id and cycle_id = cu.cycle_id and unit_id = cu.unit_id and round = ${at.round}
        and (not ${at.isReadable ?? false}::boolean or cu.stage not in ('preparing', 'selfAssessing'))
    ) s on true
    where cu.cycle_id = ${at.cycleId} and cu.unit_group = ${at.group}
    order by cu.unit_id`.execute(transaction)
  const split = splitter()
  const units = rows.map((row) => {
    const [statuses, points, treatments] = [split(row.statuses ?? ''), (row.points ?? '').split(apart), split(row.treatments ?? '')]
    const nodes = row.node_ids === null ? [] : split(row.node_ids)
    return unitScoresOf(
      { id: row.unit_id, group: at.group, ranked: row.ranked },
      nodes.map((nodeId, index) => ({
        nodeId,
        status: statuses[index] ?? 'missing',
        // Whole ten-thousandths out of a numeric(9, 4): what points are.
        points: points[index] ? (Number(points[index]) as Points) : undefined,
        treatment: (treatments[index] || undefined) as Treatment | undefined,
      })),
    )
  })
  return {
    units,
    names: new Map(rows.map(({ unit_id, unit_name }) => [unit_id, unit_name])),
    codes: new Map(rows.map(({ unit_id, code }) => [unit_id, code])),
  }
}
