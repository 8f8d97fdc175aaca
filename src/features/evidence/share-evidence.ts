import type { Result } from '../../core/result.ts'
import { recordActions } from '../../platform/audit/record-action.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import { unitAbove } from '../../platform/database/unit-above.ts'
import { loadEvidence } from './load-evidence.ts'
import { changedBefore, type SeenDocument } from './seen-document.ts'
import type { Evidence } from './shapes.ts'

/** Lends a document to the unit above, or lends it no longer; claims that rest on it keep it, since they were made with it. */
export const shareEvidence = async (
  context: ActContext,
  { unitId, evidenceId, version }: SeenDocument,
  isShared: boolean,
): Promise<Result<Evidence>> => {
  const before = await loadEvidence(context.transaction, unitId, evidenceId)
  if (!before.ok) return before
  if (before.value.version !== version) return changedBefore(evidenceId, before.value)
  if (before.value.isShared === isShared) return before
  const above = await unitAbove(context, unitId)
  if (!above.ok) return above
  const { transaction, actor } = context
  const key = { authority_id: actor.authorityId, unit_id: unitId, evidence_id: evidenceId, borrower_id: above.value }
  if (isShared)
    await transaction
      .insertInto('evidence_share')
      .values({ ...key, shared_by: actor.personId })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  else await transaction.deleteFrom('evidence_share').where('evidence_id', '=', evidenceId).where('unit_id', '=', unitId).execute()
  await recordActions(context, [
    { kind: isShared ? 'evidenceShared' : 'evidenceUnshared', unitId, facts: { evidenceId, with: above.value } },
  ])
  return loadEvidence(transaction, unitId, evidenceId)
}
