import { sql } from 'kysely'
import type { ActContext } from '../../platform/database/transaction.ts'
import type { SheetPlace } from './sheet-place.ts'

/** When a unit's time to explain ends: the first closed moment, and the last minute that counts on the authority's clock. */
export const explanationDeadline = async (
  { transaction }: ActContext,
  { cycleId, unitId }: SheetPlace,
): Promise<{ readonly closes: string; readonly lastMinute: string } | undefined> => {
  const { rows } = await sql<{ closes: Date; last_minute: string }>`
    select cu.explanation_closes as closes, last_minute(cu.explanation_closes, a.time_zone) as last_minute
    from cycle_unit cu join authority a on a.id = cu.authority_id
    where cu.cycle_id = ${cycleId} and cu.unit_id = ${unitId} and cu.explanation_closes is not null`.execute(transaction)
  return rows[0] && { closes: rows[0].closes.toISOString(), lastMinute: rows[0].last_minute }
}
