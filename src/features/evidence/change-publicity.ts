import { errorAt, type Problem } from '../../core/problem.ts'
import { type Result } from '../../core/result.ts'
import { recordActions } from '../../platform/audit/record-action.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import type { Evidence } from './shapes.ts'
import { loadEvidence } from './load-evidence.ts'
import { changedBefore, type SeenDocument } from './seen-document.ts'

/** Only a redacted copy goes out, and only where nothing in its text looks like personal data. */
const checkPublic = ({ files }: Evidence): readonly Problem[] => {
  const redacted = files.find(({ kind }) => kind === 'redactedCopy')
  if (!redacted) return [errorAt('redactedCopyDue', '', {})]
  const count = (redacted.findings ?? []).reduce((sum, finding) => sum + finding.count, 0)
  return count > 0 ? [errorAt('personalDataLeft', '', { count })] : []
}

/** Opens the redacted copy of a document to everybody, or closes it again. */
export const changePublicity = async (
  context: ActContext,
  { unitId, evidenceId, version }: SeenDocument,
  isPublic: boolean,
): Promise<Result<Evidence>> => {
  const before = await loadEvidence(context.transaction, unitId, evidenceId)
  if (!before.ok) return before
  const problems = isPublic ? checkPublic(before.value) : []
  if (problems.length) return { ok: false, problems }
  const changed = await context.transaction
    .updateTable('evidence')
    .set({ is_public: isPublic, version: version + 1 })
    .where('id', '=', evidenceId)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  if (!changed) return changedBefore(evidenceId, before.value)
  await recordActions(context, [{ kind: 'evidencePublicityChanged', unitId, facts: { evidenceId, isPublic } }])
  return loadEvidence(context.transaction, unitId, evidenceId)
}
