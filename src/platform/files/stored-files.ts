import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import type { ActContext } from '../database/transaction.ts'
import { storedPath } from './file-folders.ts'
import type { MediaType } from './media-type.ts'
import { type ArrivedFile, keepFile, type ReceivedFile } from './receive-file.ts'

/**
 * Keeps an arrived file for the actor's authority. The file is on disk before its row is: a transaction that is refused later leaves a file that no
 * row names, never a row without file.
 */
export const storeFile = async (
  { transaction, actor }: ActContext,
  filesDir: string,
  file: ArrivedFile,
  accepts: readonly MediaType[],
): Promise<Result<ReceivedFile>> => {
  const received = await keepFile(filesDir, file, accepts)
  if (!received.ok) return received
  const { sha256, size, mediaType } = received.value
  await transaction
    .insertInto('stored_file')
    .values({ authority_id: actor.authorityId, sha256, size, media_type: mediaType })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return received
}

export interface OpenedFile {
  readonly mediaType: string
  readonly size: number
  readonly content: Readable
}

/** Opens a file of the actor's authority by its hash; what another authority stored is not found. Who may see it is the caller's question. */
export const openStoredFile = async ({ transaction }: ActContext, filesDir: string, sha256: string): Promise<Result<OpenedFile>> => {
  const row = await transaction.selectFrom('stored_file').select(['size', 'media_type']).where('sha256', '=', sha256).executeTakeFirst()
  const path = storedPath(filesDir, sha256)
  const isThere =
    row !== undefined &&
    (await stat(path).then(
      () => true,
      () => false,
    ))
  if (!row || !isThere) return refuse(errorAt('notFound', sha256, { what: 'file' }))
  return accept({ mediaType: row.media_type, size: row.size, content: createReadStream(path) })
}
