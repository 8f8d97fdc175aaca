import { checkDraft, checkReadyForForce } from '../../core/framework/draft/check-draft.ts'
import type { FrameworkDraft } from '../../core/framework/draft/draft.ts'
import { refuse, type Result } from '../../core/result.ts'
import { recordActions } from '../../platform/audit/record-action.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import type { FrameworkView } from './framework-shapes.ts'
import { proofOf, writeNodes } from './in-force-rows.ts'
import { lockDraft } from './load-framework.ts'
import { restoreDraft } from './stored-draft.ts'
import { viewFramework } from './view-framework.ts'

/** What comes into force unseen to: the log keeps code and place of each. */
const leftOpenOf = (draft: FrameworkDraft) =>
  checkDraft(draft).flatMap(({ problem, state }) => (state === 'open' ? [{ code: problem.code, at: problem.at }] : []))

/**
 * Puts a draft in force: refused with everything that is still open, unchangeable after. Its canonical JSON and hash are kept for proof, its
 * rows for joins; ids never move again.
 */
export const putInForce = async (
  context: ActContext,
  frameworkId: string,
  seen: number,
  inForceFrom: string,
): Promise<Result<FrameworkView>> => {
  const record = await lockDraft(context, frameworkId, seen)
  if (!record.ok) return record
  const draft = restoreDraft(record.value.document)
  const open = checkReadyForForce(draft)
  if (open.length > 0) return refuse(...open)
  const framework = { ...draft.framework, inForceFrom }
  const proof = proofOf(framework)
  await writeNodes(context, frameworkId, framework)
  const { transaction, actor, now } = context
  const saved = await transaction
    .updateTable('framework')
    .set({
      status: 'inForce',
      ...proof,
      in_force_from: inForceFrom,
      revision: record.value.revision + 1,
      changed_at: now,
      changed_by: actor.personId,
    })
    .where('id', '=', frameworkId)
    .returningAll()
    .executeTakeFirstOrThrow()
  const facts = { frameworkId, hash: proof.hash, inForceFrom, leftOpen: leftOpenOf(draft) }
  await recordActions(context, [{ kind: 'frameworkPutInForce', facts }])
  return viewFramework(context, saved)
}
