import { sql } from 'kysely'
import { checkAgainstSet } from '../../core/improvement/check-against-set.ts'
import type { PlanFile } from '../../core/improvement/plan-file.ts'
import type { Problem } from '../../core/problem.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import { loadFrameworkInForce } from '../scores/framework-in-force.ts'

/** What a plan aims at, against the sets of the cycles in which its unit takes part in those years. */
export const problemsAgainstSets = async (context: ActContext, unitId: string, plan: PlanFile): Promise<readonly Problem[]> => {
  if (plan.targetYears.length === 0) return []
  const { rows } = await sql<{ year: number; framework_id: string }>`
    select distinct c.year, cu.framework_id from cycle_unit cu join cycle c on c.authority_id = cu.authority_id and c.id = cu.cycle_id
    where cu.unit_id = ${unitId} and c.year = any(${[...plan.targetYears]}::int[]) and not c.is_trial order by c.year, cu.framework_id`.execute(
    context.transaction,
  )
  const problems: Problem[] = []
  for (const { year, framework_id } of rows) {
    const framework = await loadFrameworkInForce(context, framework_id)
    if (framework.ok) problems.push(...checkAgainstSet(plan, year, framework.value.framework.nodes))
  }
  return problems
}
