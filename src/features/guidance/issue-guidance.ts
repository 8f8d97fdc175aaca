import { randomUUID } from 'node:crypto'
import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import { recordActions } from '../../platform/audit/record-action.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import { type MediaType, mediaTypes } from '../../platform/files/media-type.ts'
import { openStoredFile, storeFile } from '../../platform/files/stored-files.ts'
import type { FileReply, Upload } from '../../platform/http/request.ts'
import type { Guidance, NewGuidance } from './contract.ts'
import { listCriteria } from './list-guidance.ts'
import { loadGuidance } from './load-guidance.ts'

const accepts: readonly MediaType[] = Object.values(mediaTypes).filter((type) => type !== mediaTypes.unknown)

/** A paper about criteria is of a cycle, and they are criteria of it. */
const checkCriteria = async (context: ActContext, { cycleId, nodeIds }: NewGuidance): Promise<Result<undefined>> => {
  if (nodeIds.length === 0) return accept(undefined)
  if (!cycleId) return refuse(errorAt('missingField', 'cycleId', { field: 'cycleId' }))
  const criteria = await listCriteria(context, cycleId)
  if (!criteria.ok) return criteria
  const known = new Set(criteria.value.criteria.map(({ id }) => id))
  const unknown = nodeIds.filter((nodeId) => !known.has(nodeId))
  return unknown.length ? refuse(...unknown.map((node) => errorAt('unknownNode', node, { node }))) : accept(undefined)
}

const isCycle = async ({ transaction }: ActContext, cycleId: string): Promise<boolean> =>
  (await transaction.selectFrom('cycle').select('id').where('id', '=', cycleId).executeTakeFirst()) !== undefined

/** Issues a paper to units. What was issued does not change: it is withdrawn, and another one issued. */
export const issueGuidance = async (
  context: ActContext,
  filesDir: string,
  paper: NewGuidance,
  upload: Upload | undefined,
): Promise<Result<Guidance>> => {
  const { kind, title, documentNumber, issuedOn, issuer, words, cycleId, unitKinds, nodeIds } = paper
  if (cycleId && !(await isCycle(context, cycleId))) return refuse(errorAt('notFound', cycleId, { what: 'cycle' }))
  const criteria = await checkCriteria(context, paper)
  if (!criteria.ok) return criteria
  const stored = upload && (await storeFile(context, filesDir, upload.file, accepts))
  if (stored && !stored.ok) return stored
  const id = randomUUID()
  await context.transaction
    .insertInto('guidance')
    .values({
      id,
      authority_id: context.actor.authorityId,
      kind,
      title: title.normalize('NFC'),
      document_number: documentNumber ?? null,
      issued_on: issuedOn ?? null,
      issuer: issuer ?? null,
      words: words ?? '',
      sha256: stored?.value.sha256 ?? null,
      file_name: upload ? upload.fileName || 'van-ban' : null,
      cycle_id: cycleId ?? null,
      unit_kinds: [...unitKinds],
      node_ids: [...nodeIds],
      created_by: context.actor.personId,
    })
    .execute()
  const facts = { guidanceId: id, kind, title, documentNumber, unitKinds, nodeIds, sha256: stored?.value.sha256 }
  await recordActions(context, [{ kind: 'guidanceIssued', ...(cycleId && { cycleId }), facts }])
  return loadGuidance(context, id)
}

/** Withdraws a paper; it stays to be read with the reason beside it. */
export const withdrawGuidance = async (
  context: ActContext,
  { guidanceId, version }: { readonly guidanceId: string; readonly version: number },
  reason: string,
): Promise<Result<Guidance>> => {
  const before = await loadGuidance(context, guidanceId)
  if (!before.ok) return before
  const changed = await context.transaction
    .updateTable('guidance')
    .set({ withdrawn_because: reason.normalize('NFC'), version: version + 1 })
    .where('id', '=', guidanceId)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  if (!changed) return refuse(errorAt('changedMeanwhile', guidanceId, { version: String(before.value.version) }))
  await recordActions(context, [{ kind: 'guidanceWithdrawn', facts: { guidanceId, title: before.value.title, reason } }])
  return loadGuidance(context, guidanceId)
}

/** Notes that a unit has read a paper that is for it; the first of its people stays. */
export const confirmGuidance = async (
  context: ActContext,
  { unitId, guidanceId }: { readonly unitId: string; readonly guidanceId: string },
): Promise<Result<Guidance>> => {
  const guidance = await loadGuidance(context, guidanceId)
  if (!guidance.ok) return guidance
  if (!guidance.value.own.some(({ unit }) => unit.id === unitId)) return refuse(errorAt('notFound', guidanceId, { what: 'guidance' }))
  const { authorityId, personId } = context.actor
  const read = await context.transaction
    .insertInto('guidance_reading')
    .values({ authority_id: authorityId, guidance_id: guidanceId, unit_id: unitId, person_id: personId })
    .onConflict((conflict) => conflict.doNothing())
    .returning('unit_id')
    .executeTakeFirst()
  if (!read) return guidance
  await recordActions(context, [{ kind: 'guidanceRead', unitId, facts: { guidanceId, title: guidance.value.title } }])
  return loadGuidance(context, guidanceId)
}

export const guidanceFile = async (context: ActContext, filesDir: string, guidanceId: string): Promise<Result<FileReply>> => {
  const guidance = await loadGuidance(context, guidanceId)
  if (!guidance.ok) return guidance
  const row = await context.transaction.selectFrom('guidance').select('sha256').where('id', '=', guidanceId).executeTakeFirst()
  const { file } = guidance.value
  if (!file || !row?.sha256) return refuse(errorAt('notFound', guidanceId, { what: 'file' }))
  const opened = await openStoredFile(context, filesDir, row.sha256)
  if (!opened.ok) return opened
  const { mediaType, content } = opened.value
  return accept({ fileName: file.name, mediaType, content, inline: mediaType === mediaTypes.pdf })
}
