import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FastifyBaseLogger } from 'fastify'
import { type AppSettings, createApp } from './app.ts'
import { accept, type Result } from './core/result.ts'
import type { Problem } from './core/problem.ts'
import { ensureDemo } from './demo/ensure-demo.ts'
import type { DemoAccount } from './features/session/contract.ts'
import { listen } from './listen.ts'
import type { Closing } from './platform/closing.ts'
import { type Database, openDatabase } from './platform/database/database.ts'
import { actFor } from './platform/database/transaction.ts'
import { migrate } from './platform/migrate/migrate.ts'
import { startPostgres } from './platform/postgres/start-postgres.ts'
import { loadSecret } from './platform/settings/secret.ts'
import type { Settings } from './platform/settings/settings.ts'

/** An application that answers. */
export interface Installation {
  readonly port: number
  readonly demoAccounts: readonly DemoAccount[] | undefined
  /** No authority, so nobody can sign in. */
  readonly isUnfounded: boolean
}

interface Surroundings {
  readonly logger: FastifyBaseLogger
  readonly closing: Closing
  readonly pagesDir: string
  /** No demo province even where the data folder is empty. */
  readonly staysEmpty: boolean
  readonly onDatabaseTrouble: (problem: Problem) => void
  readonly onBuildingDemo: () => void
}

interface DatabaseAddress {
  readonly applicationUrl: string
  readonly ownerUrl: string
}

const findDatabase = async (settings: Settings, { onDatabaseTrouble, closing }: Surroundings): Promise<Result<DatabaseAddress>> => {
  if (settings.database !== undefined) return accept(settings.database)
  const started = await startPostgres({ dataDir: settings.dataDir, onTrouble: onDatabaseTrouble })
  if (started.ok) await closing.add(started.value.stop)
  return started
}

const appSettings = async (
  settings: Settings,
  pagesDir: string,
  filesDir: string,
  demoAccounts: readonly DemoAccount[] | undefined,
  ownerUrl: string,
): Promise<AppSettings> => ({
  trustProxy: settings.trustedProxies.length > 0 ? [...settings.trustedProxies] : false,
  isHttps: settings.isHttps,
  pagesDir,
  filesDir,
  secret: await loadSecret(settings.sessionSecret, settings.dataDir),
  ownerUrl,
  worksOnJobs: true,
  trustedRoots: await readFile(join(settings.dataDir, 'trusted-roots.pem'), 'utf8').catch(() => ''),
  ...(settings.smtpUrl && { mail: { url: settings.smtpUrl, baseUrl: settings.baseUrl?.href } }),
  ...(demoAccounts === undefined ? {} : { demoAccounts }),
  ...(settings.singleSignOn && { singleSignOn: settings.singleSignOn }),
})

const isUnfounded = async (database: Database): Promise<boolean> => {
  const known = await actFor(database, 'signIn', async (transaction) =>
    accept(await transaction.selectFrom('authority').select('id').limit(1).executeTakeFirst()),
  )
  return known.ok && known.value === undefined
}

/** From settings to an application that answers, or to everything that stands in the way. What was opened is left to `closing`. */
export const openInstallation = async (settings: Settings, around: Surroundings): Promise<Result<Installation>> => {
  const address = await findDatabase(settings, around)
  if (!address.ok) return address
  const migrated = await migrate(address.value.ownerUrl)
  if (!migrated.ok) return migrated
  const { dataDir } = settings
  const filesDir = join(dataDir, 'files')
  const wantsDemo = settings.isDemo && !around.staysEmpty
  const demoAccounts = wantsDemo
    ? await ensureDemo({ ownerUrl: address.value.ownerUrl, dataDir, filesDir, onBuilding: around.onBuildingDemo })
    : undefined
  const database = openDatabase({ connectionString: address.value.applicationUrl })
  await around.closing.add(() => database.destroy())
  const app = await createApp(
    database,
    await appSettings(settings, around.pagesDir, filesDir, demoAccounts, address.value.ownerUrl),
    around.logger,
  )
  await around.closing.add(() => app.close())
  const port = await listen(app, settings)
  if (!port.ok) return port
  return accept({ port: port.value, demoAccounts, isUnfounded: await isUnfounded(database) })
}
