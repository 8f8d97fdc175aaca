import { open, stat } from 'node:fs/promises'
import type { Problem } from '../../core/problem.ts'
import type { DatabaseFailure } from '../../core/problem-facts/installation.ts'
import { errorAt } from '../../core/problem.ts'
import type { Folders } from './folders.ts'

/** What operating system and server say (in English: LC_ALL=C), and what it means to whoever runs them. */
const meanings: readonly (readonly [RegExp, DatabaseFailure])[] = [
  [/No space left on device|Disk quota exceeded|ENOSPC|EDQUOT/, 'diskFull'],
  [/Read-only file system|EROFS/, 'readOnly'],
  [/database files are incompatible|initialized by PostgreSQL version/, 'otherVersion'],
  [/Cannot allocate memory|could not map anonymous shared memory|out of memory|ENOMEM/, 'noMemory'],
  [/Permission denied|wrong ownership|EACCES|EPERM/, 'noPermission'],
  [/invalid primary checkpoint|could not locate a valid checkpoint|global\/pg_control|invalid data in file|is not a valid/, 'damaged'],
]

export const databaseFailure = (folders: Pick<Folders, 'data'>, reason: DatabaseFailure, detail?: string): Problem =>
  errorAt('databaseNotStarted', 'DATA_DIR', { reason, folder: folders.data, ...(detail === undefined ? {} : { detail }) })

/** The problem behind a text of the server or an error of the file system. */
export const understandFailure = (folders: Pick<Folders, 'data'>, said: string): Problem => {
  const reason = meanings.find(([pattern]) => pattern.test(said))?.[1] ?? 'unknown'
  const lines = said.split('\n').filter((line) => line.trim() !== '')
  const telling = lines.find((line) => /FATAL|PANIC|error:/.test(line)) ?? lines.at(-1)
  return databaseFailure(folders, reason, telling?.trim())
}

export const logLength = async (folders: Folders): Promise<number> =>
  stat(folders.log).then(
    (found) => found.size,
    () => 0,
  )

/** What the server has written since; at most the last 16 KB. */
export const logSince = async (folders: Folders, start: number): Promise<string> => {
  const size = await logLength(folders)
  const from = Math.max(start, size - 16_384)
  const file = await open(folders.log, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(Math.max(size - from, 1)), 0, size - from, from)
    return buffer.toString('utf8', 0, bytesRead)
  } finally {
    await file.close()
  }
}
