import { randomBytes } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, inject } from 'vitest'
import { withDatabase } from './database-server.ts'

/** A migrated, empty database of one test file; dropped after its last test. */
export interface TestDatabase {
  /** Owns the tables; passes row-level security. For preparing and for looking behind the curtain. */
  readonly ownerUrl: string
  /** What the application gets. */
  readonly applicationUrl: string
}

const run = async (url: string, statement: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

/** What PostgreSQL answers while its own cleaner, which only a superuser may end, is at work in the database. */
const notAllowedToEnd = '42501'

/** A cleaner that works in the database at that moment is through within a second or two: wait for it. */
export const dropDatabase = async (maintenance: string, name: string): Promise<void> => {
  const deadline = Date.now() + 30_000
  for (;;) {
    try {
      return await run(maintenance, `drop database if exists ${name} with (force)`)
    } catch (error) {
      if (!(error instanceof pg.DatabaseError) || error.code !== notAllowedToEnd || Date.now() > deadline) throw error
      await setTimeout(200)
    }
  }
}

/** Call it at the top of a test file or in `beforeAll`; takes some 50 ms. */
export const createTestDatabase = async (): Promise<TestDatabase> => {
  const template = inject('templateDatabase')
  const templateName = new URL(template.ownerUrl).pathname.slice(1)
  const name = `test_${randomBytes(6).toString('hex')}`
  const maintenance = withDatabase(template.ownerUrl, 'postgres')
  await run(maintenance, `create database ${name} template ${templateName} strategy wal_log`)
  afterAll(() => dropDatabase(maintenance, name), 45_000)
  return { ownerUrl: withDatabase(template.ownerUrl, name), applicationUrl: withDatabase(template.applicationUrl, name) }
}
