import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, rename, rm, type FileHandle } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { errorAt, type FileNotStoredReason } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import { incomingFolder, storedPath } from './file-folders.ts'
import { detectMediaType, type MediaType, mediaTypes } from './media-type.ts'

export interface ReceivedFile {
  readonly sha256: string
  readonly size: number
  readonly mediaType: MediaType
}

export interface FileLimits {
  readonly maxBytes: number
  /** Types by content that are taken. */
  readonly accepts: readonly MediaType[]
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

const tooLarge = (limits: FileLimits, size: number): Result<never> =>
  refuse(errorAt('tooLarge', 'file', { what: 'bytes', limit: String(limits.maxBytes), actual: String(size) }))

/** A multipart stream that reached its limit ends early and says so. */
const wasCut = (stream: Readable): boolean => 'truncated' in stream && stream.truncated === true

const writeAll = async (file: FileHandle, stream: Readable, limits: FileLimits): Promise<Result<{ sha256: string; size: number }>> => {
  const hash = createHash('sha256')
  let size = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > limits.maxBytes) return tooLarge(limits, size)
    hash.update(chunk)
    await file.write(chunk)
  }
  if (wasCut(stream)) return tooLarge(limits, size + 1)
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

const keep = async (filesDir: string, path: string, sha256: string): Promise<void> => {
  const target = storedPath(filesDir, sha256)
  await mkdir(dirname(target), { recursive: true })
  await rename(path, target)
  await syncFolder(dirname(target))
  await syncFolder(filesDir)
}

const receive = async (filesDir: string, path: string, stream: Readable, limits: FileLimits): Promise<Result<ReceivedFile>> => {
  await mkdir(dirname(path), { recursive: true })
  const file = await open(path, 'wx+', 0o600)
  try {
    const written = await writeAll(file, stream, limits)
    if (!written.ok) return written
    const mediaType = await detectMediaType(file, written.value.size)
    if (!limits.accepts.includes(mediaType)) return refusedType(mediaType)
    await keep(filesDir, path, written.value.sha256)
    return accept({ ...written.value, mediaType })
  } finally {
    await file.close()
  }
}

/**
 * Takes a stream to disk under its SHA-256: hashed on the way, synced, renamed at the end. A crash or a refusal leaves nothing under a final name;
 * the same content twice is one file. Memory does not grow with the file.
 */
export const receiveFile = async (filesDir: string, stream: Readable, limits: FileLimits): Promise<Result<ReceivedFile>> => {
  const path = join(incomingFolder(filesDir), randomUUID())
  try {
    return await receive(filesDir, path, stream, limits)
  } catch (error) {
    const reason = diskFailures[(error as NodeJS.ErrnoException).code ?? '']
    if (!reason) throw error
    return refuse(errorAt('fileNotStored', 'file', { reason }))
  } finally {
    await rm(path, { force: true })
    // What was not read must flow away, or the request never ends.
    stream.resume()
  }
}
