import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterAll } from 'vitest'
import { type AppSettings, createApp } from '../src/app.ts'
import { sessionRoutes } from '../src/features/session/contract.ts'
import { type Database, openDatabase } from '../src/platform/database/database.ts'
import { createTestAuthority, type TestAuthority, testPassword } from './authority.ts'
import { type Call, callerOf } from './call.ts'
import { createTestDatabase } from './database.ts'

/** The real application in this process on a fresh database with a small province. */
export interface TestApplication {
  readonly app: FastifyInstance
  /** The application's pool. */
  readonly database: Database
  /** Passes row-level security: for preparing and for looking behind the curtain. */
  readonly owner: Database
  readonly authority: TestAuthority
  readonly filesDir: string
  /** Calls a route as nobody. */
  readonly call: Call
  /** Signs in and gives a caller with that person's session. */
  readonly signInAs: (signInName: string) => Promise<Call>
}

const settingsFor = (filesDir: string): AppSettings => ({
  trustProxy: false,
  isHttps: false,
  pagesDir: join(import.meta.dirname, '../dist'),
  filesDir,
  secret: 'bi-mat-cua-phep-thu-nghiem-0123456789',
})

/** A further node on the same database and files. */
export const startNode = async (
  { applicationUrl, filesDir }: { readonly applicationUrl: string; readonly filesDir: string },
  settings: Partial<AppSettings> = {},
): Promise<{ app: FastifyInstance; database: Database }> => {
  const database = openDatabase({ connectionString: applicationUrl })
  const app = await createApp(database, { ...settingsFor(filesDir), ...settings })
  await app.ready()
  afterAll(async () => {
    await app.close()
    await database.destroy()
  })
  return { app, database }
}

export const signInOn = async (app: FastifyInstance, signInName: string, password = testPassword): Promise<Call> => {
  const reply = await app.inject({
    method: sessionRoutes.signIn.method,
    url: sessionRoutes.signIn.path,
    payload: { signInName, password },
  })
  const cookie = reply.cookies[0]
  if (reply.statusCode !== 200 || !cookie) throw new Error(`${signInName} could not sign in: ${reply.body}`)
  return callerOf(app, `${cookie.name}=${cookie.value}`)
}

/** Call it in `beforeAll` or at the top of a test file; everything is closed and removed after the file's last test. */
export const startTestApplication = async (
  settings: Partial<AppSettings> = {},
): Promise<TestApplication & { readonly applicationUrl: string; readonly ownerUrl: string }> => {
  const urls = await createTestDatabase()
  const owner = openDatabase({ connectionString: urls.ownerUrl, max: 2 })
  afterAll(() => owner.destroy())
  const filesDir = await mkdtemp(join(tmpdir(), 'parindex-files-'))
  afterAll(() => rm(filesDir, { recursive: true, force: true }))
  const authority = await createTestAuthority(owner)
  const { app, database } = await startNode({ applicationUrl: urls.applicationUrl, filesDir }, settings)
  return { ...urls, app, database, owner, authority, filesDir, call: callerOf(app), signInAs: (name) => signInOn(app, name) }
}
