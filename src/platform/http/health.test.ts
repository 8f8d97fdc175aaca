import { rm, writeFile } from 'node:fs/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import { startTestApplication, type TestApplication } from '../../../test/application.ts'

let application: TestApplication
beforeAll(async () => {
  application = await startTestApplication()
})

describe('the health of the server', () => {
  it('is told by what it needs: database, files and work on jobs', async () => {
    const reply = await application.app.inject('/readyz')
    expect([reply.statusCode, reply.json()]).toEqual([200, { status: 'ok', database: 'ok', files: 'ok', jobs: 'ok' }])
  })

  it('counts requests and their time by route, never by address', async () => {
    await application.app.inject('/api/cycles/00000000-0000-4000-8000-000000000000')
    await application.app.inject('/api/khong-co/1')
    const { body } = await application.app.inject('/metrics')
    expect(body).toContain('parindex_requests_total{method="GET",route="/api/cycles/:cycleId",status="4xx"} 1')
    expect(body).toContain('parindex_requests_total{method="GET",route="other",status="4xx"} 1')
    expect(body).toMatch(/parindex_request_seconds_sum\{method="GET",route="\/readyz"\} \d/)
    expect(body).not.toContain('khong-co')
  })

  it('is bad when nothing can be written', async () => {
    await rm(application.filesDir, { recursive: true })
    await writeFile(application.filesDir, 'no folder')
    const reply = await application.app.inject('/readyz')
    expect([reply.statusCode, reply.json()]).toEqual([503, { status: 'unavailable', database: 'ok', files: 'unavailable', jobs: 'ok' }])
  })
})
