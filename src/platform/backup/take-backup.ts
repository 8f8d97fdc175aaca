import { createWriteStream } from 'node:fs'
import { mkdir, readdir, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import { storedPath } from '../files/file-folders.ts'
import { copyFile, hashing } from './copy-file.ts'
import { type Manifest, manifestName, tablePath } from './manifest.ts'
import { type BackupTable, tablesInOrder } from './tables-in-order.ts'

/** What is backed up: a database, running or not, and the data folder beside it. */
export interface BackupSource {
  readonly ownerUrl: string
  readonly dataDir: string
}

/** Files beside the stored ones that an installation cannot do without: its key, the heads of the log, the accounts of the demo. */
const isOther = (path: string): boolean => /^(?:secret\.key|demo-accounts\.json|files\/log-heads\/[\w-]+\/[\d-]+\.json)$/.test(path)

const copyTable = async (client: pg.ClientBase, folder: string, { name, columns }: BackupTable): Promise<Manifest['tables'][number]> => {
  const list = columns.map((column) => pg.escapeIdentifier(column)).join(', ')
  const rows = client.query(copyTo(`copy ${pg.escapeIdentifier(name)} (${list}) to stdout`))
  const { through, digest } = hashing()
  await mkdir(dirname(tablePath(folder, name)), { recursive: true })
  await pipeline(rows, createGzip(), through, createWriteStream(tablePath(folder, name), { flags: 'wx', flush: true, mode: 0o600 }))
  return { name, columns: [...columns], rows: rows.rowCount, sha256: digest() }
}

/** All rows as they stood at one moment, whoever writes meanwhile. */
const copyTables = async (client: pg.Client, folder: string) => {
  await client.query('begin transaction isolation level repeatable read, read only')
  // A row that the owner may not see is an error, not a row less.
  await client.query('set local row_security = off')
  const { rows: now } = await client.query<{ now: Date }>('select now() as now')
  const { rows: migrations } = await client.query<Manifest['migrations'][number]>(
    'select number, name, sha256 from migration order by number',
  )
  const tables: Manifest['tables'] = []
  for (const table of await tablesInOrder(client)) tables.push(await copyTable(client, folder, table))
  const { rows: files } = await client.query<{ sha256: string }>('select distinct sha256 from stored_file order by sha256')
  await client.query('commit')
  return { createdAt: (now[0]?.now ?? new Date(0)).toISOString(), migrations, tables, files: files.map(({ sha256 }) => sha256) }
}

/** Files under their hashes, read again as they are copied: what rotted on the disk is told now, not when it is needed. */
const copyStored = async (filesDir: string, folder: string, hashes: readonly string[]): Promise<Result<undefined>> => {
  const problems = []
  for (const sha256 of hashes) {
    const found = await copyFile(storedPath(filesDir, sha256), storedPath(join(folder, 'files'), sha256))
    if (found !== sha256)
      problems.push(errorAt('backupFault', sha256, { reason: found === undefined ? 'missingFile' : 'damaged', subject: sha256 }))
  }
  return problems.length > 0 ? refuse(...problems) : accept(undefined)
}

const copyOthers = async (dataDir: string, folder: string): Promise<Manifest['others']> => {
  const heads = await readdir(join(dataDir, 'files/log-heads'), { recursive: true }).catch(() => [])
  const paths = ['secret.key', 'demo-accounts.json', ...heads.map((path) => `files/log-heads/${path.replaceAll('\\', '/')}`)].filter(
    isOther,
  )
  const copied = await Promise.all(
    paths.map(async (path) => ({ path, sha256: await copyFile(join(dataDir, path), join(folder, 'others', path)) })),
  )
  return copied.flatMap(({ path, sha256 }) => (sha256 === undefined ? [] : [{ path, sha256 }]))
}

const prepare = async (folder: string): Promise<Result<undefined>> => {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const isEmpty = (await readdir(folder)).length === 0
  return isEmpty ? accept(undefined) : refuse(errorAt('backupFault', folder, { reason: 'folderNotEmpty', subject: folder }))
}

/** The owner of the tables is fenced too unless it may bypass row-level security. */
const isFenced = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === '42501' && /row-level security/.test(error.message)

/**
 * Takes a backup into an empty folder while people work: rows as of one moment, then the files these rows name, which were on disk before their
 * rows were. The manifest is written last.
 */
export const takeBackup = async ({ ownerUrl, dataDir }: BackupSource, folder: string): Promise<Result<Manifest>> => {
  const prepared = await prepare(folder)
  if (!prepared.ok) return prepared
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'parindex backup' })
  await client.connect()
  try {
    const rows = await copyTables(client, folder)
    const stored = await copyStored(join(dataDir, 'files'), folder, rows.files)
    if (!stored.ok) return stored
    const manifest: Manifest = { format: 'parindex/backup@1', ...rows, others: await copyOthers(dataDir, folder) }
    const aside = join(folder, `.${manifestName}`)
    await writeFile(aside, `${JSON.stringify(manifest, null, 2)}\n`, { flush: true, mode: 0o600 })
    await rename(aside, join(folder, manifestName))
    return accept(manifest)
  } catch (error) {
    if (isFenced(error))
      return refuse(errorAt('backupFault', '', { reason: 'ownerFenced', subject: decodeURIComponent(new URL(ownerUrl).username) }))
    throw error
  } finally {
    await client.end()
  }
}
