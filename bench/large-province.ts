import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { createApp } from '../src/app.ts'
import { type Database, openDatabase } from '../src/platform/database/database.ts'
import { migrate } from '../src/platform/migrate/migrate.ts'
import { superuser } from '../src/platform/postgres/cluster.ts'
import { socketUrl } from '../src/platform/postgres/connection.ts'
import { foldersOf } from '../src/platform/postgres/folders.ts'
import { startPostgres } from '../src/platform/postgres/start-postgres.ts'
import { openSession, sessionCookie } from '../src/platform/session/session.ts'
import { type Filled, fillProvince } from './fill-province.ts'
import { processorTime } from './processor-time.ts'

export interface LargeProvince extends Filled {
  readonly address: string
  readonly database: Database
  /** Passes row-level security: for looking behind the curtain. */
  readonly owner: Database
  /** The session cookie of an appraiser who may also read results. */
  readonly cookie: string
  readonly signIn: (personId: string) => Promise<string>
  /** Milliseconds of processor so far, of this process and of all of the database. */
  readonly processorTime: () => Promise<number>
  readonly stop: () => Promise<void>
}

/** What a kept folder says of what is in it. */
const descriptionOf = (dataDir: string): string => join(dataDir, 'province.json')

const readFilled = async (dataDir: string): Promise<Filled | undefined> => {
  const text = await readFile(descriptionOf(dataDir), 'utf8').catch(() => undefined)
  return text === undefined ? undefined : (JSON.parse(text) as Filled)
}

/** Millions of rows of which each is known to fit: they come in without the triggers and keys that hold acts, which only a superuser may allow. */
const allowPlainRows = async (dataDir: string): Promise<void> => {
  const server = openDatabase({ connectionString: socketUrl(foldersOf(dataDir), superuser, 'postgres'), max: 1 })
  await sql`grant set on parameter session_replication_role to parindex_owner`.execute(server)
  await server.destroy()
}

const fill = async (dataDir: string, owner: Database, ownerUrl: string, years: number): Promise<Filled> => {
  await allowPlainRows(dataDir)
  const migrated = await migrate(ownerUrl)
  if (!migrated.ok) throw new Error(JSON.stringify(migrated.problems))
  const filled = await owner.transaction().execute((transaction) => fillProvince(transaction, years))
  await sql`vacuum (analyze)`.execute(owner)
  return filled
}

/** `--folder NAME` keeps the province for the next run; without it a new one is made and removed. */
const folderOf = async (): Promise<{ dataDir: string; isKept: boolean }> => {
  const at = process.argv.indexOf('--folder')
  const kept = at < 0 ? undefined : process.argv[at + 1]
  if (kept === undefined) return { dataDir: await mkdtemp(join(tmpdir(), 'parindex-bench-')), isKept: false }
  await mkdir(kept, { recursive: true })
  return { dataDir: kept, isKept: true }
}

/** A province of 3,321 communes × 120 leaves × claimed and given in a durable database of its own, served over HTTP on a free port. */
export const startLargeProvince = async ({ years = 1 }: { readonly years?: number } = {}): Promise<LargeProvince> => {
  const { dataDir, isKept } = await folderOf()
  const postgres = await startPostgres({ dataDir })
  if (!postgres.ok) throw new Error(JSON.stringify(postgres.problems))
  const owner = openDatabase({ connectionString: postgres.value.ownerUrl, max: 1 })
  const filled = (await readFilled(dataDir)) ?? (await fill(dataDir, owner, postgres.value.ownerUrl, years))
  await writeFile(descriptionOf(dataDir), JSON.stringify(filled))
  const signIn = async (personId: string): Promise<string> => {
    const person = { id: personId, authorityId: filled.actor.authorityId }
    const entrance = { address: '127.0.0.1', userAgent: '', by: 'password', secondFactorDue: false } as const
    return `${sessionCookie}=${await owner.transaction().execute((transaction) => openSession(transaction, person, entrance))}`
  }
  const database = openDatabase({ connectionString: postgres.value.applicationUrl })
  const app = await createApp(database, {
    trustProxy: false,
    isHttps: false,
    pagesDir: dataDir,
    filesDir: join(dataDir, 'files'),
    secret: 'bench',
  })
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  const stop = async (): Promise<void> => {
    await app.close()
    await Promise.all([database.destroy(), owner.destroy()])
    await postgres.value.stop()
    if (!isKept) await rm(dataDir, { recursive: true, force: true })
  }
  const cookie = await signIn(filled.actor.personId)
  return { address, database, owner, ...filled, cookie, signIn, processorTime: () => processorTime(dataDir), stop }
}
