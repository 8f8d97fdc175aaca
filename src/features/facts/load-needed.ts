import type { FactKey } from '../../core/facts/fact-catalogue.ts'
import { factInputsOf } from '../../core/rules/inputs-from-facts.ts'
import { ruleOfLeaf } from '../../core/rules/leaf-outcome.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import { loadFrameworkInForce } from '../scores/framework-in-force.ts'
import type { NeededFact } from './contract.ts'

/** Which facts the criteria of this unit's cycles of the year read, in the order of the criteria. */
export const loadNeeded = async (context: ActContext, unitId: string, year: number): Promise<readonly NeededFact[]> => {
  const sets = await context.transaction
    .selectFrom('cycle_unit')
    .innerJoin('cycle', 'cycle.id', 'cycle_unit.cycle_id')
    .select('cycle_unit.framework_id')
    .distinct()
    .where('cycle_unit.unit_id', '=', unitId)
    .where('cycle.year', '=', year)
    .execute()
  const needed = new Map<FactKey, string[]>()
  for (const { framework_id } of sets) {
    const framework = await loadFrameworkInForce(context, framework_id)
    if (!framework.ok) continue
    for (const leaf of framework.value.leaves.values()) {
      const rule = ruleOfLeaf(leaf)
      if (!rule) continue
      for (const { fact } of factInputsOf(rule)) {
        const codes = needed.get(fact) ?? []
        needed.set(fact, codes.includes(leaf.code) ? codes : [...codes, leaf.code])
      }
    }
  }
  return [...needed].map(([key, codes]) => ({ key, codes }))
}
