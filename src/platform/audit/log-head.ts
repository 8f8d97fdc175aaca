import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { LogHead } from './seal.ts'

const folderOf = (filesDir: string, authorityId: string): string => join(filesDir, 'log-heads', authorityId)

/** Keeps a head beside the database, one file per day: a log whose end was cut off is shorter than its heads say. `day` as 2026-11-21. */
export const keepLogHead = async (filesDir: string, authorityId: string, day: string, head: LogHead): Promise<void> => {
  const folder = folderOf(filesDir, authorityId)
  await mkdir(folder, { recursive: true })
  const aside = join(folder, `.${randomUUID()}`)
  await writeFile(aside, `${JSON.stringify(head)}\n`)
  await rename(aside, join(folder, `${day}.json`))
}

const parseHead = (text: string): readonly LogHead[] => {
  const value: unknown = JSON.parse(text)
  const isHead = typeof value === 'object' && value !== null && 'number' in value && 'hash' in value
  return isHead && typeof value.number === 'number' && typeof value.hash === 'string' ? [{ number: value.number, hash: value.hash }] : []
}

/** Every head that was kept for an authority, oldest day first. */
export const readKeptHeads = async (filesDir: string, authorityId: string): Promise<readonly LogHead[]> => {
  const folder = folderOf(filesDir, authorityId)
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  const days = names.filter((name) => /^\d{4}-\d\d-\d\d\.json$/.test(name)).toSorted()
  return (await Promise.all(days.map((name) => readFile(join(folder, name), 'utf8')))).flatMap(parseHead)
}
