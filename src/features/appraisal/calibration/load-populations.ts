import { sql } from 'kysely'
import { leavesOf } from '../../../core/framework/walk.ts'
import { accept, type Result } from '../../../core/result.ts'
import type { ActContext } from '../../../platform/database/transaction.ts'
import { loadFrameworkInForce } from '../../scores/framework-in-force.ts'

interface Named {
  readonly id: string
  readonly code: string
  readonly name: string
}

/** What a common sample of one group can be drawn from, in a fixed order: units that have submitted, leaves that they score themselves. */
export interface Population {
  readonly group: string
  readonly frameworkId: string
  readonly units: readonly Named[]
  readonly leaves: readonly Named[]
}

export const loadPopulations = async (context: ActContext, cycleId: string): Promise<Result<readonly Population[]>> => {
  const { rows } = await sql<{ group: string; framework_id: string; units: Named[] }>`
    select cf.unit_group as group, cf.framework_id, coalesce((select jsonb_agg(jsonb_build_object('id', u.id, 'code', u.code, 'name', u.name) order by u.id)
      from cycle_unit cu join unit u on u.id = cu.unit_id
      where cu.cycle_id = cf.cycle_id and cu.unit_group = cf.unit_group and cu.submitted_at is not null), '[]') as units
    from cycle_framework cf where cf.cycle_id = ${cycleId} order by cf.unit_group`.execute(context.transaction)
  const populations: Population[] = []
  for (const { group, framework_id, units } of rows) {
    const inForce = await loadFrameworkInForce(context, framework_id)
    if (!inForce.ok) return inForce
    const leaves = leavesOf(inForce.value.framework.nodes).filter(({ source, maxPoints }) => source === 'appraised' && maxPoints !== 0)
    populations.push({ group, frameworkId: framework_id, units, leaves: leaves.map(({ id, code, name }) => ({ id, code, name })) })
  }
  return accept(populations)
}

/** Everybody who appraises today. */
export const loadAppraisers = async ({ transaction }: ActContext): Promise<{ id: string; name: string }[]> =>
  (
    await sql<{ id: string; name: string }>`
      select p.id, p.name from person p where p.active and exists (select from role_grant g where g.person_id = p.id and g.valid @> today()
        and g.role in ('appraiser', 'areaLead')) order by p.name, p.id`.execute(transaction)
  ).rows
