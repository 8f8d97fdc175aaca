import { randomUUID } from 'node:crypto'
import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Files that are arriving stand apart, so that no half file ever has a final name. */
export const incomingFolder = (filesDir: string): string => join(filesDir, 'incoming')

/** Two levels keep folders small: `ab/ab12…`. */
export const storedPath = (filesDir: string, sha256: string): string => join(filesDir, sha256.slice(0, 2), sha256)

/** A file that has not grown for so long was left by a process that died, this one's or another node's. */
const leftAfterMs = 60 * 60 * 1000

/** Makes the folders and clears, now and every hour, what uploads of dead processes left behind; the reply stops it. */
export const prepareFileFolders = async (filesDir: string): Promise<() => void> => {
  await mkdir(incomingFolder(filesDir), { recursive: true })
  const clear = (): Promise<void> => clearIncoming(filesDir, Date.now())
  await clear()
  // A folder that cannot be read now is told by the health of the server; the next hour tries again.
  const hourly = setInterval(() => void clear().catch(() => undefined), leftAfterMs)
  hourly.unref()
  return () => clearInterval(hourly)
}

/** Throws where no file can be written now: a full disk, a folder that is gone or not ours. */
export const checkWritable = async (filesDir: string): Promise<void> => {
  const path = join(incomingFolder(filesDir), `check-${randomUUID()}`)
  await writeFile(path, 'x', { flag: 'wx' })
  await rm(path, { force: true })
}

/** `now` in milliseconds. */
export const clearIncoming = async (filesDir: string, now: number): Promise<void> => {
  const incoming = incomingFolder(filesDir)
  for (const name of await readdir(incoming)) {
    const path = join(incoming, name)
    // Another node may clear the same file at the same time.
    const age = await stat(path).then(
      ({ mtimeMs }) => now - mtimeMs,
      () => 0,
    )
    if (age > leftAfterMs) await rm(path, { force: true })
  }
}
