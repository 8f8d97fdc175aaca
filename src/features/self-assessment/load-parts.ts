import { sql } from 'kysely'
import { type PartState, partOfFramework } from '../../core/self-assessment/part.ts'
import { selfScoredPart } from '../../core/self-assessment/self-scored-part.ts'
import { accept, type Result } from '../../core/result.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import type { Actor } from '../../platform/policy/actor.ts'
import { loadFrameworkInForce } from '../scores/framework-in-force.ts'
import { loadScores } from '../scores/load-scores.ts'
import { loadScoredUnit } from '../scores/scored-unit.ts'
import { claimTotals } from './claim-totals.ts'
import { claimsOf, type SheetPlace } from './load-sheet.ts'
import type { Part } from './parts-contract.ts'

interface PartRow {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly state: PartState
  readonly version: number
  readonly reason: string | null
  readonly changed_at: Date
  readonly changed_by: string | null
  readonly changed_name: string | null
  readonly handed_in_at: Date | null
  readonly handed_in_by: string | null
  readonly handed_in_name: string | null
  readonly node_ids: string[]
  readonly leads: number
}

const loadRows = async ({ transaction }: ActContext, { cycleId, unitId }: SheetPlace): Promise<readonly PartRow[]> => {
  const { rows } = await sql<PartRow>`
    select u.id, u.code, u.name, p.state, p.version, p.reason, p.changed_at, p.changed_by, c.name as changed_name, p.handed_in_at, p.handed_in_by,
      h.name as handed_in_name, l.node_ids, l.leads
    from division_part p join unit u on u.id = p.division_id
    left join person c on c.id = p.changed_by left join person h on h.id = p.handed_in_by
    cross join lateral (select coalesce(array_agg(node_id), '{}') as node_ids, count(*) filter (where duty = 'lead') as leads from division_leaf l
      where l.authority_id = p.authority_id and l.cycle_id = p.cycle_id and l.unit_id = p.unit_id and l.division_id = p.division_id) l
    where p.cycle_id = ${cycleId} and p.unit_id = ${unitId} order by u.name, u.code`.execute(transaction)
  return rows
}

const standingIn = ({ grants }: Actor, divisionId: string): Part['mine'] => {
  const roles = grants.filter(({ unitId }) => unitId === divisionId).map(({ role }) => role)
  if (roles.includes('headOfUnit')) return 'head'
  return roles.includes('divisionOfficer') || roles.includes('unitOfficer') ? 'officer' : undefined
}

const partOf = (
  row: PartRow,
  figures: Pick<Part, 'leaves' | 'answered' | 'points' | 'appliedMax' | 'percent'>,
  mine: Part['mine'],
): Part => ({
  division: { id: row.id, code: row.code, name: row.name },
  state: row.state,
  version: row.version,
  leads: row.leads,
  ...figures,
  ...(row.reason !== null && { reason: row.reason }),
  changedAt: row.changed_at.toISOString(),
  ...(row.changed_by !== null && { changedBy: { id: row.changed_by, name: row.changed_name ?? '' } }),
  ...(row.handed_in_at !== null && { handedInAt: row.handed_in_at.toISOString() }),
  ...(row.handed_in_by !== null && { handedInBy: { id: row.handed_in_by, name: row.handed_in_name ?? '' } }),
  ...(mine && { mine }),
})

/** The parts of a unit's divisions; the database shows whoever works in a division its own alone. */
export const loadParts = async (context: ActContext, place: SheetPlace): Promise<Result<{ parts: Part[] }>> => {
  const unit = await loadScoredUnit(context.transaction, place.cycleId, place.unitId)
  if (!unit.ok) return unit
  const inForce = await loadFrameworkInForce(context, unit.value.frameworkId)
  if (!inForce.ok) return inForce
  const rows = await loadRows(context, place)
  if (rows.length === 0) return accept({ parts: [] })
  const claims = claimsOf(await loadScores(context.transaction, place.cycleId, place.unitId, ['claimed']))
  const parts = rows.map((row) => {
    const own = selfScoredPart(partOfFramework(inForce.value.framework, new Set(row.node_ids)))
    const [whole] = claimTotals(own, claims)
    const { nodeId: _, ...figures } = whole ?? { nodeId: '', points: '0', appliedMax: '0', answered: 0, leaves: 0 }
    return partOf(row, figures, standingIn(context.actor, row.id))
  })
  return accept({ parts })
}
