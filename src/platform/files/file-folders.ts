import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** Files that are arriving stand apart, so that no half file ever has a final name. */
export const incomingFolder = (filesDir: string): string => join(filesDir, 'incoming')

/** Two levels keep folders small: `ab/ab12…`. */
export const storedPath = (filesDir: string, sha256: string): string => join(filesDir, sha256.slice(0, 2), sha256)

/** Nobody uploads one file for a day: what is older was left by a process that died. Younger ones may be another node's. */
const leftAfterMs = 24 * 60 * 60 * 1000

/** Makes the folders and clears what uploads of dead processes left behind. `now` in milliseconds. */
export const prepareFileFolders = async (filesDir: string, now: number): Promise<void> => {
  const incoming = incomingFolder(filesDir)
  await mkdir(incoming, { recursive: true })
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
