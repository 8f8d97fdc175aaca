import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, readFile, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { accept, type Result } from '../../core/result.ts'
import { detectMediaType } from './media-type.ts'
import { type ArrivedFile, refusedByDisk } from './receive-file.ts'

/** A file that comes in parts, over several requests: of which unit, under which id. */
export interface PartialPlace {
  readonly unitId: string
  readonly uploadId: string
}

const partsFolder = (filesDir: string): string => join(filesDir, 'parts')

/** Where a partial file stands: never among those that are kept. */
export const partialPath = (filesDir: string, { unitId, uploadId }: PartialPlace): string => join(partsFolder(filesDir), unitId, uploadId)

/**
 * Writes one part at its offset and syncs it. How many bytes count is said by whoever keeps the record of the upload, after this: a part that was
 * written and not acknowledged is written over, so a process that dies in between loses nothing and adds nothing.
 */
export const writePart = async (
  filesDir: string,
  place: PartialPlace,
  offset: number,
  part: { readonly path: string },
): Promise<Result<undefined>> => {
  const target = partialPath(filesDir, place)
  try {
    await mkdir(dirname(target), { recursive: true })
    const file = await open(target, offset === 0 ? 'w' : 'r+', 0o600)
    try {
      // A part is a few mebibytes at most.
      const bytes = await readFile(part.path)
      for (let at = 0; at < bytes.length; ) at += (await file.write(bytes, at, bytes.length - at, offset + at)).bytesWritten
      await file.sync()
    } finally {
      await file.close()
    }
    return accept(undefined)
  } catch (error) {
    return refusedByDisk(error)
  }
}

/** The partial file as one that has arrived, hashed and told by its content; `undefined` where there is none. */
export const readPartial = async (filesDir: string, place: PartialPlace): Promise<ArrivedFile | undefined> => {
  const path = partialPath(filesDir, place)
  const file = await open(path, 'r').catch(() => undefined)
  if (!file) return undefined
  try {
    const { size } = await file.stat()
    if (size === 0) return undefined
    const hash = createHash('sha256')
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) hash.update(chunk)
    return { path, size, sha256: hash.digest('hex'), mediaType: await detectMediaType(file, size) }
  } finally {
    await file.close()
  }
}

export const removePartial = (filesDir: string, place: PartialPlace): Promise<void> => rm(partialPath(filesDir, place), { force: true })

/** Removes partial files that nobody has written to since `before` (milliseconds), whatever record there is of them. */
export const clearPartials = async (filesDir: string, before: number): Promise<number> => {
  let cleared = 0
  for (const unitId of await readdir(partsFolder(filesDir)).catch(() => [])) {
    for (const uploadId of await readdir(join(partsFolder(filesDir), unitId)).catch(() => [])) {
      const path = partialPath(filesDir, { unitId, uploadId })
      // Another node may clear the same file at the same time.
      const touched = await stat(path).then(
        ({ mtimeMs }) => mtimeMs,
        () => Number.POSITIVE_INFINITY,
      )
      if (touched >= before) continue
      await rm(path, { force: true })
      cleared += 1
    }
  }
  return cleared
}
