import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import type { Transaction } from '../../platform/database/transaction.ts'
import type { ScoredUnit } from './scores.ts'

const columns = ['cycle_id', 'unit_id', 'framework_id', 'unit_group', 'ranked', 'stage', 'version'] as const

/**
 * The unit in its cycle. Locked, it belongs to one act until that ends: whoever changes its scores or its stage waits for the other, so that
 * totals never miss a leaf that was saved at the same moment. Writers of different units do not meet.
 */
export const loadScoredUnit = async (
  transaction: Transaction,
  cycleId: string,
  unitId: string,
  lock?: 'forChange',
): Promise<Result<ScoredUnit>> => {
  const query = transaction.selectFrom('cycle_unit').select(columns).where('cycle_id', '=', cycleId).where('unit_id', '=', unitId)
  const row = await (lock ? query.forNoKeyUpdate() : query).executeTakeFirst()
  if (!row) return refuse(errorAt('notFound', unitId, { what: 'unit' }))
  return accept({
    cycleId: row.cycle_id,
    unitId: row.unit_id,
    frameworkId: row.framework_id,
    unitGroup: row.unit_group,
    ranked: row.ranked,
    stage: row.stage,
    version: row.version,
  })
}
