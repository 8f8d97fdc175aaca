import { cutPlain } from '../../core/document/cut-plain.ts'
import { errorAt } from '../../core/problem.ts'
import { refuse, type Result } from '../../core/result.ts'
import type { DocumentCopy } from '../../core/vocabulary.ts'
import { recordActions } from '../../platform/audit/record-action.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import { mediaTypes } from '../../platform/files/media-type.ts'
import type { Evidence } from './shapes.ts'
import { loadEvidence } from './load-evidence.ts'
import { changedBefore, type PreparedUpload, type SeenDocument } from './seen-document.ts'
import { finishUpload, type FinishedUpload, type LookedAtFile } from './uploads/finish-upload.ts'

/** Which version of which document. */
interface Version {
  readonly unitId: string
  readonly evidenceId: string
  readonly number: number
  readonly copy: DocumentCopy
}

/** A browser shows a PDF by itself; of an office file its text is kept beside it. */
const shownText = (looked: LookedAtFile | undefined): string | null =>
  looked?.plain && looked.file.mediaType !== mediaTypes.pdf ? JSON.stringify(cutPlain(looked.plain)) : null

/** Writes one version of a document's file down; the time of its copy is now unless it was said before. */
export const keepVersion = async (
  { transaction, actor, now }: ActContext,
  { unitId, evidenceId, number, copy }: Version,
  stored: FinishedUpload,
  looked: LookedAtFile | undefined,
): Promise<void> => {
  await transaction
    .insertInto('evidence_file')
    .values({
      authority_id: actor.authorityId,
      unit_id: unitId,
      evidence_id: evidenceId,
      number,
      kind: copy,
      sha256: stored.sha256,
      file_name: stored.fileName,
      findings: looked?.findings ? JSON.stringify(looked.findings) : null,
      plain: shownText(looked),
      added_by: actor.personId,
    })
    .execute()
  const column = copy === 'softCopy' ? 'soft_copy_at' : copy === 'signedCopy' ? 'signed_copy_at' : undefined
  if (column)
    await transaction
      .updateTable('evidence')
      .set({ [column]: now })
      .where('id', '=', evidenceId)
      .where(column, 'is', null)
      .execute()
}

/** Adds a version of a document's file. Earlier ones stay, and so does what a submission saw. */
export const addVersion = async (
  context: ActContext,
  { filesDir, looked }: PreparedUpload,
  { unitId, evidenceId, version }: SeenDocument,
  { uploadId, copy }: { readonly uploadId: string; readonly copy: DocumentCopy },
): Promise<Result<Evidence>> => {
  const before = await loadEvidence(context.transaction, unitId, evidenceId)
  if (!before.ok) return before
  const { secrecy, files } = before.value
  if (secrecy !== 'open') return refuse(errorAt('secretFile', 'file', { secrecy }))
  const changed = await context.transaction
    .updateTable('evidence')
    .set({ version: version + 1 })
    .where('id', '=', evidenceId)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  if (!changed) return changedBefore(evidenceId, before.value)
  const stored = await finishUpload(context, filesDir, { unitId, uploadId }, looked)
  if (!stored.ok) return stored
  const number = (files[0]?.number ?? 0) + 1
  await keepVersion(context, { unitId, evidenceId, number, copy }, stored.value, looked)
  const facts = { evidenceId, number, copy, sha256: stored.value.sha256, fileName: stored.value.fileName }
  await recordActions(context, [{ kind: 'evidenceFileAdded', unitId, facts }])
  return loadEvidence(context.transaction, unitId, evidenceId)
}
