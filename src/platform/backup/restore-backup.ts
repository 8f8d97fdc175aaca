import { createReadStream } from 'node:fs'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { errorAt, type Problem } from '../../core/problem.ts'
import { refuse, type Result } from '../../core/result.ts'
import { storedPath } from '../files/file-folders.ts'
import { migrate } from '../migrate/migrate.ts'
import { migrationsFolder, readMigrations } from '../migrate/migrations.ts'
import { copyFile, hashFile } from './copy-file.ts'
import { type Manifest, readManifest, tablePath } from './manifest.ts'
import type { BackupSource } from './take-backup.ts'

const damaged = (subject: string): Problem => errorAt('backupFault', subject, { reason: 'damaged', subject })

/** Every part of a backup against its hash, before anything is put back. */
export const checkBackup = async (folder: string): Promise<Result<Manifest>> => {
  const manifest = await readManifest(folder)
  if (!manifest.ok) return manifest
  const { tables, files, others } = manifest.value
  const parts = [
    ...tables.map(({ name, sha256 }) => ({ name: `tables/${name}`, path: tablePath(folder, name), sha256 })),
    ...files.map((sha256) => ({ name: `files/${sha256}`, path: storedPath(join(folder, 'files'), sha256), sha256 })),
    ...others.map(({ path, sha256 }) => ({ name: path, path: join(folder, 'others', path), sha256 })),
  ]
  const problems: Problem[] = []
  for (const { name, path, sha256 } of parts) if ((await hashFile(path)) !== sha256) problems.push(damaged(name))
  return problems.length > 0 ? refuse(...problems) : manifest
}

/** The tables as they were when the backup was taken; a newer program brings them up to date afterwards. */
const migrateTo = async (ownerUrl: string, wanted: Manifest['migrations']): Promise<Result<readonly string[]>> => {
  const known = await readMigrations(migrationsFolder)
  if (!known.ok) return known
  const foreign = wanted.find((each) => !known.value.some(({ name, sha256 }) => name === each.name && sha256 === each.sha256))
  if (foreign) return refuse(errorAt('backupFault', foreign.name, { reason: 'otherVersion', subject: foreign.name }))
  const folder = await mkdtemp(join(tmpdir(), 'parindex-migrations-'))
  try {
    for (const { name } of wanted) await cp(join(migrationsFolder, name), join(folder, name))
    return await migrate(ownerUrl, folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}

const copyRows = async (client: pg.Client, folder: string, table: Manifest['tables'][number]): Promise<void> => {
  const name = pg.escapeIdentifier(table.name)
  const columns = table.columns.map((column) => pg.escapeIdentifier(column)).join(', ')
  const into = client.query(copyFrom(`copy ${name} (${columns}) from stdin`))
  await pipeline(createReadStream(tablePath(folder, table.name)), createGunzip(), into)
  if (into.rowCount !== table.rows) throw new Error(`${table.name}: ${into.rowCount} rows instead of ${table.rows}`)
}

const sequencesQuery = `
  select pg_get_serial_sequence(quote_ident(c.relname), a.attname) as sequence, c.relname as table, a.attname as column
  from pg_class c join pg_attribute a on a.attrelid = c.oid
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attidentity <> ''`

/** Numbers given by the database go on after the highest that was given. */
const moveSequences = async (client: pg.Client): Promise<void> => {
  const { rows } = await client.query<{ sequence: string; table: string; column: string }>(sequencesQuery)
  for (const { sequence, table, column } of rows) {
    const [name, field] = [pg.escapeIdentifier(table), pg.escapeIdentifier(column)]
    await client.query(`select setval($1, coalesce((select max(${field}) from ${name}), 0) + 1, false)`, [sequence])
  }
}

/** All rows in one transaction, under the database's own constraints. Triggers are of acts, and rest meanwhile. */
const putRowsBack = async (ownerUrl: string, folder: string, { tables }: Manifest): Promise<void> => {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'parindex restore' })
  await client.connect()
  try {
    await client.query('begin')
    for (const { name } of tables) await client.query(`alter table ${pg.escapeIdentifier(name)} disable trigger user`)
    for (const table of tables) await copyRows(client, folder, table)
    await moveSequences(client)
    // What constraints ask for at the end of an act is asked for now: no table can be changed that still waits for it.
    await client.query('set constraints all immediate')
    for (const { name } of tables) await client.query(`alter table ${pg.escapeIdentifier(name)} enable trigger user`)
    await client.query('commit')
    await client.query('analyze')
  } finally {
    await client.end()
  }
}

const isEmptyDatabase = async (ownerUrl: string): Promise<boolean> => {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const { rowCount } = await client.query(`select from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' limit 1`)
    return rowCount === 0
  } finally {
    await client.end()
  }
}

const putFilesBack = async (folder: string, dataDir: string, { files, others }: Manifest): Promise<void> => {
  for (const sha256 of files) await copyFile(storedPath(join(folder, 'files'), sha256), storedPath(join(dataDir, 'files'), sha256))
  for (const { path } of others) await copyFile(join(folder, 'others', path), join(dataDir, path))
}

/** Puts a backup back into an empty database and data folder, after every part of it was checked; then brings the tables up to this version. */
export const restoreBackup = async ({ ownerUrl, dataDir }: BackupSource, folder: string): Promise<Result<Manifest>> => {
  const checked = await checkBackup(folder)
  if (!checked.ok) return checked
  if (!(await isEmptyDatabase(ownerUrl)))
    return refuse(errorAt('backupFault', '', { reason: 'databaseNotEmpty', subject: new URL(ownerUrl).pathname.slice(1) }))
  const migrated = await migrateTo(ownerUrl, checked.value.migrations)
  if (!migrated.ok) return migrated
  await putRowsBack(ownerUrl, folder, checked.value)
  await putFilesBack(folder, dataDir, checked.value)
  const current = await migrate(ownerUrl)
  return current.ok ? checked : current
}
