import { sql } from 'kysely'
import type { Transaction } from '../../../platform/database/transaction.ts'
import type { Meeting } from './contract.ts'

/** Meetings of the council of a cycle as they were recorded, the first at the top. */
export const loadMeetings = async (transaction: Transaction, cycleId: string): Promise<Meeting[]> => {
  const { rows } = await sql<Omit<Meeting, 'ended'> & { ended: string | null }>`
    select m.number, to_char(m.held_on, 'YYYY-MM-DD') as "heldOn", left(m.began::text, 5) as began, left(m.ended::text, 5) as ended, m.place, m.version,
      coalesce((select jsonb_agg(jsonb_build_object('person', jsonb_build_object('id', p.id, 'name', p.name), 'reason', a.reason) order by p.name)
        from council_absence a join person p on p.id = a.person_id
        where a.authority_id = m.authority_id and a.cycle_id = m.cycle_id and a.number = m.number), '[]') as absent
    from council_meeting m where m.cycle_id = ${cycleId} order by m.number`.execute(transaction)
  return rows.map(({ ended, ...row }) => ({ ...row, ...(ended !== null && { ended }) }))
}
