import { sql } from 'kysely'
import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import type { ActContext } from './transaction.ts'

/** Whom a unit lends its facts and documents to: the unit that it belongs to, else the one that stands for the authority itself. */
export const unitAbove = async ({ transaction }: ActContext, unitId: string): Promise<Result<string>> => {
  const { rows } = await sql<{ id: string }>`
    select above.id from unit u join unit above on above.authority_id = u.authority_id and above.id <> u.id
      and (above.id = u.parent_id or (u.parent_id is null and above.kind = 'authority'))
    where u.id = ${unitId} order by above.id limit 1`.execute(transaction)
  return rows[0] ? accept(rows[0].id) : refuse(errorAt('noUnitAbove', '', {}))
}
