import { sql } from 'kysely'
import { compareLeaf } from '../../../core/appraisal/compare-leaf.ts'
import { decidingRounds } from '../../../core/cycle/rounds.ts'
import { parsePoints, pointsText } from '../../../core/exact/points.ts'
import { accept, type Result } from '../../../core/result.ts'
import type { ScoreStatus } from '../../../core/vocabulary.ts'
import type { ActContext } from '../../../platform/database/transaction.ts'
import { loadCycle } from '../load-cycle.ts'
import type { SheetPlace } from '../sheet-place.ts'
import type { Comparison } from './contract.ts'

const listed = 30

interface LeafRow {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly kind: string
  readonly claimed_status: ScoreStatus | null
  readonly claimed_points: string | null
  readonly given_status: ScoreStatus | null
  readonly given_points: string | null
  readonly reason: string | null
}

/** One leaf of every unit of the same group that has handed in, with what the last round that decided it gave. One statement. */
const loadRows = async ({ transaction }: ActContext, { cycleId, unitId }: SheetPlace, node: string, rounds: readonly string[]) => {
  const { rows } = await sql<LeafRow>`
    select u.id, u.code, u.name, u.kind, c.status as claimed_status, c.points::text as claimed_points, g.status as given_status,
      g.points::text as given_points, g.reason
    from cycle_unit own join cycle_unit cu on cu.authority_id = own.authority_id and cu.cycle_id = own.cycle_id and cu.unit_group = own.unit_group
    join unit u on u.id = cu.unit_id
    left join score c on c.authority_id = cu.authority_id and c.cycle_id = cu.cycle_id and c.unit_id = cu.unit_id and c.node_id = ${node}
      and c.round = 'claimed' and c.status <> 'missing'
    left join lateral (select s.status, s.points, s.reason from score s where s.authority_id = cu.authority_id and s.cycle_id = cu.cycle_id
      and s.unit_id = cu.unit_id and s.node_id = ${node} and s.round = any (${[...rounds]}::text[]) and s.status <> 'missing'
      order by array_position(${[...rounds]}::text[], s.round) desc limit 1) g on true
    where own.cycle_id = ${cycleId} and own.unit_id = ${unitId} and cu.submitted_at is not null`.execute(transaction)
  return rows
}

/** What is usual for a leaf among like units, for whoever is about to give points. */
export const compareOver = async (context: ActContext, place: SheetPlace, node: string): Promise<Result<Comparison>> => {
  const cycle = await loadCycle(context.transaction, place.cycleId)
  if (!cycle.ok) return cycle
  const rows = await loadRows(context, place, node, decidingRounds(cycle.value.rounds))
  const units = rows.map((row) => {
    const [claimed, given] = [parsePoints(row.claimed_points ?? ''), parsePoints(row.given_points ?? '')]
    return {
      unitId: row.id,
      kind: row.kind,
      name: row.name,
      row,
      ...(claimed !== undefined && { claimed }),
      ...(given !== undefined && { given }),
    }
  })
  const { spread, alike } = compareLeaf(units, place.unitId)
  return accept({
    units: units.length,
    spread: spread.map(({ points, ...counts }) => ({ points: pointsText(points), ...counts })),
    alike: alike.slice(0, listed).map(({ row, claimed, given }) => ({
      unit: { id: row.id, code: row.code, name: row.name },
      ...(row.claimed_status && { claimed: { status: row.claimed_status, ...(claimed !== undefined && { points: pointsText(claimed) }) } }),
      ...(row.given_status && {
        given: {
          status: row.given_status,
          ...(given !== undefined && { points: pointsText(given) }),
          ...(row.reason !== null && { reason: row.reason }),
        },
      }),
    })),
  })
}
