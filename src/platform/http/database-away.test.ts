import { expect, it } from 'vitest'
import { createApp } from '../../app.ts'
import { openDatabase } from '../database/database.ts'
import { sessionCookie } from '../session/session.ts'

it('says that the database is away, with when to try again, instead of failing', async () => {
  const database = openDatabase({ host: '127.0.0.1', port: 1, user: 'nobody', database: 'none' })
  const app = await createApp(database, {
    trustProxy: false,
    isHttps: false,
    pagesDir: '/nonexistent',
    filesDir: '/tmp/parindex-away',
    secret: 'x',
  })
  const reply = await app.inject({ url: '/api/session', headers: { cookie: `${sessionCookie}=token` } })
  await app.close()
  await database.destroy()
  expect(reply.statusCode).toBe(503)
  expect(reply.headers['retry-after']).toBe('3')
  expect(reply.json<{ problems: { code: string }[] }>().problems[0]?.code).toBe('databaseAway')
})
