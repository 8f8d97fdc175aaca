import { sql } from 'kysely'
import { type NodeId, nodeId, unitId } from '../../core/ids.ts'
import { type ScoreCells, scoresOfCells } from '../../core/results/score-sheet.ts'
import type { UnitScores } from '../../core/results/scores.ts'
import type { Transaction } from '../../platform/database/transaction.ts'
import { parseCells } from './score-sheets.ts'

interface UnitRow {
  readonly unit_id: string
  readonly unit_name: string
  readonly code: string
  readonly ranked: boolean
  readonly framework_id: string
  readonly cells: string | null
}

/** A unit of a group with its scores side by side, in the order of its framework's leaves. */
export interface SheetOfUnit {
  readonly id: string
  readonly name: string
  readonly code: string
  readonly ranked: boolean
  readonly frameworkId: string
  readonly cells: ScoreCells
}

export interface GroupScores {
  readonly units: readonly UnitScores[]
  readonly names: ReadonlyMap<string, string>
  readonly codes: ReadonlyMap<string, string>
}

interface Wanted {
  readonly cycleId: string
  readonly group: string
  readonly round: string
  /** Only of units that have submitted; what a unit claims is nobody else's before. */
  readonly isReadable?: boolean
}

/** Every sheet of a group in one round, units by id: the order of the bundle. */
export const loadGroupSheets = async (transaction: Transaction, at: Wanted): Promise<readonly SheetOfUnit[]> => {
  const { rows } = await sql<UnitRow>`
    select cu.unit_id, u.name as unit_name, u.code, cu.ranked, cu.framework_id, array_to_string(s.cells, ' ') as cells
    from cycle_unit cu
    join unit u on u.authority_id = cu.authority_id and u.id = cu.unit_id
    left join score_sheet s on s.authority_id = cu.authority_id and s.cycle_id = cu.cycle_id and s.unit_id = cu.unit_id and s.round = ${at.round}
      and s.framework_id = cu.framework_id and (not ${at.isReadable ?? false}::boolean or cu.stage not in ('preparing', 'selfAssessing'))
    where cu.cycle_id = ${at.cycleId} and cu.unit_group = ${at.group}
    order by cu.unit_id`.execute(transaction)
  return rows.map((row) => ({
    id: row.unit_id,
    name: row.unit_name,
    code: row.code,
    ranked: row.ranked,
    frameworkId: row.framework_id,
    cells: parseCells(row.cells ?? ''),
  }))
}

/** The order of a framework's leaves is that of its sheets. */
const loadLeafIds = async (transaction: Transaction, frameworkIds: readonly string[]) => {
  const rows = await transaction
    .selectFrom('framework_node')
    .select(['framework_id', 'node_id'])
    .where('is_leaf', '=', true)
    .where('framework_id', 'in', frameworkIds.length > 0 ? frameworkIds : [null as never])
    .orderBy('framework_id')
    .orderBy('position')
    .execute()
  const found = new Map<string, { id: NodeId }[]>()
  for (const { framework_id, node_id } of rows) {
    const leaves = found.get(framework_id) ?? []
    leaves.push({ id: nodeId(node_id) })
    found.set(framework_id, leaves)
  }
  return found
}

/** Every score of a group in one round, units by id. */
export const loadGroupScores = async (transaction: Transaction, at: Wanted): Promise<GroupScores> => {
  const sheets = await loadGroupSheets(transaction, at)
  const leaves = await loadLeafIds(transaction, [...new Set(sheets.map(({ frameworkId }) => frameworkId))])
  return {
    units: sheets.map(({ id, ranked, frameworkId, cells }) => ({
      unit: unitId(id),
      group: at.group,
      ranked,
      scores: scoresOfCells(leaves.get(frameworkId) ?? [], cells),
    })),
    names: new Map(sheets.map(({ id, name }) => [id, name])),
    codes: new Map(sheets.map(({ id, code }) => [id, code])),
  }
}
