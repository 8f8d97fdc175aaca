import { sql } from 'kysely'
import { accept, type Result } from '../../core/result.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import type { EvidenceUse } from './contract.ts'
import { loadEvidence } from './load-evidence.ts'

interface UseRow {
  readonly kind: EvidenceUse['kind']
  readonly cycle_id: string | null
  readonly year: number | null
  readonly cycle: string | null
  readonly node_id: string | null
  readonly code: string | null
  readonly name: string | null
  readonly plan: string | null
}

const useOf = (row: UseRow): EvidenceUse => ({
  kind: row.kind,
  ...(row.cycle_id && { cycle: { id: row.cycle_id, year: row.year ?? 0, title: row.cycle ?? '' } }),
  ...(row.node_id && { node: { id: row.node_id, code: row.code ?? '', name: row.name ?? '' } }),
  ...(row.plan && { plan: row.plan }),
})

/** Every place where a document is used, the latest year first; claims, explanations and reports on tasks. */
export const listUses = async (
  { transaction }: ActContext,
  { unitId, evidenceId }: { readonly unitId: string; readonly evidenceId: string },
): Promise<Result<{ uses: EvidenceUse[] }>> => {
  const evidence = await loadEvidence(transaction, unitId, evidenceId)
  if (!evidence.ok) return evidence
  const { rows } = await sql<UseRow>`
    with used as (
      select 'claim' as kind, cycle_id, unit_id, node_id from score_evidence where evidence_id = ${evidenceId}
      union all
      select 'explanation', cycle_id, unit_id, node_id from explanation_evidence where evidence_id = ${evidenceId})
    select u.kind, u.cycle_id, c.year, c.title as cycle, u.node_id, n.code, n.name, null as plan
    from used u join cycle c on c.id = u.cycle_id
    join cycle_unit cu on cu.cycle_id = u.cycle_id and cu.unit_id = u.unit_id
    left join framework_node n on n.framework_id = cu.framework_id and n.node_id = u.node_id
    union all
    select distinct 'task', null::uuid, p.action_year, null, null, null, null, p.title
    from task_progress t join improvement_plan p on p.id = t.plan_id where t.evidence_id = ${evidenceId}
    order by 3 desc, 4, 5, 1`.execute(transaction)
  return accept({ uses: rows.map(useOf) })
}
