import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { checkLegalDocument } from '../../core/legal-basis/check-documents.ts'
import { errorAt, hasErrors } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import { recordActions } from '../../platform/audit/record-action.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import { type MediaType, mediaTypes } from '../../platform/files/media-type.ts'
import { storeFile } from '../../platform/files/stored-files.ts'
import type { Upload } from '../../platform/http/request.ts'
import type { DocumentBody, LegalDocumentShape } from './contract.ts'
import type { LineRow } from './load-documents.ts'
import { loadDocument, loadKnown, showDocument } from './show-document.ts'

/** Whose documents they are: a unit's, or the authority's where there is none. */
export interface DocumentPlace {
  readonly unitId?: string | undefined
}
interface SeenDocument extends DocumentPlace {
  readonly documentId: string
  readonly version: number
}

const check = async ({ transaction }: ActContext, documentId: string, body: DocumentBody): Promise<Result<undefined>> => {
  const { number, issuedOn, inForceFrom, inForceUntil, parentId, replacedById: replacedBy } = body
  const known = await loadKnown(transaction, [parentId, replacedBy])
  const problems = checkLegalDocument({ id: documentId, number, issuedOn, inForceFrom, inForceUntil, parentId, replacedBy }, known)
  const units = [...new Set(body.fields.map(({ unitId }) => unitId))]
  const there = units.length > 0 ? await transaction.selectFrom('unit').select('id').where('id', 'in', units).execute() : []
  const unknown = units.filter((id) => !there.some((unit) => unit.id === id)).map((unit) => errorAt('unknownUnit', 'fields', { unit }))
  const all = [...problems.filter((each) => each.severity === 'error'), ...unknown]
  return hasErrors(all) ? { ok: false, problems: all } : accept(undefined)
}

const columnsOf = (body: DocumentBody) => ({
  kind: body.kind,
  number: body.number,
  issued_on: body.issuedOn ?? null,
  issuer: body.issuer,
  title: body.title,
  in_force_from: body.inForceFrom ?? null,
  in_force_until: body.inForceUntil ?? null,
  replaced_by: body.replacedById ?? null,
  parent_id: body.parentId ?? null,
  to_study: body.toStudy,
})

const saveFields = async ({ transaction, actor }: ActContext, documentId: string, fields: DocumentBody['fields']): Promise<void> => {
  await transaction.deleteFrom('field_in_charge').where('document_id', '=', documentId).execute()
  if (fields.length === 0) return
  await transaction
    .insertInto('field_in_charge')
    .values(
      fields.map(({ field, unitId }, at) => ({
        authority_id: actor.authorityId,
        document_id: documentId,
        position: at + 1,
        field,
        unit_id: unitId,
      })),
    )
    .execute()
}

export const addDocument = async (
  context: ActContext,
  { unitId }: DocumentPlace,
  body: DocumentBody,
): Promise<Result<LegalDocumentShape>> => {
  const documentId = randomUUID()
  const checked = await check(context, documentId, body)
  if (!checked.ok) return checked
  const { transaction, actor } = context
  await transaction
    .insertInto('legal_document')
    .values({ id: documentId, authority_id: actor.authorityId, unit_id: unitId ?? null, ...columnsOf(body), changed_by: actor.personId })
    .execute()
  await saveFields(context, documentId, body.fields)
  await recordActions(context, [
    { kind: 'legalDocumentAdded', ...(unitId && { unitId }), facts: { documentId, documentNumber: body.number, title: body.title } },
  ])
  return showDocument(context, documentId)
}

/** The document locked, of this place and as it was seen. */
const openSeen = async ({ transaction }: ActContext, { documentId, unitId, version }: SeenDocument): Promise<Result<LineRow>> => {
  const row = await loadDocument(transaction, documentId, true)
  if (!row.ok) return row
  if (row.value.unit?.id !== unitId) return refuse(errorAt('notFound', documentId, { what: 'legalDocument' }))
  return row.value.version === version ? row : refuse(errorAt('changedMeanwhile', '', { version: String(row.value.version) }))
}

export const changeDocument = async (context: ActContext, at: SeenDocument, body: DocumentBody): Promise<Result<LegalDocumentShape>> => {
  const before = await openSeen(context, at)
  if (!before.ok) return before
  const checked = await check(context, at.documentId, body)
  if (!checked.ok) return checked
  await context.transaction
    .updateTable('legal_document')
    .set({ ...columnsOf(body), version: at.version + 1, changed_at: sql`now()`, changed_by: context.actor.personId })
    .where('id', '=', at.documentId)
    .execute()
  await saveFields(context, at.documentId, body.fields)
  const { unitId } = at
  await recordActions(context, [
    { kind: 'legalDocumentChanged', ...(unitId && { unitId }), facts: { documentId: at.documentId, ...columnsOf(body) } },
  ])
  return showDocument(context, at.documentId)
}

const accepts: readonly MediaType[] = Object.values(mediaTypes).filter((type) => type !== mediaTypes.unknown)

/** Keeps a file with the document, in place of the one before; the bytes of that one stay with whoever else refers to them. */
export const attachFile = async (
  context: ActContext,
  filesDir: string,
  at: SeenDocument,
  upload: Upload,
): Promise<Result<LegalDocumentShape>> => {
  const before = await openSeen(context, at)
  if (!before.ok) return before
  const stored = await storeFile(context, filesDir, upload.file, accepts)
  if (!stored.ok) return stored
  await context.transaction
    .updateTable('legal_document')
    .set({
      file_sha256: stored.value.sha256,
      file_name: upload.fileName || 'van-ban',
      version: at.version + 1,
      changed_at: sql`now()`,
      changed_by: context.actor.personId,
    })
    .where('id', '=', at.documentId)
    .execute()
  const { unitId } = at
  await recordActions(context, [
    { kind: 'legalDocumentAttached', ...(unitId && { unitId }), facts: { documentId: at.documentId, sha256: stored.value.sha256 } },
  ])
  return showDocument(context, at.documentId)
}

/** Takes a document out of the register, unless anything rests on it, carries it out or was replaced by it. */
export const removeDocument = async (context: ActContext, at: SeenDocument): Promise<Result<undefined>> => {
  const before = await openSeen(context, at)
  if (!before.ok) return before
  const { rows } = await sql<{ readonly uses: number }>`
    select ((select count(*) from legal_ground where document_id = ${at.documentId})
      + (select count(*) from paper_basis where document_id = ${at.documentId})
      + (select count(*) from standing_body where decision_id = ${at.documentId})
      + (select count(*) from unit_charge where decision_id = ${at.documentId})
      + (select count(*) from legal_document where parent_id = ${at.documentId} or replaced_by = ${at.documentId}))::int as uses`.execute(
    context.transaction,
  )
  const uses = rows[0]?.uses ?? 0
  if (uses > 0) return refuse(errorAt('documentInUse', '', { uses: String(uses) }))
  await context.transaction.deleteFrom('legal_document').where('id', '=', at.documentId).execute()
  const { unitId } = at
  await recordActions(context, [
    { kind: 'legalDocumentRemoved', ...(unitId && { unitId }), facts: { documentId: at.documentId, title: before.value.title } },
  ])
  return accept(undefined)
}
