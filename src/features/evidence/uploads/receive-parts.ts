import { randomUUID } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { sql } from 'kysely'
import { errorAt } from '../../../core/problem.ts'
import { accept, refuse, type Result } from '../../../core/result.ts'
import type { Row } from '../../../platform/database/tables.ts'
import type { ActContext } from '../../../platform/database/transaction.ts'
import { type PartialPlace, partialPath, removePartial, writePart } from '../../../platform/files/partial-file.ts'
import { fileNameOf } from '../../../platform/http/read-form.ts'
import type { Upload } from '../../../platform/http/request.ts'
import { maxEvidenceBytes, maxUploads, type NewUpload, type UnfinishedUpload } from './contract.ts'

const uploadOf = (row: Row<'file_upload'>): UnfinishedUpload => ({
  id: row.id,
  fileName: row.file_name,
  size: row.size,
  received: row.received,
  fingerprint: row.fingerprint,
  startedAt: row.started_at.toISOString(),
})

/** A browser on Windows of old sends the whole path. */
const nameOf = (sent: string): string => fileNameOf(sent.split(/[\\/]/).at(-1)) || 'tai-lieu'

const ownUploads = ({ transaction, actor }: ActContext, unitId: string) =>
  transaction.selectFrom('file_upload').selectAll().where('unit_id', '=', unitId).where('person_id', '=', actor.personId)

/** Whether the disk still has what the record says; a restored or cleared folder may not. */
const isThere = async (filesDir: string, { unit_id: unitId, id: uploadId, received }: Row<'file_upload'>): Promise<boolean> =>
  received === 0 ||
  (await stat(partialPath(filesDir, { unitId, uploadId })).then(
    ({ size }) => size >= received,
    () => false,
  ))

/** Own unfinished uploads to a unit. */
export const listUploads = async (
  context: ActContext,
  filesDir: string,
  unitId: string,
): Promise<Result<{ uploads: UnfinishedUpload[] }>> => {
  const rows = await ownUploads(context, unitId).orderBy('started_at', 'desc').orderBy('id').limit(maxUploads).execute()
  const there = await Promise.all(rows.map((row) => isThere(filesDir, row)))
  return accept({ uploads: rows.map((row, at) => uploadOf(there[at] ? row : { ...row, received: 0 })) })
}

/** The upload of the same file goes on where it stopped. */
const goOn = async (context: ActContext, filesDir: string, row: Row<'file_upload'>): Promise<UnfinishedUpload> => {
  if (await isThere(filesDir, row)) return uploadOf(row)
  await context.transaction.updateTable('file_upload').set({ received: 0 }).where('id', '=', row.id).execute()
  return uploadOf({ ...row, received: 0 })
}

/** Begins an upload, or goes on with the one of the same file. A secret document is refused before a byte of it comes. */
export const beginUpload = async (
  context: ActContext,
  filesDir: string,
  unitId: string,
  { fileName, size, fingerprint, secrecy }: NewUpload,
): Promise<Result<UnfinishedUpload>> => {
  if (secrecy !== 'open') return refuse(errorAt('secretFile', 'file', { secrecy }))
  if (size > maxEvidenceBytes)
    return refuse(errorAt('tooLarge', 'file', { what: 'bytes', limit: String(maxEvidenceBytes), actual: String(size) }))
  const own = await ownUploads(context, unitId).forUpdate().execute()
  const same = own.find((row) => row.fingerprint === fingerprint && row.size === size)
  if (same) return accept(await goOn(context, filesDir, same))
  const { count } = await context.transaction
    .selectFrom('file_upload')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('person_id', '=', context.actor.personId)
    .executeTakeFirstOrThrow()
  if (count >= maxUploads) return refuse(errorAt('tooManyUploads', 'file', { limit: maxUploads }))
  const row = await context.transaction
    .insertInto('file_upload')
    .values({
      id: randomUUID(),
      authority_id: context.actor.authorityId,
      unit_id: unitId,
      person_id: context.actor.personId,
      file_name: nameOf(fileName),
      size,
      fingerprint,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return accept(uploadOf(row))
}

/** One's own upload, locked: parts of one file come one after another. */
export const lockUpload = async (context: ActContext, { unitId, uploadId }: PartialPlace): Promise<Result<Row<'file_upload'>>> => {
  const row = await ownUploads(context, unitId).where('id', '=', uploadId).forUpdate().executeTakeFirst()
  return row ? accept(row) : refuse(errorAt('notFound', uploadId, { what: 'upload' }))
}

/**
 * Takes the next part. It is written and synced before it is counted, and counted before it is answered: what the sender was told stays, whatever
 * dies in between. A part that begins elsewhere is refused with the place where the next one begins.
 */
export const takePart = async (
  context: ActContext,
  filesDir: string,
  place: PartialPlace,
  { offset, upload }: { readonly offset: number; readonly upload: Upload },
): Promise<Result<UnfinishedUpload>> => {
  const row = await lockUpload(context, place)
  if (!row.ok) return row
  const { size } = row.value
  const received = (await isThere(filesDir, row.value)) ? row.value.received : 0
  if (offset !== received) return refuse(errorAt('uploadElsewhere', 'file', { received }))
  const after = received + upload.file.size
  if (after > size) return refuse(errorAt('tooLarge', 'file', { what: 'bytes', limit: String(size), actual: String(after) }))
  const written = await writePart(filesDir, place, offset, upload.file)
  if (!written.ok) return written
  const changed = await context.transaction
    .updateTable('file_upload')
    .set({ received: after, touched_at: sql<Date>`now()` })
    .where('id', '=', place.uploadId)
    .returningAll()
    .executeTakeFirstOrThrow()
  return accept(uploadOf(changed))
}

/** Gives an upload up. */
export const dropUpload = async (context: ActContext, filesDir: string, place: PartialPlace): Promise<Result<undefined>> => {
  const row = await lockUpload(context, place)
  if (!row.ok) return row
  await context.transaction.deleteFrom('file_upload').where('id', '=', place.uploadId).execute()
  await removePartial(filesDir, place)
  return accept(undefined)
}
