import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import { recordActions } from '../../platform/audit/record-action.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import { hashPassword, isPassword, minPasswordLength } from '../../platform/session/password.ts'
import type { OwnSession } from './contract.ts'

/** Who the actor is, with roles and the units they are held in. */
export const loadOwnSession = async ({ transaction, actor }: ActContext, isDemo: boolean): Promise<Result<OwnSession>> => {
  const unitIds = actor.grants.flatMap(({ unitId }) => (unitId ? [unitId] : []))
  const units = unitIds.length
    ? await transaction.selectFrom('unit').select(['id', 'code', 'name']).where('id', 'in', unitIds).execute()
    : []
  const authority = await transaction
    .selectFrom('authority')
    .select(['id', 'name', 'time_zone as timeZone'])
    .where('id', '=', actor.authorityId)
    .executeTakeFirstOrThrow()
  const person = await transaction
    .selectFrom('person')
    .select(['id', 'name', 'must_change_password'])
    .where('id', '=', actor.personId)
    .executeTakeFirstOrThrow()
  const session = actor.sessionHash
    ? await transaction.selectFrom('session').select('signed_in_by').where('token_hash', '=', actor.sessionHash).executeTakeFirst()
    : undefined
  return accept({
    person: { id: person.id, name: person.name },
    authority,
    grants: actor.grants.map(({ role, unitId }) => {
      const unit = units.find(({ id }) => id === unitId)
      return { role, ...(unit && { unit }) }
    }),
    mustChangePassword: person.must_change_password && session?.signed_in_by !== 'singleSignOn',
    isDemo,
  })
}

/** Changes the own password; every other session of the person ends. */
export const changePassword = async (
  context: ActContext,
  passwords: { readonly current: string; readonly next: string },
): Promise<Result<undefined>> => {
  const { transaction, actor } = context
  const person = await transaction.selectFrom('person').select('password_hash').where('id', '=', actor.personId).executeTakeFirstOrThrow()
  if (!(await isPassword(passwords.current, person.password_hash))) return refuse(errorAt('signInRefused', 'current', {}))
  if (passwords.next.trim().length < minPasswordLength) return refuse(errorAt('weakPassword', 'next', { minLength: minPasswordLength }))
  // A one-time password is known to whoever handed it over.
  if (passwords.next === passwords.current) return refuse(errorAt('samePassword', 'next', {}))
  await transaction
    .updateTable('person')
    .set({ password_hash: await hashPassword(passwords.next), must_change_password: false })
    .where('id', '=', actor.personId)
    .execute()
  await transaction
    .deleteFrom('session')
    .where('person_id', '=', actor.personId)
    .where('token_hash', '!=', actor.sessionHash ?? Buffer.alloc(0))
    .execute()
  await recordActions(context, [{ kind: 'passwordChanged' }])
  return accept(undefined)
}
