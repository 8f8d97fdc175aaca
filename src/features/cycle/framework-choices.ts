import { sql } from 'kysely'
import { accept, type Result } from '../../core/result.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import type { FrameworkChoice } from './contract.ts'

/** Frameworks in force with the units of their group, newest first. */
export const listFrameworkChoices = async ({ transaction }: ActContext): Promise<Result<{ frameworks: FrameworkChoice[] }>> => {
  const { rows } = await sql<FrameworkChoice>`
    select f.id, f.title, f.year, f.unit_group as "unitGroup",
      (select count(*) from framework_node n where n.authority_id = f.authority_id and n.framework_id = f.id and n.is_leaf) as leaves,
      (select count(*) from unit u where u.authority_id = f.authority_id and u.unit_group = f.unit_group and u.valid @> current_date) as units
    from framework f where f.status = 'inForce'
    order by f.year desc, f.in_force_from desc, f.created_at desc`.execute(transaction)
  return accept({ frameworks: rows })
}
