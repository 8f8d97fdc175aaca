import { sql } from 'kysely'
import { type FactKey, isFactKey } from '../../core/facts/fact-catalogue.ts'
import { factInputsOf } from '../../core/rules/inputs-from-facts.ts'
import { ruleOfLeaf } from '../../core/rules/leaf-outcome.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import { loadFrameworkInForce } from '../scores/framework-in-force.ts'
import type { NeededFact } from './contract.ts'

/** Facts that leaves read which the unit leads in the sheet of the unit above. */
const loadLed = async ({ transaction }: ActContext, unitId: string, year: number) => {
  const { rows } = await sql<{ key: string; cycleId: string; unitId: string; nodeId: string; code: string }>`
    select k as key, l.cycle_id as "cycleId", l.unit_id as "unitId", l.node_id as "nodeId", n.code
    from division_leaf l cross join unnest(l.fact_keys) k join cycle c on c.id = l.cycle_id
    join cycle_unit cu on cu.cycle_id = l.cycle_id and cu.unit_id = l.unit_id
    join framework_node n on n.framework_id = cu.framework_id and n.node_id = l.node_id
    where l.division_id = ${unitId} and l.duty = 'lead' and c.year = ${year} order by n.position, k`.execute(transaction)
  return rows
}

/** Which facts the criteria of this unit's cycles of the year read, in the order of the criteria. */
export const loadNeeded = async (context: ActContext, unitId: string, year: number): Promise<readonly NeededFact[]> => {
  const sets = await context.transaction
    .selectFrom('cycle_unit')
    .innerJoin('cycle', 'cycle.id', 'cycle_unit.cycle_id')
    .select(['cycle_unit.framework_id', 'cycle.id as cycle_id'])
    .where('cycle_unit.unit_id', '=', unitId)
    .where('cycle.year', '=', year)
    .orderBy('cycle.created_at')
    .execute()
  const needed = new Map<FactKey, NeededFact['leaves']>()
  for (const { framework_id, cycle_id } of sets) {
    const framework = await loadFrameworkInForce(context, framework_id)
    if (!framework.ok) continue
    for (const leaf of framework.value.leaves.values()) {
      const rule = ruleOfLeaf(leaf)
      const place = { cycleId: cycle_id, unitId, nodeId: leaf.id as string, code: leaf.code }
      for (const fact of new Set(rule ? factInputsOf(rule).map(({ fact: read }) => read) : []))
        needed.set(fact, [...(needed.get(fact) ?? []), place])
    }
  }
  for (const { key, ...place } of await loadLed(context, unitId, year))
    if (isFactKey(key)) needed.set(key, [...(needed.get(key) ?? []), place])
  return [...needed].map(([key, leaves]) => ({ key, leaves }))
}
