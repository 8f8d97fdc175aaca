import pg from 'pg'
import { expect, it, vi } from 'vitest'
import { createTestDatabase } from '../../../test/database.ts'
import { withDatabase } from '../../../test/database-server.ts'
import { rewriteTables } from './rewrite-tables.ts'

it('does not rewrite while a transaction begun before still runs, in whatever database of the server', { timeout: 120_000 }, async () => {
  const { ownerUrl } = await createTestDatabase()
  const [own, elsewhere] = [ownerUrl, withDatabase(ownerUrl, 'postgres')].map((url) => new pg.Client({ connectionString: url }))
  if (!own || !elsewhere) throw new Error('two clients')
  await Promise.all([own.connect(), elsewhere.connect()])
  try {
    await elsewhere.query('begin')
    await elsewhere.query('select pg_current_xact_id()')
    const { rows } = await own.query<{ since: string }>('select pg_current_xact_id()::text as since')
    const rewrite = () => rewriteTables(ownerUrl, ['unit'], rows[0]?.since ?? '')
    await expect(rewrite()).rejects.toThrow('still seen')
    await elsewhere.query('commit')
    await vi.waitFor(rewrite, { timeout: 90_000, interval: 200 })
  } finally {
    await Promise.all([own.end(), elsewhere.end()])
  }
})
