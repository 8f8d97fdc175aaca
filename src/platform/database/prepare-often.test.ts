import { type RawBuilder, sql } from 'kysely'
import { afterAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '../../../test/database.ts'
import { accept } from '../../core/result.ts'
import { openDatabase } from './database.ts'
import { actFor } from './transaction.ts'

const { applicationUrl, ownerUrl } = await createTestDatabase()
const owner = openDatabase({ connectionString: ownerUrl, max: 1 })
afterAll(() => owner.destroy())

/** A pool of one connection. */
const openOne = () => {
  const database = openDatabase({ connectionString: applicationUrl, max: 1 })
  afterAll(() => database.destroy())
  const ask = <Row>(query: RawBuilder<Row>) =>
    actFor(database, 'signIn', async (transaction) => accept((await query.execute(transaction)).rows))
  const prepared = async (): Promise<number> => {
    const found = await ask(sql<{ count: number }>`select count(*) from pg_prepared_statements`)
    return found.ok ? (found.value[0]?.count ?? 0) : 0
  }
  return { database, ask, prepared }
}

describe('a statement that runs often', () => {
  it('is planned once, and anew once a migration changed what it reads', async () => {
    await sql`create table words as select * from (values ('a'), ('b')) w(word)`.execute(owner)
    await sql`grant select on words to parindex_application`.execute(owner)
    const { ask, prepared } = openOne()
    const words = () => ask(sql<object>`select * from words where word > ${'a'}`)
    for (let time = 0; time < 5; time++) await words()
    expect(await prepared()).toBe(0)
    for (let time = 0; time < 10; time++) expect(await words()).toEqual(accept([{ word: 'b' }]))
    expect(await prepared()).toBeGreaterThan(0)
    await sql`alter table words add column meaning text`.execute(owner)
    expect(await words()).toEqual(accept([{ word: 'b', meaning: null }]))
  })

  it('is one of at most sixty in a connection, however many there are', async () => {
    const { database, prepared } = openOne()
    const textOf = (length: number) => sql`select 1 where 1 in (${sql.join(Array.from({ length }, (_, index) => index))})`
    await actFor(database, 'signIn', async (transaction) => {
      for (let use = 0; use < 70 * 11; use++) await textOf(1 + (use % 70)).execute(transaction)
      return accept(undefined)
    })
    expect(await prepared()).toBe(60)
  })
})
