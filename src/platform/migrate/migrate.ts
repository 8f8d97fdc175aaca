import pg from 'pg'
import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import { checkHistory, migrationRefused, migrationsFolder, readMigrations, type AppliedMigration, type Migration } from './migrations.ts'

/** Any number that nobody else takes a lock on: several nodes start at once, one migrates, the others wait. */
const migrationLock = 4_611_202_611

const oldestServer = 150_000

const describe = (error: unknown): string => (error instanceof Error ? error.message : String(error))

const readApplied = async (client: pg.Client): Promise<readonly AppliedMigration[]> => {
  await client.query(`
    create table if not exists migration (
      number integer primary key,
      name text not null,
      sha256 text not null,
      applied_at timestamptz not null default now()
    )`)
  const { rows } = await client.query<AppliedMigration>('select number, name, sha256 from migration order by number')
  return rows
}

const apply = async (client: pg.Client, migration: Migration): Promise<void> => {
  await client.query('begin')
  try {
    await client.query(migration.sql)
    await client.query('insert into migration (number, name, sha256) values ($1, $2, $3)', [
      migration.number,
      migration.name,
      migration.sha256,
    ])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

const migrateWith = async (client: pg.Client, migrations: readonly Migration[]): Promise<Result<readonly string[]>> => {
  const version = await client.query<{ number: number; name: string }>(
    `select current_setting('server_version_num')::int as number, current_setting('server_version') as name`,
  )
  const server = version.rows[0]
  if (server === undefined || server.number < oldestServer) return refuse(migrationRefused('databaseTooOld', '', server?.name))
  await client.query('select pg_advisory_lock($1)', [migrationLock])
  const applied = await readApplied(client)
  const problems = checkHistory(migrations, applied)
  if (problems.length > 0) return refuse(...problems)
  const done = new Set(applied.map((each) => each.number))
  const pending = migrations.filter((each) => !done.has(each.number))
  for (const migration of pending) {
    try {
      await apply(client, migration)
    } catch (error) {
      return refuse(migrationRefused('failed', migration.name, describe(error)))
    }
  }
  return accept(pending.map((each) => each.name))
}

/**
 * Brings a database to the state of `migrations/`: each file in a transaction of its own, forward only. Returns the names of the
 * files that were applied now. Runs as the owner.
 */
export const migrate = async (ownerUrl: string, folder: string = migrationsFolder): Promise<Result<readonly string[]>> => {
  const migrations = await readMigrations(folder)
  if (!migrations.ok) return migrations
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'parindex migrate' })
  try {
    await client.connect()
  } catch (error) {
    return refuse(errorAt('databaseUnreachable', 'DATABASE_OWNER_URL', { setting: 'DATABASE_OWNER_URL', detail: describe(error) }))
  }
  try {
    return await migrateWith(client, migrations.value)
  } finally {
    // Ends the session, and with it the lock.
    await client.end()
  }
}
