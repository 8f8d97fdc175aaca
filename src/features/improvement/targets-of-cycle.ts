import { sql } from 'kysely'
import { parsePlan } from '../../core/improvement/plan.ts'
import { type NodeTargets, targetsOfFramework } from '../../core/improvement/targets-of-framework.ts'
import { accept, type Result } from '../../core/result.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import { loadFrameworkInForce } from '../scores/framework-in-force.ts'

interface PlanRow {
  readonly id: string
  readonly document: unknown
  readonly year: number
  readonly framework_id: string
}

/** What a unit's newest approved plan that aims at the year of a cycle set as targets, by node of the cycle's framework; undefined where none does. */
export const targetsOfCycle = async (
  context: ActContext,
  { cycleId, unitId }: { readonly cycleId: string; readonly unitId: string },
): Promise<Result<{ plan: { id: string; title: string }; values: NodeTargets } | undefined>> => {
  const { rows } = await sql<PlanRow>`
    select p.id, a.document, c.year, cu.framework_id
    from cycle c join cycle_unit cu on cu.authority_id = c.authority_id and cu.cycle_id = c.id and cu.unit_id = ${unitId}
    join improvement_plan p on p.authority_id = cu.authority_id and p.unit_id = cu.unit_id
    join lateral (select document, approved_on from approved_plan where plan_id = p.id order by edition desc limit 1) a on true
    where c.id = ${cycleId} and a.document -> 'targetYears' @> to_jsonb(c.year)
    order by p.action_year desc, a.approved_on desc, p.id limit 1`.execute(context.transaction)
  const [row] = rows
  if (!row) return accept(undefined)
  const plan = parsePlan(row.document)
  if (!plan.ok) return plan
  const framework = await loadFrameworkInForce(context, row.framework_id)
  if (!framework.ok) return framework
  return accept({
    plan: { id: row.id, title: plan.value.title },
    values: targetsOfFramework(plan.value, row.year, framework.value.framework.nodes),
  })
}
