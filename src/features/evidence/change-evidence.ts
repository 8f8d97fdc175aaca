import { randomUUID } from 'node:crypto'
import { checkDocument } from '../../core/evidence/check-document.ts'
import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import { recordActions } from '../../platform/audit/record-action.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import { type MediaType, mediaTypes } from '../../platform/files/media-type.ts'
import type { ReceivedFile } from '../../platform/files/receive-file.ts'
import { storeFile } from '../../platform/files/stored-files.ts'
import type { Upload } from '../../platform/http/request.ts'
import { type AddedEvidence, type Evidence, type EvidenceDetails, type NewEvidence } from './contract.ts'
import { loadEvidence } from './load-evidence.ts'

/** Everything that is told by its content; programs and pages are nothing of the kind. */
const accepts: readonly MediaType[] = Object.values(mediaTypes).filter((type) => type !== mediaTypes.unknown)

const storeEvidenceFile = async (context: ActContext, filesDir: string, upload: Upload): Promise<Result<ReceivedFile>> => {
  const stored = await storeFile(context, filesDir, upload.file, accepts)
  if (stored.ok) return stored
  const isFormat = stored.problems.some((each) => each.code === 'unreadableFile' && each.reason === 'unknownFormat')
  return isFormat ? refuse(errorAt('notEvidenceFile', 'file', {})) : stored
}

const sameFileOf = async ({ transaction }: ActContext, unitId: string, sha256: string | undefined): Promise<AddedEvidence['sameFile']> => {
  if (sha256 === undefined) return []
  const rows = await transaction
    .selectFrom('evidence')
    .select(['id', 'title', 'document_number'])
    .where('unit_id', '=', unitId)
    .where('file_sha256', '=', sha256)
    .orderBy('created_at')
    .limit(5)
    .execute()
  return rows.map(({ id, title, document_number }) => ({ id, title, ...(document_number && { documentNumber: document_number }) }))
}

/** Enters a document in the unit's register. Of a secret one no byte is taken: its route asks the same question before the file comes. */
export const addEvidence = async (
  context: ActContext,
  filesDir: string,
  unitId: string,
  document: NewEvidence,
  upload: Upload | undefined,
): Promise<Result<AddedEvidence>> => {
  const problems = checkDocument(document, upload !== undefined)
  if (problems.length) return { ok: false, problems }
  const stored = upload && (await storeEvidenceFile(context, filesDir, upload))
  if (stored && !stored.ok) return stored
  const sameFile = await sameFileOf(context, unitId, stored?.value.sha256)
  const id = randomUUID()
  await context.transaction
    .insertInto('evidence')
    .values({
      id,
      authority_id: context.actor.authorityId,
      unit_id: unitId,
      ...columnsOf(document),
      secrecy: document.secrecy,
      file_sha256: stored?.value.sha256 ?? null,
      file_name: upload ? upload.fileName || 'tai-lieu' : null,
      created_by: context.actor.personId,
    })
    .execute()
  await recordActions(context, [{ kind: 'evidenceAdded', unitId, facts: { evidenceId: id, ...document, sha256: stored?.value.sha256 } }])
  const evidence = await loadEvidence(context.transaction, unitId, id)
  return evidence.ok ? accept({ evidence: evidence.value, sameFile }) : evidence
}

const columnsOf = ({ title, documentNumber, issuedOn, issuer }: EvidenceDetails) => ({
  title: title ?? '',
  document_number: documentNumber ?? null,
  issued_on: issuedOn ?? null,
  issuer: issuer ?? null,
})

/** Corrects how a document is described; its file, its unit and its secrecy stay. */
export const correctEvidence = async (
  context: ActContext,
  { unitId, evidenceId, version }: { readonly unitId: string; readonly evidenceId: string; readonly version: number },
  details: EvidenceDetails,
): Promise<Result<Evidence>> => {
  const before = await loadEvidence(context.transaction, unitId, evidenceId)
  if (!before.ok) return before
  const problems = checkDocument({ ...details, secrecy: before.value.secrecy }, before.value.file !== undefined)
  if (problems.length) return { ok: false, problems }
  const changed = await context.transaction
    .updateTable('evidence')
    .set({ ...columnsOf(details), version: version + 1 })
    .where('id', '=', evidenceId)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  if (!changed) return refuse(errorAt('changedMeanwhile', evidenceId, { version: String(before.value.version) }))
  await recordActions(context, [{ kind: 'evidenceCorrected', unitId, facts: { evidenceId, ...details } }])
  return loadEvidence(context.transaction, unitId, evidenceId)
}
