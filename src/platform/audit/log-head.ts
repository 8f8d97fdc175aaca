import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { ActContext } from '../database/transaction.ts'
import type { LogHead } from './seal.ts'

/** The head of the actor's authority: what a publication or minutes print. `undefined` before anything was sealed. */
export const currentLogHead = async ({ transaction, actor }: Pick<ActContext, 'transaction' | 'actor'>): Promise<LogHead | undefined> => {
  const last = await transaction
    .selectFrom('action_seal')
    .select(['number', 'hash'])
    .where('authority_id', '=', actor.authorityId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last && { number: last.number, hash: last.hash.toString('hex') }
}

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
