import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { createTestDatabase } from '../../../test/database.ts'
import { migrate } from './migrate.ts'
import { migrationsFolder, readMigrations } from './migrations.ts'

const { ownerUrl } = await createTestDatabase()
const client = new pg.Client({ connectionString: ownerUrl })
await client.connect()
const folders: string[] = []

const folderWith = async (files: Readonly<Record<string, string>>): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'migrations-'))
  folders.push(folder)
  for (const [name, sql] of Object.entries(files)) await writeFile(join(folder, name), sql)
  return folder
}

const refusals = async (files: Readonly<Record<string, string>>): Promise<unknown> => {
  const result = await migrate(ownerUrl, await folderWith(files))
  return result.ok ? result : result.problems.map((each) => [each.at, each.code === 'migrationRefused' ? each.reason : each.code])
}

const first = { '0001_first.sql': 'create table first (a int);' }
const third = { '0003_third.sql': 'create table third (a int);' }

beforeEach(async () => {
  await client.query('drop table if exists migration, first, third')
})
afterAll(async () => {
  await client.end()
  for (const folder of folders) await rm(folder, { recursive: true })
})

describe('migrations', () => {
  it('of this version are all well named and read', async () => {
    const migrations = await readMigrations(migrationsFolder)
    expect(migrations.ok && migrations.value.map((each) => each.number)).toContain(1)
  })

  it('are applied once, also when two nodes start at once', async () => {
    const folder = await folderWith({ ...first, ...third })
    const both = await Promise.all([migrate(ownerUrl, folder), migrate(ownerUrl, folder)])
    expect(both.map((each) => each.ok && each.value.length).toSorted((a, b) => Number(a) - Number(b))).toEqual([0, 2])
    expect(await migrate(ownerUrl, folder)).toEqual({ ok: true, value: [] })
  })

  it('refuse a file that was changed after it was applied', async () => {
    await refusals(first)
    expect(await refusals({ '0001_first.sql': 'create table first (b int);' })).toEqual([['0001_first.sql', 'changed']])
  })

  it('take other line ends for no change', async () => {
    await refusals({ '0001_first.sql': 'create table first\n(a int);' })
    expect(await refusals({ '0001_first.sql': 'create table first\r\n(a int);' })).toEqual({ ok: true, value: [] })
  })

  it('refuse a file that is gone and one that comes too late, both at once', async () => {
    await refusals({ ...first, ...third })
    expect(await refusals({ '0002_second.sql': 'select 1', ...third })).toEqual([
      ['0001_first.sql', 'missing'],
      ['0002_second.sql', 'unordered'],
    ])
  })

  it('refuse names out of the pattern and numbers that stand twice', async () => {
    expect(await refusals({ ...first, '0001_again.sql': '', 'notes.txt': '' })).toEqual([
      ['0001_first.sql', 'badName'],
      ['notes.txt', 'badName'],
    ])
  })

  it('leave nothing of a file that fails, and keep those before it', async () => {
    expect(await refusals({ ...first, '0002_bad.sql': 'create table third (a int); select nonsense;' })).toEqual([
      ['0002_bad.sql', 'failed'],
    ])
    const { rows } = await client.query<{ name: string }>(`select name from migration`)
    expect(rows).toEqual([{ name: '0001_first.sql' }])
    expect((await client.query(`select to_regclass('third') as found`)).rows).toEqual([{ found: null }])
  })

  it('say that a database does not answer', async () => {
    const result = await migrate('postgresql://nobody@127.0.0.1:1/none')
    expect(result.ok ? [] : result.problems.map((each) => each.code)).toEqual(['databaseUnreachable'])
  })
})
