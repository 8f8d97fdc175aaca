import { sql } from 'kysely'
import type { Transaction } from '../../platform/database/transaction.ts'

/** A member of the council today, with the units about which they may not vote. */
export interface CouncilVoter {
  readonly personId: string
  readonly name: string
  readonly excludedFrom: ReadonlySet<string>
}

/**
 * Members of a cycle's council whose term runs today. Excluded from a unit is whoever serves there or declared an interest, unless the chair has set it aside.
 */
export const loadVoters = async (transaction: Transaction, cycleId: string): Promise<readonly CouncilVoter[]> => {
  const { rows } = await sql<{ person_id: string; name: string; excluded: string[] }>`
    select m.person_id, p.name, coalesce((
      select array_agg(distinct x.unit_id::text) from (
        select g.unit_id from role_grant g where g.person_id = m.person_id and g.unit_id is not null and g.valid @> today()
        union select i.unit_id from declared_interest i where i.cycle_id = m.cycle_id and i.person_id = m.person_id) x
      where not exists (select from declared_interest w where w.cycle_id = m.cycle_id and w.person_id = m.person_id and w.unit_id = x.unit_id
        and w.waived_at is not null)), '{}') as excluded
    from council_member m join person p on p.id = m.person_id
    where m.cycle_id = ${cycleId} and m.kind = 'council' and m.valid @> today()
    order by p.name`.execute(transaction)
  return rows.map(({ person_id, name, excluded }) => ({ personId: person_id, name, excludedFrom: new Set(excluded) }))
}
