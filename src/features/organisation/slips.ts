import { sql } from 'kysely'
import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import { recordActions } from '../../platform/audit/record-action.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import { hashPassword, newOneTimePassword } from '../../platform/session/password.ts'
import type { SeenPerson } from './lock-person.ts'
import type { Slip } from './people-contract.ts'

interface Due {
  id: string
  name: string
  sign_in_name: string
  version: number
  unit: string | null
}

const hasChanged = (row: Due, people: readonly SeenPerson[]): boolean =>
  people.some(({ personId, version }) => personId === row.id && version !== row.version)

/**
 * One-time passwords for those among the people who have none of their own yet. Nobody who chose a password loses it by a slip; of two slips the later holds, and
 * whoever prints again has seen that one was printed.
 * Passwords leave once, in the answer, and are kept nowhere.
 */
export const makeSlips = async (context: ActContext, people: readonly SeenPerson[]): Promise<Result<{ slips: Slip[] }>> => {
  const { transaction } = context
  const { rows } = await sql<Due>`
    select p.id, p.name, p.sign_in_name, p.version,
      (select u.name from role_grant g join unit u on u.id = g.unit_id where g.person_id = p.id and g.valid @> today() order by u.name limit 1) as unit
    from person p where p.id = any (${people.map(({ personId }) => personId)}::uuid[]) and p.active and (p.password_hash is null or p.must_change_password)
    order by unit, p.name for update of p`.execute(transaction)
  const changed = rows.filter((row) => hasChanged(row, people))
  if (changed.length)
    return refuse(...changed.map((row) => errorAt('changedMeanwhile', row.sign_in_name, { version: String(row.version) })))
  const slips: Slip[] = []
  for (const { id, name, sign_in_name, version, unit } of rows) {
    const password = newOneTimePassword()
    await transaction
      .updateTable('person')
      .set({ password_hash: await hashPassword(password), must_change_password: true, version: version + 1 })
      .where('id', '=', id)
      .execute()
    slips.push({ personId: id, name, signInName: sign_in_name, password, ...(unit && { unit }) })
  }
  await recordActions(
    context,
    rows.map(({ id }) => ({ kind: 'slipPrinted', facts: { personId: id } })),
  )
  return accept({ slips })
}
