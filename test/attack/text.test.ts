import { beforeAll, describe, expect, it } from 'vitest'
import { startTestApplication, type TestApplication } from '../application.ts'
import { testPassword } from '../authority.ts'
import { createSmallCycle } from '../small-cycle.ts'

let application: TestApplication
let scores: string
const cookies: Record<string, string> = {}
beforeAll(async () => {
  application = await startTestApplication()
  const { cycleId, units } = await createSmallCycle(application.owner, application.authority)
  scores = `/api/cycles/${cycleId}/units/${units[0]?.id}/self-assessment/scores`
  for (const signInName of ['unitofficer.so-1', 'methodowner', 'administrator']) {
    const reply = await application.app.inject({ method: 'POST', url: '/api/sign-in', payload: { signInName, password: testPassword } })
    cookies[signInName] = `${reply.cookies[0]?.name}=${reply.cookies[0]?.value}`
  }
})

type Asked = readonly [method: 'GET' | 'POST' | 'PATCH', url: () => string, payload?: string | object]
const ask = (who: string, [method, url, payload]: Asked) =>
  application.app.inject({
    method,
    url: url(),
    headers: { cookie: cookies[who], 'content-type': 'application/json' },
    ...(payload !== undefined && { payload: typeof payload === 'string' ? payload : JSON.stringify(payload) }),
  })
const claim = (change: object): Asked => [
  'PATCH',
  () => scores,
  { claims: [{ nodeId: '1.1', version: 0, status: 'scored', points: '1', ...change }] },
]
const deep = 100_000

/** Each once ended as "unexpected": PostgreSQL or the stack refused what nobody had looked at. */
const hostile: readonly (readonly [string, string, Asked])[] = [
  ['a NUL in an explanation', 'unitofficer.so-1', claim({ explanation: 'a\0b' })],
  ['half a character in an explanation', 'unitofficer.so-1', claim({ explanation: 'a\ud800b' })],
  ['a version that no row can have', 'unitofficer.so-1', claim({ version: 3_000_000_000 })],
  ['lists nested without end', 'unitofficer.so-1', ['PATCH', () => scores, `{"claims":${'['.repeat(deep)}${']'.repeat(deep)}}`]],
  ['objects nested without end', 'unitofficer.so-1', ['PATCH', () => scores, `{"claims":${'{"a":'.repeat(deep)}1${'}'.repeat(deep)}}`]],
  ['a NUL in a search of units', 'methodowner', ['GET', () => '/api/units?search=%00']],
  ['a NUL in a search of people', 'administrator', ['GET', () => '/api/people?search=%00']],
  ['a NUL in a unit’s name', 'methodowner', ['POST', () => '/api/units', { units: [{ code: 'a', name: 'a\0', kind: 'commune' }] }]],
  [
    'a unit below a unit that is not there',
    'methodowner',
    ['POST', () => '/api/units', { units: [{ code: 'a', name: 'a', kind: 'commune', parentId: crypto.randomUUID() }] }],
  ],
  ['a NUL in a sign-in name', 'methodowner', ['POST', () => '/api/sign-in', { signInName: 'a\0', password: 'x' }]],
]

describe('what cannot be stored', () => {
  it.each(hostile)('is refused with a problem: %s', async (_, who, asked) => {
    const reply = await ask(who, asked)
    expect(reply.statusCode).toBeGreaterThanOrEqual(400)
    expect(reply.statusCode).toBeLessThan(500)
    expect(reply.json<{ problems: unknown[] }>().problems.length).toBeGreaterThan(0)
  })

  it('changes nothing of text that can be: marks of writing direction, emoji, letters with loose marks', async () => {
    const reply = await ask('unitofficer.so-1', claim({ explanation: '\u202eabc 👩‍👩‍👧 Đạt'.normalize('NFD') }))
    expect(reply.statusCode).toBe(200)
  })

  it('is no way to other points: digits of other scripts, exponents and signs', async () => {
    for (const points of ['1e1', '٣', '１', 'NaN', 'Infinity', '0x1', '1_0', '2.00001', '2.0001', '-0.1', '9'.repeat(100_000)])
      expect((await ask('unitofficer.so-1', claim({ points, version: 1 }))).statusCode, points.slice(0, 20)).toBe(422)
  })
})
