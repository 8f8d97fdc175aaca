import { sql } from 'kysely'
import type { ActContext } from '../../platform/database/transaction.ts'

/**
 * Brings two counts of units up to date, in every round they have totals of: leaves decided otherwise than claimed, and claims without a document.
 * They are what `differs` and `lacksEvidence` of the core say of each leaf; kept, because work lists of thousands of units are filtered by them.
 * The authority is named in every join: keys begin with it, and servers before PostgreSQL 18 find nothing by the rest of a key.
 */
export const refreshCounts = async (
  { transaction }: Pick<ActContext, 'transaction'>,
  cycleId: string,
  unitIds: readonly string[],
): Promise<void> => {
  await sql`
    update unit_total t set
      differs = (select count(*) from score g
        join score c on c.authority_id = g.authority_id and c.cycle_id = g.cycle_id and c.unit_id = g.unit_id and c.node_id = g.node_id and c.round = 'claimed'
        where g.authority_id = t.authority_id and g.cycle_id = t.cycle_id and g.unit_id = t.unit_id and g.round = t.round and t.round <> 'claimed'
          and g.status <> 'missing' and c.status <> 'missing'
          and g.points is distinct from g.claimed_points and g.claimed_points is not distinct from c.points),
      unproved = (select count(*) from score c
        where c.authority_id = t.authority_id and c.cycle_id = t.cycle_id and c.unit_id = t.unit_id and c.round = t.round and t.round = 'claimed'
          and (c.points <> 0 or c.status = 'notApplicable')
          and not exists (select from score_evidence e where e.authority_id = c.authority_id and e.cycle_id = c.cycle_id
            and e.unit_id = c.unit_id and e.node_id = c.node_id))
    where t.cycle_id = ${cycleId} and t.node_id = '' and t.unit_id = any (${[...unitIds]}::uuid[])`.execute(transaction)
}
