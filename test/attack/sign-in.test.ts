import { beforeAll, describe, expect, it } from 'vitest'
import { startTestApplication, type TestApplication } from '../application.ts'
import { testPassword } from '../authority.ts'

let application: TestApplication
beforeAll(async () => {
  application = await startTestApplication()
})
const signIn = (signInName: string, password: string, headers: Record<string, string> = {}) =>
  application.app.inject({ method: 'POST', url: '/api/sign-in', headers, payload: { signInName, password } })

describe('guessing a password', () => {
  it('gains nothing by sending many guesses at once: the right one among them is not told', async () => {
    const guesses = [...Array.from({ length: 20 }, (_, index) => `sai-${index}-xxxxx`), testPassword]
    const replies = await Promise.all(guesses.map((guess) => signIn('leader', guess)))
    expect(replies.map(({ statusCode }) => statusCode)).not.toContain(200)
    expect((await signIn('leader', testPassword)).statusCode).toBe(429)
  })

  it('is not freed from its lock by other spellings of the name or a made-up address', async () => {
    for (const name of ['LEADER', ' leader ', 'Leader']) expect((await signIn(name, testPassword)).statusCode).toBe(429)
    for (const name of ['leader\u200b', 'ｌeader']) expect((await signIn(name, testPassword)).statusCode).toBe(401)
    expect((await signIn('leader', testPassword, { 'x-forwarded-for': '203.0.113.7' })).statusCode).toBe(429)
  })
})

describe('a session', () => {
  it('is never the one that the browser brought along', async () => {
    const reply = await signIn('inspector', testPassword, { cookie: 'parindex_session=chosen-by-another' })
    expect(reply.cookies[0]).toMatchObject({ name: 'parindex_session', httpOnly: true, sameSite: 'Strict', path: '/' })
    expect(reply.cookies[0]?.value).not.toBe('chosen-by-another')
  })

  it('leaves nothing in caches, whatever the answer', async () => {
    const { cookies } = await signIn('inspector', testPassword)
    for (const url of ['/api/session', '/api/units', '/api/people', '/api/khong-co'])
      for (const cookie of ['', `${cookies[0]?.name}=${cookies[0]?.value}`])
        expect((await application.app.inject({ url, headers: { cookie } })).headers['cache-control'], url).toBe('no-store')
  })

  it.each([
    { origin: 'https://example.org' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'http://localhost:81' },
  ])('does nothing for another site: %o', async (headers) => {
    expect((await signIn('inspector', testPassword, headers as Record<string, string>)).statusCode).toBe(403)
  })

  it('does not let a person keep the password that was handed over', async () => {
    const { cookies } = await signIn('inspector', testPassword)
    const change = (next: string) =>
      application.app.inject({
        method: 'POST',
        url: '/api/session/password',
        headers: { cookie: `${cookies[0]?.name}=${cookies[0]?.value}` },
        payload: { current: testPassword, next },
      })
    expect((await change(testPassword)).json<{ problems: { code: string }[] }>().problems[0]?.code).toBe('samePassword')
    expect((await change(' '.repeat(20))).statusCode).toBe(422)
  })
})
