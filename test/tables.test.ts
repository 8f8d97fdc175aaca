import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from '../src/platform/database/database.ts'
import { findTests, readSources, root } from './architecture/source-file.ts'
import { createTestDatabase } from './database.ts'

interface Row {
  readonly table: string
  readonly writers: readonly string[]
  readonly isUnwritten: boolean
}

const rows = readFileSync(join(root, 'docs/tables.md'), 'utf8')
  .split('\n')
  .flatMap((line): readonly Row[] => {
    const [, table, , writer] = /^\| `([a-z_]+)` \|(.*)\| ([^|]+) \|$/.exec(line) ?? []
    if (table === undefined || writer === undefined) return []
    return [
      {
        table,
        writers: [...writer.matchAll(/`(src\/[^`]+)`/g)].flatMap(([, path]) => path ?? []),
        isUnwritten: writer.startsWith('none yet') || writer.startsWith('a trigger'),
      },
    ]
  })

/** What code says that changes rows: the words of Kysely, and those of SQL. */
const change =
  /(?:insertInto|updateTable|deleteFrom)\(\s*'([a-z_]+)'|\b(?:insert into|delete from)\s+([a-z_]+)|\bupdate\s+([a-z_]+)(?:\s+as)?(?:\s+\w+)?\s+set\b/g

/** Files that change a table, without tests and without the demo province. */
const changes = (): readonly { readonly table: string; readonly path: string }[] => {
  const sources = readSources('src')
  const tests = findTests(sources)
  return sources
    .filter(({ path }) => !tests.has(path) && !path.startsWith('src/demo/'))
    .flatMap(({ path }) =>
      [...readFileSync(join(root, path), 'utf8').matchAll(change)].map(([, kysely, inserted, updated]) => ({
        table: kysely ?? inserted ?? updated ?? '',
        path,
      })),
    )
}

let tables: readonly string[]
beforeAll(async () => {
  const { ownerUrl } = await createTestDatabase()
  const database = openDatabase({ connectionString: ownerUrl, max: 1 })
  const found = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = 'public' order by tablename`.execute(database)
  await database.destroy()
  tables = found.rows.map(({ name }) => name)
})

describe('docs/tables.md', () => {
  it('has every table of the migrated database once', () => {
    expect(rows.map(({ table }) => table).sort()).toEqual(tables)
  })

  it('names writers that exist, or says that there is none', () => {
    expect(rows.filter(({ writers, isUnwritten }) => (writers.length === 0) !== isUnwritten).map(({ table }) => table)).toEqual([])
    expect(rows.flatMap(({ writers }) => writers).filter((path) => !existsSync(join(root, path)))).toEqual([])
  })

  it('names everyone who writes, and nobody who does not', () => {
    const found = changes().filter(({ table }) => tables.includes(table))
    const writersOf = (name: string) => rows.find(({ table }) => table === name)?.writers ?? []
    expect(found.filter(({ table, path }) => !writersOf(table).some((writer) => path.startsWith(`${writer}/`)))).toEqual([])
    const idle = rows.flatMap(({ table, writers }) =>
      writers
        .filter((writer) => !found.some((each) => each.table === table && each.path.startsWith(`${writer}/`)))
        .map((writer) => `${writer} ${table}`),
    )
    expect(idle).toEqual([])
  })
})
