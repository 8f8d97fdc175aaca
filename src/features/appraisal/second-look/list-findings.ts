import { sql } from 'kysely'
import { accept, type Result } from '../../../core/result.ts'
import type { ActContext } from '../../../platform/database/transaction.ts'
import type { SheetPlace } from '../sheet-place.ts'
import type { SecondLookFinding } from './contract.ts'

interface FindingRow extends Omit<SecondLookFinding, 'note' | 'lookedAt'> {
  readonly note: string | null
  readonly looked_at: Date
}

/** What second looks found on the leaves of one unit, the newest first; one statement. Units see none of it: what stands for them is the decision. */
export const listFindings = async (
  { transaction }: ActContext,
  { cycleId, unitId }: SheetPlace,
): Promise<Result<{ findings: SecondLookFinding[] }>> => {
  const { rows } = await sql<FindingRow>`
    select l.node_id as "nodeId", l.verdict, l.note, p.name as "lookedBy", l.looked_at, g.version is distinct from l.decision_version as "isOvertaken"
    from second_look_leaf l join person p on p.id = l.looked_by
    left join lateral (select s.version from score s where s.authority_id = l.authority_id and s.cycle_id = l.cycle_id and s.unit_id = l.unit_id
      and s.node_id = l.node_id and s.round <> 'claimed' and s.version > 0
      order by array_position(array['council', 'secondAppraisal', 'firstAppraisal'], s.round) limit 1) g on true
    where l.cycle_id = ${cycleId} and l.unit_id = ${unitId} and l.verdict is not null order by l.looked_at desc`.execute(transaction)
  return accept({
    findings: rows.map(({ note, looked_at, ...row }) => ({ ...row, ...(note !== null && { note }), lookedAt: looked_at.toISOString() })),
  })
}
