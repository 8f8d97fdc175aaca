import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { evidenceRoutes } from '../../src/features/evidence/contract.ts'
import { selfAssessmentRoutes } from '../../src/features/self-assessment/contract.ts'
import { startTestApplication, type TestApplication } from '../application.ts'
import { createTestAuthority, testPassword } from '../authority.ts'
import { requestTo, routesOf } from '../authorization/requests.ts'
import type { Call } from '../call.ts'
import { sendFile } from '../send-file.ts'
import { createSmallCycle, type SmallCycle } from '../small-cycle.ts'

/** Ids put together that do not belong together. */
let application: TestApplication
let cycle: SmallCycle
let officer: Call
let neighbour: Call
beforeAll(async () => {
  application = await startTestApplication()
  cycle = await createSmallCycle(application.owner, application.authority)
  officer = await application.signInAs('unitofficer.so-1')
  neighbour = await application.signInAs('unitofficer.so-2')
})
const unitOf = (index: 0 | 1): string => application.authority.departments[index].id
const addTo = async (call: Call, unitId: string): Promise<string> =>
  (
    await call(evidenceRoutes.add, {
      params: { unitId },
      body: {
        secrecy: 'open',
        title: 'Quyết định',
        uploadId: await sendFile(call, unitId, { bytes: Buffer.from('Quyết định'), fileName: '../../a.txt' }),
      },
    })
  ).value.evidence.id

describe('evidence of another unit', () => {
  it('proves nothing, is not read and not corrected, whatever ids it is asked for with', async () => {
    const theirs = await addTo(neighbour, unitOf(1))
    const own = { cycleId: cycle.cycleId, unitId: unitOf(0), nodeId: '1.1', evidenceId: theirs }
    expect((await officer(evidenceRoutes.link, { params: own })).status).toBe(404)
    expect((await officer(evidenceRoutes.file, { params: own, query: {} })).status).toBe(404)
    expect((await officer(evidenceRoutes.fileInCycle, { params: own, query: {} })).status).toBe(404)
    expect((await officer(evidenceRoutes.correct, { params: own, body: { title: 'x' }, ifMatch: 1 })).status).toBe(404)
    expect((await officer(evidenceRoutes.file, { params: { ...own, unitId: unitOf(1) }, query: {} })).status).toBe(403)
  })

  it('is not found by its content: the same file is one’s own only after one has brought it oneself', async () => {
    const mine = await addTo(officer, unitOf(0))
    const file = await officer(evidenceRoutes.file, { params: { unitId: unitOf(0), evidenceId: mine }, query: { manner: 'view' } })
    expect(file.status).toBe(200)
    expect(file.raw.headers['content-disposition']).toMatch(/^attachment; filename="[^/\\]*a\.txt"/)
    expect(file.raw.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' })
    expect(String(file.raw.headers['content-security-policy'])).toContain('sandbox')
  })

  it('keeps leaves of the unit’s own framework alone', async () => {
    const mine = await addTo(officer, unitOf(0))
    for (const nodeId of ['1', '9.9', '__proto__', 'constructor']) {
      const params = { cycleId: cycle.cycleId, unitId: unitOf(0), nodeId, evidenceId: mine }
      expect((await officer(evidenceRoutes.link, { params })).problems[0]?.code, nodeId).toBe('unknownNode')
    }
  })
})

describe('another authority', () => {
  it('is not found on any route that names its units or cycles, whatever role asks', async () => {
    const stranger = await createTestAuthority(application.owner, '.khac')
    const theirs = await createSmallCycle(application.owner, stranger, 'submitted')
    const description = await application.app.inject('/api/openapi.json')
    const routes = routesOf(description.json()).filter(({ about }) => about !== 'authority')
    expect(routes.length).toBeGreaterThan(15)
    for (const signInName of ['methodowner', 'areaLead', 'councilchair', 'leader', 'unitofficer.so-1']) {
      const reply = await application.app.inject({ method: 'POST', url: '/api/sign-in', payload: { signInName, password: testPassword } })
      const cookie = `${reply.cookies[0]?.name}=${reply.cookies[0]?.value}`
      for (const route of routes) {
        const request = requestTo(route, { cycleId: theirs.cycleId, unitId: stranger.departments[0].id })
        const { statusCode } = await application.app.inject({ ...request, headers: { ...request.headers, cookie } })
        expect(statusCode, `${signInName} ${route.method} ${route.path}`).toBe(404)
      }
    }
  }, 60_000)
})

describe('a key of one act', () => {
  const submit = (call: Call, unit: 0 | 1, idempotencyKey: string, acceptsMissing = true) =>
    call(selfAssessmentRoutes.submit, {
      params: { cycleId: cycle.cycleId, unitId: unitOf(unit) },
      body: { acceptsMissing },
      ifMatch: 1,
      idempotencyKey,
    })

  it('does the act once, however many requests come at once', async () => {
    const key = randomUUID()
    const replies = await Promise.all(Array.from({ length: 6 }, () => submit(officer, 0, key)))
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200])
    expect(new Set(replies.map(({ value }) => value.submittedHash)).size).toBe(1)
    const { log } = await application.owner
      .selectFrom('action')
      .select(({ fn }) => fn.countAll<number>().as('log'))
      .where('kind', '=', 'selfAssessmentSubmitted')
      .executeTakeFirstOrThrow()
    expect(Number(log)).toBe(1)
    expect((await submit(officer, 0, key, false)).problems[0]?.code).toBe('idempotencyKeyReused')
    // The same key in another person’s hand is another key: it gives nobody the first one’s answer.
    expect((await submit(neighbour, 0, key)).status).toBe(403)
    expect((await submit(neighbour, 1, key)).value.submittedHash).not.toBe(replies[0]?.value.submittedHash)
  })
})
