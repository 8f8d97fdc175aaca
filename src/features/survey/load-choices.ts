import { sql } from 'kysely'
import { accept, type Result } from '../../core/result.ts'
import type { ActContext } from '../../platform/database/transaction.ts'

/** Units valid today, by the group they are assessed in. */
export const loadChoices = async ({ transaction }: ActContext): Promise<Result<{ groups: { group: string; unitIds: string[] }[] }>> => {
  const { rows } = await sql<{ group: string; unitIds: string[] }>`
    select unit_group as "group", array_agg(id order by name) as "unitIds" from unit
    where unit_group is not null and valid @> current_date group by unit_group order by unit_group`.execute(transaction)
  return accept({ groups: rows })
}
