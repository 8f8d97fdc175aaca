import { sql } from 'kysely'
import { checkDeletion } from '../../core/evidence/check-retention.ts'
import { accept, type Result } from '../../core/result.ts'
import { recordActions } from '../../platform/audit/record-action.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import { listUses } from './list-uses.ts'
import { loadEvidence } from './load-evidence.ts'
import { changedBefore, type SeenDocument } from './seen-document.ts'

/** Deletes a document whose retention has ended and that nothing rests on. The log keeps what it was called; the bytes, which others may share, stay in the store. */
export const removeEvidence = async (context: ActContext, seen: SeenDocument): Promise<Result<undefined>> => {
  const { unitId, evidenceId, version } = seen
  const before = await loadEvidence(context.transaction, unitId, evidenceId)
  if (!before.ok) return before
  const uses = await listUses(context, seen)
  if (!uses.ok) return uses
  const { rows } = await sql<{ today: string }>`select today() as today`.execute(context.transaction)
  const problems = checkDeletion({ until: before.value.retainUntil, uses: uses.value.uses.length }, rows[0]?.today ?? '')
  if (problems.length) return { ok: false, problems }
  const removed = await context.transaction
    .deleteFrom('evidence')
    .where('id', '=', evidenceId)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  if (!removed) return changedBefore(evidenceId, before.value)
  const { title, documentNumber, files } = before.value
  const facts = { evidenceId, title, documentNumber, files: files.map(({ sha256 }) => sha256) }
  await recordActions(context, [{ kind: 'evidenceRemoved', unitId, facts }])
  return accept(undefined)
}
