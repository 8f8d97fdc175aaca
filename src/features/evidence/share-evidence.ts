import { sql } from 'kysely'
import type { Result } from '../../core/result.ts'
import { recordActions } from '../../platform/audit/record-action.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import { unitAbove } from '../../platform/database/unit-above.ts'
import { loadEvidence } from './load-evidence.ts'
import { changedBefore, type SeenDocument } from './seen-document.ts'
import type { Evidence } from './shapes.ts'

interface Lending {
  readonly unitId: string
  readonly evidenceId: string
  readonly borrowerId: string
}

const lend = async ({ transaction, actor }: ActContext, { unitId, evidenceId, borrowerId }: Lending): Promise<void> => {
  const key = { authority_id: actor.authorityId, unit_id: unitId, evidence_id: evidenceId, borrower_id: borrowerId }
  await transaction.deleteFrom('evidence_kept').where('evidence_id', '=', evidenceId).where('borrower_id', '=', borrowerId).execute()
  await transaction
    .insertInto('evidence_share')
    .values({ ...key, shared_by: actor.personId })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Claims that rest on it keep it as it is now, for they were made with it; of what its owner does to it later they see nothing. */
const takeBack = async ({ transaction }: ActContext, { unitId, evidenceId }: Lending): Promise<void> => {
  await sql`
    insert into evidence_kept (authority_id, unit_id, evidence_id, borrower_id, title, document_number, issued_on, issuer, soft_copy_at, signed_copy_at, last_file)
    select e.authority_id, e.unit_id, e.id, s.borrower_id, e.title, e.document_number, e.issued_on, e.issuer, e.soft_copy_at, e.signed_copy_at,
      coalesce((select max(f.number) from evidence_file f where f.evidence_id = e.id), 0)
    from evidence e join evidence_share s on s.evidence_id = e.id where e.id = ${evidenceId} and e.unit_id = ${unitId}`.execute(transaction)
  await transaction.deleteFrom('evidence_share').where('evidence_id', '=', evidenceId).where('unit_id', '=', unitId).execute()
}

/** Lends a document to the unit above, or lends it no longer. */
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
  const lending = { unitId, evidenceId, borrowerId: above.value }
  await (isShared ? lend(context, lending) : takeBack(context, lending))
  await recordActions(context, [
    { kind: isShared ? 'evidenceShared' : 'evidenceUnshared', unitId, facts: { evidenceId, with: above.value } },
  ])
  return loadEvidence(context.transaction, unitId, evidenceId)
}
