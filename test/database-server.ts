import { randomBytes } from 'node:crypto'
import { mkdir, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate } from '../src/platform/migrate/migrate.ts'
import { foldersOf } from '../src/platform/postgres/folders.ts'
import { stopPostmaster } from '../src/platform/postgres/postmaster.ts'
import { processRuns } from '../src/platform/postgres/process.ts'
import { startPostgres } from '../src/platform/postgres/start-postgres.ts'

/** The migrated database that every test file gets a copy of. */
export interface TemplateDatabase {
  readonly ownerUrl: string
  readonly applicationUrl: string
}

declare module 'vitest' {
  interface ProvidedContext {
    templateDatabase: TemplateDatabase
  }
}

export const withDatabase = (url: string, name: string): string => {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}

const prefix = 'parindex-test-'

/** Servers of test runs that were killed. */
const sweep = async (): Promise<void> => {
  for (const name of await readdir(tmpdir())) {
    const pid = Number(new RegExp(`^${prefix}(\\d+)$`).exec(name)?.[1])
    if (Number.isNaN(pid) || processRuns(pid)) continue
    const folder = join(tmpdir(), name)
    await stopPostmaster(foldersOf(folder)).catch(() => undefined)
    await rm(folder, { recursive: true, force: true }).catch(() => undefined)
  }
}

const startEmbedded = async (): Promise<{ template: TemplateDatabase; stop: () => Promise<void> }> => {
  await sweep()
  const dataDir = join(tmpdir(), `${prefix}${process.pid}`)
  await mkdir(dataDir, { recursive: true })
  const started = await startPostgres({ dataDir, durable: false })
  if (!started.ok) throw new Error(JSON.stringify(started.problems))
  const { ownerUrl, applicationUrl, stop } = started.value
  return {
    template: { ownerUrl, applicationUrl },
    stop: async () => {
      await stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** A native server (PostgreSQL 15 or later) whose user may create databases and roles. */
const connectNative = async (url: string): Promise<{ template: TemplateDatabase; stop: () => Promise<void> }> => {
  const name = `${prefix}${process.pid}`.replaceAll('-', '_')
  const password = randomBytes(16).toString('hex')
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(`create database ${name}`)
  await client.query(`do $$ begin create role parindex_application nologin; exception when duplicate_object then null; end $$`)
  await client.query(`create role ${name} login password '${password}' in role parindex_application`)
  const application = new URL(withDatabase(url, name))
  application.username = name
  application.password = password
  return {
    template: { ownerUrl: withDatabase(url, name), applicationUrl: application.href },
    stop: async () => {
      await client.query(`drop database if exists ${name} with (force)`)
      await client.query(`drop role ${name}`)
      await client.end()
    },
  }
}

/** Once per run: a server of its own in a temporary folder, or the one of `TEST_DATABASE_URL`, with a migrated template. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const native = process.env['TEST_DATABASE_URL']
  const { template, stop } = await (native === undefined ? startEmbedded() : connectNative(native))
  const migrated = await migrate(template.ownerUrl)
  if (!migrated.ok) {
    await stop()
    throw new Error(JSON.stringify(migrated.problems))
  }
  project.provide('templateDatabase', template)
  return stop
}
