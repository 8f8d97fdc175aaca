import type { Updateable } from 'kysely'
import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import type { AppraisalTables } from '../../platform/database/appraisal-tables.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import type { SheetPlace } from './sheet-place.ts'

type Columns = Omit<Updateable<AppraisalTables['explanation']>, 'authority_id' | 'cycle_id' | 'unit_id' | 'node_id' | 'version'>

/** Writes one leaf's explanation against the version that was seen (0: none yet); another's change in between is told. The unit's row is locked. */
export const saveExplanation = async (
  { transaction, actor }: ActContext,
  { cycleId, unitId }: SheetPlace,
  { nodeId, version }: { readonly nodeId: string; readonly version: number },
  columns: Columns,
): Promise<Result<number>> => {
  const at = { cycle_id: cycleId, unit_id: unitId, node_id: nodeId }
  const standing = await transaction
    .selectFrom('explanation')
    .select('version')
    .where('cycle_id', '=', cycleId)
    .where('unit_id', '=', unitId)
    .where('node_id', '=', nodeId)
    .executeTakeFirst()
  if ((standing?.version ?? 0) !== version) return refuse(errorAt('changedMeanwhile', nodeId, { version: String(standing?.version ?? 0) }))
  await (standing
    ? transaction
        .updateTable('explanation')
        .set({ ...columns, version: version + 1 })
        .where('cycle_id', '=', cycleId)
        .where('unit_id', '=', unitId)
        .where('node_id', '=', nodeId)
        .execute()
    : transaction
        .insertInto('explanation')
        .values({ authority_id: actor.authorityId, ...at, ...columns })
        .execute())
  return accept(version + 1)
}
