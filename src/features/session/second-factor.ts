import { sql } from 'kysely'
import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import { recordActions } from '../../platform/audit/record-action.ts'
import type { ActContext, Transaction } from '../../platform/database/transaction.ts'
import { isPassword } from '../../platform/session/password.ts'
import { addressOfSecret, hashOfRecoveryCode, newRecoveryCodes, newSecret, stepOfCode } from './codes.ts'
import { openSecret, sealSecret } from './sealed-secret.ts'

export const showSecondFactor = async ({
  transaction,
  actor,
}: ActContext): Promise<Result<{ isOn: boolean; recoveryCodesLeft: number }>> => {
  const { rows } = await sql<{ is_on: boolean; left: number }>`
    select exists (select from second_factor f where f.person_id = ${actor.personId} and f.confirmed_at is not null) as is_on,
      (select count(*)::int from recovery_code c where c.person_id = ${actor.personId} and c.used_at is null) as left`.execute(transaction)
  return accept({ isOn: rows[0]?.is_on === true, recoveryCodesLeft: rows[0]?.left ?? 0 })
}

const checkPassword = async ({ transaction, actor }: ActContext, password: string): Promise<Result<{ signInName: string }>> => {
  const person = await transaction
    .selectFrom('person')
    .select(['password_hash', 'sign_in_name'])
    .where('id', '=', actor.personId)
    .executeTakeFirstOrThrow()
  const isRight = await isPassword(password, person.password_hash)
  return isRight ? accept({ signInName: person.sign_in_name }) : refuse(errorAt('signInRefused', 'current', {}))
}

/** Makes a secret for the app. It counts only when a first code was given. */
export const setUpSecondFactor = async (
  context: ActContext,
  key: Buffer,
  password: string,
): Promise<Result<{ secret: string; address: string }>> => {
  const { transaction, actor } = context
  const person = await checkPassword(context, password)
  if (!person.ok) return person
  const state = await showSecondFactor(context)
  if (state.ok && state.value.isOn) return refuse(errorAt('secondFactorState', '', { isOn: true }))
  const secret = newSecret()
  const sealed = sealSecret(key, actor.personId, secret)
  await transaction
    .insertInto('second_factor')
    .values({ authority_id: actor.authorityId, person_id: actor.personId, secret: sealed })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet({ secret: sealed, last_step: 0 }))
    .execute()
  const authority = await transaction.selectFrom('authority').select('name').where('id', '=', actor.authorityId).executeTakeFirstOrThrow()
  return accept({ secret, address: addressOfSecret(secret, person.value.signInName, authority.name) })
}

/** Switches the second factor on by a first code and gives the recovery codes. */
export const confirmSecondFactor = async (context: ActContext, key: Buffer, code: string): Promise<Result<{ recoveryCodes: string[] }>> => {
  const { transaction, actor, now } = context
  const row = await transaction
    .selectFrom('second_factor')
    .selectAll()
    .where('person_id', '=', actor.personId)
    .forUpdate()
    .executeTakeFirst()
  if (!row || row.confirmed_at) return refuse(errorAt('secondFactorState', '', { isOn: row !== undefined }))
  const secret = openSecret(key, actor.personId, row.secret)
  const step = secret && stepOfCode(secret, code, now)
  if (!step) return refuse(errorAt('wrongSecondFactor', 'code', {}))
  await transaction
    .updateTable('second_factor')
    .set({ confirmed_at: now, last_step: step, failures: 0, locked_until: null })
    .where('person_id', '=', actor.personId)
    .execute()
  const codes = newRecoveryCodes()
  await transaction.deleteFrom('recovery_code').where('person_id', '=', actor.personId).execute()
  await transaction
    .insertInto('recovery_code')
    .values(codes.map((each) => ({ authority_id: actor.authorityId, person_id: actor.personId, code_hash: hashOfRecoveryCode(each) })))
    .execute()
  await recordActions(context, [{ kind: 'secondFactorOn' }])
  return accept({ recoveryCodes: [...codes] })
}

export const endSecondFactor = async (context: ActContext, password: string): Promise<Result<undefined>> => {
  const { transaction, actor } = context
  const person = await checkPassword(context, password)
  if (!person.ok) return person
  const state = await showSecondFactor(context)
  if (state.ok && !state.value.isOn) return refuse(errorAt('secondFactorState', '', { isOn: false }))
  await transaction.deleteFrom('recovery_code').where('person_id', '=', actor.personId).execute()
  await transaction.deleteFrom('second_factor').where('person_id', '=', actor.personId).execute()
  await recordActions(context, [{ kind: 'secondFactorOff' }])
  return accept(undefined)
}

/** Takes a code that was not taken before: of the app, or a recovery code. */
export const takeCode = async (
  transaction: Transaction,
  now: Date,
  key: Buffer,
  factor: { readonly person_id: string; readonly secret: Buffer; readonly last_step: number },
  code: string,
): Promise<boolean> => {
  const secret = openSecret(key, factor.person_id, factor.secret)
  const step = secret === undefined ? undefined : stepOfCode(secret, code, now)
  if (step !== undefined) {
    if (step <= factor.last_step) return false
    await transaction.updateTable('second_factor').set({ last_step: step }).where('person_id', '=', factor.person_id).execute()
    return true
  }
  const { numUpdatedRows } = await transaction
    .updateTable('recovery_code')
    .set({ used_at: now })
    .where('person_id', '=', factor.person_id)
    .where('code_hash', '=', hashOfRecoveryCode(code))
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
