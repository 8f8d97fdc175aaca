import Fastify from 'fastify'
import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { createTestDatabase } from '../../../test/database.ts'
import { createLog } from './log.ts'

const { ownerUrl } = await createTestDatabase()

const record = async (isReadable: boolean): Promise<readonly string[]> => {
  const lines: string[] = []
  const app = Fastify({ loggerInstance: createLog({ level: 'info', isReadable, write: (line) => lines.push(line) }) })
  app.get('/api/units/:id', () => ({}))
  app.get('/api/failing', async (request) => {
    const client = new pg.Client({ connectionString: ownerUrl })
    await client.connect()
    await client.query('select $1::uuid', ['Nguyễn Văn Mẫu']).catch((error: unknown) => request.log.error({ err: error }, 'unexpected'))
    await client.end()
  })
  await app.inject('/api/units/7?search=Nguyen+Van+Mau')
  await app.inject('/api/failing')
  await app.close()
  return lines
}

describe('the log', () => {
  it('is one JSON object per line, with the request’s id, status and time', async () => {
    const entries = (await record(false)).map((line) => JSON.parse(line) as Record<string, unknown>)
    const done = entries.find((each) => each['msg'] === 'request completed')
    expect(done).toMatchObject({ level: 'info', res: { status: 200, method: 'GET', path: '/api/units/7' }, reqId: expect.any(String) })
  })

  it('holds nothing of what people searched or entered, nor their addresses', async () => {
    const text = (await record(false)).join('')
    expect(text).toContain('invalid input syntax for type uuid')
    expect(text).not.toMatch(/Nguy|Mau|Mẫu|127\.0\.0\.1/)
  })

  it('is readable at a terminal', async () => {
    const text = (await record(true)).join('')
    expect(text).toMatch(/^\d\d:\d\d:\d\d {4}GET \/api\/units\/7 200 \d+ ms\n/)
    expect(text).toMatch(/!! unexpected: invalid input syntax for type uuid \[req-2\]\n {4}at /)
  })
})
