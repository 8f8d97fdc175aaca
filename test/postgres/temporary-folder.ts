import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach } from 'vitest'
import { foldersOf } from '../../src/platform/postgres/folders.ts'
import { stopPostmaster } from '../../src/platform/postgres/postmaster.ts'

const folders: string[] = []

/** A folder under the system's temporary one; whatever still runs in it after the test is stopped. */
export const temporaryFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'parindex-hold-'))
  folders.push(folder)
  return folder
}

afterEach(async () => {
  for (const folder of folders.splice(0)) {
    for (const data of [folder, join(folder, 'data')]) await stopPostmaster(foldersOf(data))
    await rm(folder, { recursive: true, force: true })
  }
})
