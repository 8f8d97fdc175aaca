import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '../database.ts'
import { type Column, fenceDifferences, fillTables, listColumns, listFenced, openTables } from './fence-world.ts'
import { specialTables } from './fences.ts'

let owner: pg.Client
let tables: readonly string[]
let columns: readonly Column[]
beforeAll(async () => {
  owner = new pg.Client({ connectionString: (await createTestDatabase()).ownerUrl })
  await owner.connect()
  tables = await listFenced(owner)
  await openTables(owner, tables)
  columns = await listColumns(owner)
  await fillTables(owner, tables, columns)
}, 120_000)
afterAll(() => owner.end())

describe('the fence in the database', () => {
  it('names only tables that are behind it', () => {
    expect(specialTables.filter((each) => !tables.includes(each))).toEqual([])
  })

  it('lets everybody see and put in what the duties say, in every table', async () => {
    const found: string[] = []
    for (const table of tables) found.push(...(await fenceDifferences(owner, table, columns)))
    expect(found).toEqual([])
  }, 120_000)
})
