import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** Passes bytes on and hashes them. */
export const hashing = (): { readonly through: Transform; readonly digest: () => string } => {
  const hash = createHash('sha256')
  const through = new Transform({
    transform: (chunk: Buffer, _, next) => {
      hash.update(chunk)
      next(null, chunk)
    },
  })
  return { through, digest: () => hash.digest('hex') }
}

/** Copies a file, synced, and gives the hash of what was read; `undefined` where there is none. Never over another. */
export const copyFile = async (from: string, to: string): Promise<string | undefined> => {
  await mkdir(dirname(to), { recursive: true })
  const { through, digest } = hashing()
  try {
    await pipeline(createReadStream(from), through, createWriteStream(to, { flags: 'wx', flush: true, mode: 0o600 }))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
  return digest()
}

/** The SHA-256 of a file; `undefined` where there is none. */
export const hashFile = async (path: string): Promise<string | undefined> => {
  const hash = createHash('sha256')
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
  return hash.digest('hex')
}
