import { sql } from 'kysely'
import { accept, type Result } from '../../core/result.ts'
import type { ActContext } from '../../platform/database/transaction.ts'

interface Choices {
  groups: { group: string; unitIds: string[] }[]
  cycles: { id: string; title: string }[]
}

/** Units valid today, by the group they are assessed in, and cycles that are not published, newest first. */
export const loadChoices = async ({ transaction }: ActContext): Promise<Result<Choices>> => {
  const { rows } = await sql<{ group: string; unitIds: string[] }>`
    select unit_group as "group", array_agg(id order by name) as "unitIds" from unit
    where unit_group is not null and valid @> today() group by unit_group order by unit_group`.execute(transaction)
  const cycles = await transaction
    .selectFrom('cycle')
    .select(['id', 'title'])
    .where('stage', '<>', 'published')
    .orderBy('year', 'desc')
    .execute()
  return accept({ groups: rows, cycles })
}
