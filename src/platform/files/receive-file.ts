import { createHash, randomUUID } from 'node:crypto'
import { access, mkdir, open, rename, rm, type FileHandle } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { errorAt } from '../../core/problem.ts'
import type { FileNotStoredReason } from '../../core/problem-facts/act.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import { incomingFolder, storedPath } from './file-folders.ts'
import { detectMediaType, type MediaType, mediaTypes } from './media-type.ts'

export interface ReceivedFile {
  readonly sha256: string
  readonly size: number
  /** Told by the content. */
  readonly mediaType: MediaType
}

/** A file that has come whole and stands aside, until an act keeps it. */
export interface ArrivedFile extends ReceivedFile {
  readonly path: string
}

const diskFailures: Readonly<Record<string, FileNotStoredReason>> = {
  ENOSPC: 'diskFull',
  EDQUOT: 'diskFull',
  EROFS: 'readOnly',
  EACCES: 'noPermission',
  EPERM: 'noPermission',
  ECONNRESET: 'interrupted',
  ERR_STREAM_PREMATURE_CLOSE: 'interrupted',
}

const tooLarge = (maxBytes: number, size: number): Result<never> =>
  refuse(errorAt('tooLarge', 'file', { what: 'bytes', limit: String(maxBytes), actual: String(size) }))

/** A multipart stream that reached its limit ends early and says so. */
const wasCut = (stream: Readable): boolean => 'truncated' in stream && stream.truncated === true

const writeAll = async (file: FileHandle, stream: Readable, maxBytes: number): Promise<Result<{ sha256: string; size: number }>> => {
  const hash = createHash('sha256')
  let size = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > maxBytes) return tooLarge(maxBytes, size)
    hash.update(chunk)
    await file.write(chunk)
  }
  if (wasCut(stream)) return tooLarge(maxBytes, size + 1)
  if (size === 0) return refuse(errorAt('unreadableFile', 'file', { reason: 'empty' }))
  await file.sync()
  return accept({ sha256: hash.digest('hex'), size })
}

const refusedType = (mediaType: MediaType): Result<never> =>
  refuse(errorAt('unreadableFile', 'file', { reason: mediaType === mediaTypes.oldOffice ? 'oldFormat' : 'unknownFormat' }))

const syncFolder = async (path: string): Promise<void> => {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

const isKnown = (error: unknown): boolean => ((error as NodeJS.ErrnoException).code ?? '') in diskFailures

/** The form around the file ends before the file does. */
const refusedAsBroken = (error: unknown): Result<never> =>
  refuse(errorAt('unreadableRequest', 'file', { detail: error instanceof Error ? error.message : '' }))

/** What the disk refuses or the sender breaks off is a refusal; everything else is a bug. */
export const refusedByDisk = (error: unknown): Result<never> => {
  const reason = diskFailures[(error as NodeJS.ErrnoException).code ?? '']
  if (!reason) throw error
  return refuse(errorAt('fileNotStored', 'file', { reason }))
}

const place = async (filesDir: string, path: string, sha256: string): Promise<Result<undefined>> => {
  const target = storedPath(filesDir, sha256)
  if (await exists(target)) return accept(undefined)
  await mkdir(dirname(target), { recursive: true })
  await rename(path, target)
  await syncFolder(dirname(target))
  await syncFolder(filesDir)
  return accept(undefined)
}

/**
 * Keeps an arrived file under its SHA-256, renamed and synced: a crash leaves nothing half under a final name, the same content twice is one
 * file, and an act that is run again finds it kept. `accepts`: types by content that are taken.
 */
export const keepFile = async (
  filesDir: string,
  { path, sha256, size, mediaType }: ArrivedFile,
  accepts: readonly MediaType[],
): Promise<Result<ReceivedFile>> => {
  if (!accepts.includes(mediaType)) return refusedType(mediaType)
  const placed = await place(filesDir, path, sha256).catch(refusedByDisk)
  return placed.ok ? accept({ sha256, size, mediaType }) : placed
}

const receive = async (path: string, stream: Readable, maxBytes: number): Promise<Result<ArrivedFile>> => {
  await mkdir(dirname(path), { recursive: true })
  const file = await open(path, 'wx+', 0o600)
  try {
    const written = await writeAll(file, stream, maxBytes)
    return written.ok ? accept({ path, ...written.value, mediaType: await detectMediaType(file, written.value.size) }) : written
  } finally {
    await file.close()
  }
}

/**
 * Takes a stream to disk, hashed on the way and synced, and lets it be used; what was not kept meanwhile is gone after. Memory does not grow with
 * the file.
 */
export const withArrivedFile = async <T>(
  filesDir: string,
  stream: Readable,
  maxBytes: number,
  use: (file: ArrivedFile) => Promise<Result<T>>,
): Promise<Result<T>> => {
  const path = join(incomingFolder(filesDir), randomUUID())
  let broken: unknown
  stream.once('error', (error) => (broken = error))
  const refused = (error: unknown): Result<never> => (isKnown(error) || error !== broken ? refusedByDisk(error) : refusedAsBroken(error))
  try {
    const arrived = await receive(path, stream, maxBytes).catch(refused)
    return arrived.ok ? await use(arrived.value) : arrived
  } finally {
    await rm(path, { force: true })
    // What was not read must flow away, or the request never ends.
    stream.resume()
  }
}
