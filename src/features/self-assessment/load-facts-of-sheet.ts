import { sql } from 'kysely'
import { factInputsOf } from '../../core/rules/inputs-from-facts.ts'
import { ruleOfLeaf } from '../../core/rules/leaf-outcome.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import type { FrameworkInForce } from '../scores/framework-in-force.ts'
import type { Sheet } from './contract.ts'

interface FactRow {
  readonly key: string
  readonly value: Sheet['facts'][number]['value']
  readonly changed_at: Date
  readonly unit_id: string
  readonly code: string
  readonly name: string
  /** Leaves that the fact's unit leads and whose rules read it; null where it was shared, or is the unit's own. */
  readonly node_ids: string[] | null
}

const factOf = ({ key, value, changed_at, unit_id, code, name, node_ids }: FactRow, ownId: string): Sheet['facts'][number] => ({
  key,
  value,
  changedAt: changed_at.toISOString(),
  ...(unit_id !== ownId && { owner: { id: unit_id, code, name } }),
  ...(node_ids && { nodeIds: node_ids }),
})

/**
 * Facts of the year that a criterion of the set reads: of the unit, of whoever shared theirs with it, and of those who lead a leaf, for that leaf. A leaf takes
 * what its lead says before what the unit itself says, and that before what was shared.
 */
export const loadFactsOfSheet = async (
  { transaction }: ActContext,
  { cycleId, unitId, year }: { readonly cycleId: string; readonly unitId: string; readonly year: number },
  { leaves }: FrameworkInForce,
): Promise<Sheet['facts']> => {
  const keys = new Set(
    [...leaves.values()].flatMap((leaf) => {
      const rule = ruleOfLeaf(leaf)
      return rule ? factInputsOf(rule).map(({ fact }) => fact as string) : []
    }),
  )
  if (keys.size === 0) return []
  const { rows } = await sql<FactRow>`
    with lent as (
      select ${unitId}::uuid as unit_id, k as key, null::text[] as node_ids, 2 as rank from unnest(${[...keys]}::text[]) k
      union all
      select s.unit_id, s.key, null, 3 from fact_share s where s.borrower_id = ${unitId} and s.year = ${year}
      union all
      select l.division_id, k, array_agg(l.node_id order by l.node_id), 1 from division_leaf l cross join unnest(l.fact_keys) k
      where l.cycle_id = ${cycleId} and l.unit_id = ${unitId} and l.duty = 'lead' group by l.division_id, k)
    select f.key, f.value, f.changed_at, u.id as unit_id, u.code, u.name, lent.node_ids
    from lent join fact f on f.unit_id = lent.unit_id and f.key = lent.key join unit u on u.id = f.unit_id
    where f.year = ${year} and f.key = any (${[...keys]}::text[]) order by f.key, lent.rank, u.code`.execute(transaction)
  return rows.map((row) => factOf(row, unitId))
}
