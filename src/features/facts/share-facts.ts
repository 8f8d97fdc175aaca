import { errorAt, type Problem } from '../../core/problem.ts'
import type { Result } from '../../core/result.ts'
import { recordActions } from '../../platform/audit/record-action.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import { unitAbove } from '../../platform/database/unit-above.ts'
import type { FactRegister, FactSharing } from './contract.ts'
import { loadRegister } from './load-facts.ts'

/** Lends facts that stand in the register to the unit above, or lends them no longer; they stay the unit's, which alone changes them. */
export const shareFacts = async (
  context: ActContext,
  { unitId, year }: { readonly unitId: string; readonly year: number },
  { facts, isShared }: FactSharing,
): Promise<Result<FactRegister>> => {
  const { transaction, actor } = context
  const register = await loadRegister(context, unitId, year)
  if (!register.ok) return register
  const standing = new Map(register.value.facts.map(({ key, version }) => [key, version]))
  const problems = facts.flatMap(({ key, version }): readonly Problem[] => {
    const stands = standing.get(key)
    if (stands === undefined) return [errorAt('notFound', key, { what: 'fact' })]
    return stands === version ? [] : [errorAt('changedMeanwhile', key, { version: String(stands) })]
  })
  if (problems.length > 0) return { ok: false, problems }
  const above = await unitAbove(context, unitId)
  if (!above.ok) return above
  const keys = facts.map(({ key }) => key)
  const place = { authority_id: actor.authorityId, unit_id: unitId, year, borrower_id: above.value }
  if (isShared)
    await transaction
      .insertInto('fact_share')
      .values(keys.map((key) => ({ ...place, key, shared_by: actor.personId })))
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  else await transaction.deleteFrom('fact_share').where('unit_id', '=', unitId).where('year', '=', year).where('key', 'in', keys).execute()
  await recordActions(context, [{ kind: isShared ? 'factsShared' : 'factsUnshared', unitId, facts: { year, keys, with: above.value } }])
  return loadRegister(context, unitId, year)
}
