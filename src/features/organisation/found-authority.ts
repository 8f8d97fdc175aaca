import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { errorAt, type Problem } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import { recordActions } from '../../platform/audit/record-action.ts'
import type { Database } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/policy/actor.ts'
import { hashPassword, newOneTimePassword } from '../../platform/session/password.ts'

/** Who sets an installation up: the authority that assesses, and its first administrator. */
export interface Founding {
  readonly authority: string
  readonly person: string
  readonly signInName: string
  readonly timeZone: string
}

/** Any number that nobody else takes a lock on: of two that found at once, one does. */
const foundingLock = 4_611_202_613

const checkFounding = (founding: Founding): readonly Problem[] =>
  (['authority', 'person', 'signInName'] as const).flatMap((field) =>
    founding[field].trim() === '' ? [errorAt('missingField', field, { field })] : [],
  )

/**
 * Makes the authority and its first administrator in an installation where nobody is yet; gives the one-time password. Runs as the owner of the
 * tables: before the first authority there is nobody to act as.
 */
export const foundAuthority = async (owner: Database, founding: Founding): Promise<Result<{ signInName: string; password: string }>> => {
  const problems = checkFounding(founding)
  if (problems.length > 0) return refuse(...problems)
  const password = newOneTimePassword()
  const [id, personId] = [randomUUID(), randomUUID()]
  const signInName = founding.signInName.trim().toLowerCase()
  return owner.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(${foundingLock})`.execute(transaction)
    const { rows } = await sql<{ now: Date; known: boolean }>`
      select now(), exists (select from authority) as known, set_config('parindex.authority', ${id}, true)`.execute(transaction)
    if (rows[0]?.known !== false) return refuse(errorAt('alreadyExists', 'authority', { what: 'authority', value: founding.authority }))
    await transaction.insertInto('authority').values({ id, name: founding.authority.trim(), time_zone: founding.timeZone }).execute()
    await transaction
      .insertInto('person')
      .values({
        id: personId,
        authority_id: id,
        name: founding.person.trim(),
        sign_in_name: signInName,
        password_hash: await hashPassword(password),
        must_change_password: true,
      })
      .execute()
    await transaction
      .insertInto('role_grant')
      .values({ id: randomUUID(), authority_id: id, person_id: personId, role: 'administrator', unit_id: null })
      .execute()
    const actor: Actor = { personId, name: founding.person, authorityId: id, grants: [{ role: 'administrator' }], units: 'all' }
    await recordActions({ transaction, actor }, [{ kind: 'authorityFounded', facts: { authority: founding.authority } }])
    return accept({ signInName, password })
  })
}
