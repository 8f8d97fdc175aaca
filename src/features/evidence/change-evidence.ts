import { randomUUID } from 'node:crypto'
import { checkDocument } from '../../core/evidence/check-document.ts'
import { checkRetention } from '../../core/evidence/check-retention.ts'
import { accept, type Result } from '../../core/result.ts'
import { recordActions } from '../../platform/audit/record-action.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import { keepVersion } from './add-version.ts'
import type { AddedEvidence } from './contract.ts'
import type { Evidence, EvidenceDetails, NewEvidence } from './shapes.ts'
import { loadEvidence } from './load-evidence.ts'
import { changedBefore, type PreparedUpload, type SeenDocument } from './seen-document.ts'
import { finishUpload } from './uploads/finish-upload.ts'

const sameFileOf = async ({ transaction }: ActContext, unitId: string, sha256: string | undefined): Promise<AddedEvidence['sameFile']> => {
  if (sha256 === undefined) return []
  const rows = await transaction
    .selectFrom('evidence')
    .innerJoin('unit', 'unit.id', 'evidence.unit_id')
    .select(['evidence.id', 'evidence.title', 'evidence.document_number', 'evidence.unit_id', 'unit.code', 'unit.name'])
    .where(({ or, eb, exists, selectFrom }) =>
      or([
        eb('evidence.unit_id', '=', unitId),
        exists(
          selectFrom('evidence_share').select('borrower_id').whereRef('evidence_id', '=', 'evidence.id').where('borrower_id', '=', unitId),
        ),
      ]),
    )
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('evidence_file').select('number').whereRef('evidence_file.evidence_id', '=', 'evidence.id').where('sha256', '=', sha256),
      ),
    )
    .orderBy('evidence.created_at')
    .limit(5)
    .execute()
  return rows.map(({ id, title, document_number, unit_id, code, name }) => ({
    id,
    title,
    ...(document_number && { documentNumber: document_number }),
    ...(unit_id !== unitId && { owner: { id: unit_id, code, name } }),
  }))
}

/** Enters a document in the unit's register. Of a secret one no byte is taken: its upload is refused before it begins. */
export const addEvidence = async (
  context: ActContext,
  { filesDir, looked }: PreparedUpload,
  unitId: string,
  { uploadId, copy, ...document }: NewEvidence,
): Promise<Result<AddedEvidence>> => {
  const problems = checkDocument(document, uploadId !== undefined)
  if (problems.length) return { ok: false, problems }
  const stored = uploadId === undefined ? undefined : await finishUpload(context, filesDir, { unitId, uploadId }, looked)
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
      ...(document.retainUntil && { retain_until: document.retainUntil }),
      secrecy: document.secrecy,
      created_by: context.actor.personId,
    })
    .execute()
  if (stored) await keepVersion(context, { unitId, evidenceId: id, number: 1, copy }, stored.value, looked)
  const facts = { evidenceId: id, ...document, sha256: stored?.value.sha256 }
  await recordActions(context, [{ kind: 'evidenceAdded', unitId, facts }])
  const evidence = await loadEvidence(context.transaction, unitId, id)
  return evidence.ok ? accept({ evidence: evidence.value, sameFile }) : evidence
}

const columnsOf = ({ title, documentNumber, issuedOn, issuer, softCopyAt, signedCopyAt }: EvidenceDetails) => ({
  title: title ?? '',
  document_number: documentNumber ?? null,
  issued_on: issuedOn ?? null,
  issuer: issuer ?? null,
  soft_copy_at: softCopyAt ?? null,
  signed_copy_at: signedCopyAt ?? null,
})

/** Corrects how a document is described and prolongs its retention; its files, its unit and its secrecy stay. What was submitted keeps what it saw. */
export const correctEvidence = async (
  context: ActContext,
  { unitId, evidenceId, version }: SeenDocument,
  details: EvidenceDetails,
): Promise<Result<Evidence>> => {
  const before = await loadEvidence(context.transaction, unitId, evidenceId)
  if (!before.ok) return before
  const retainUntil = details.retainUntil ?? before.value.retainUntil
  const problems = [
    ...checkDocument({ ...details, secrecy: before.value.secrecy }, before.value.files.length > 0),
    ...checkRetention(before.value.retainUntil, retainUntil),
  ]
  if (problems.length) return { ok: false, problems }
  const changed = await context.transaction
    .updateTable('evidence')
    .set({ ...columnsOf(details), retain_until: retainUntil, version: version + 1 })
    .where('id', '=', evidenceId)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  if (!changed) return changedBefore(evidenceId, before.value)
  await recordActions(context, [{ kind: 'evidenceCorrected', unitId, facts: { evidenceId, ...details } }])
  return loadEvidence(context.transaction, unitId, evidenceId)
}
