import { sql } from 'kysely'
import type { ActContext } from '../../platform/database/transaction.ts'

/**
 * Brings two counts of units up to date: leaves decided otherwise than claimed, of every later round, which follow a changed claim too, and claims without
 * a document. They are what `differs` and `lacksEvidence` of the core say of each leaf; kept, because work lists of thousands of units are filtered by them.
 * The authority is named in every join: keys begin with it, and servers before PostgreSQL 18 find nothing by the rest of a key.
 */
export const refreshCounts = async (
  { transaction }: Pick<ActContext, 'transaction'>,
  cycleId: string,
  unitIds: readonly string[],
): Promise<void> => {
  await sql`
    with counted as (
      select s.authority_id, s.cycle_id, s.unit_id, s.round, s.differs, case when s.round = 'claimed' then (
          select count(*) from score c
          where c.authority_id = s.authority_id and c.cycle_id = s.cycle_id and c.unit_id = s.unit_id and c.round = s.round
            and (c.points <> 0 or c.status = 'notApplicable')
            and not exists (select from score_evidence e where e.authority_id = c.authority_id and e.cycle_id = c.cycle_id
              and e.unit_id = c.unit_id and e.node_id = c.node_id)) else 0 end as unproved
      from score_sheet s where s.cycle_id = ${cycleId} and s.unit_id = any (${[...unitIds]}::uuid[])
    )
    update unit_total t set differs = c.differs, unproved = c.unproved from counted c
    where t.authority_id = c.authority_id and t.cycle_id = c.cycle_id and t.unit_id = c.unit_id and t.round = c.round
      and (t.differs, t.unproved) is distinct from (c.differs, c.unproved)`.execute(transaction)
}
