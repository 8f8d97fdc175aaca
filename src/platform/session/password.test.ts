import { expect, it } from 'vitest'
import { startTestApplication } from '../../../test/application.ts'
import { testPassword } from '../../../test/authority.ts'

it('a flood of sign-ins is refused beyond a measure, says when to come back, and the rest is answered', async () => {
  const { app } = await startTestApplication()
  const signIn = (signInName: string, password: string) =>
    app.inject({ method: 'POST', url: '/api/sign-in', payload: { signInName, password } })
  const replies = await Promise.all(Array.from({ length: 300 }, (_, index) => signIn(`khong-co-${index}`, 'sai')))
  const refused = replies.filter(({ statusCode }) => statusCode === 429)
  expect(refused.length).toBeGreaterThan(100)
  for (const { headers } of refused) expect(Number(headers['retry-after'])).toBeGreaterThan(0)
  expect(refused.length + replies.filter(({ statusCode }) => statusCode === 401).length).toBe(300)
})

it('trying passwords at once brings no more tries than one after another', async () => {
  const { app } = await startTestApplication()
  const tries = Array.from({ length: 12 }, (_, index) => `sai-${index}`)
  const replies = await Promise.all(
    tries.map((password) => app.inject({ method: 'POST', url: '/api/sign-in', payload: { signInName: 'leader', password } })),
  )
  expect(replies.filter(({ statusCode }) => statusCode === 401)).toHaveLength(5)
  expect(replies.filter(({ statusCode }) => statusCode === 429)).toHaveLength(7)
})

it('a password beyond any that is taken is refused before it is looked at', async () => {
  const { app } = await startTestApplication()
  const long = (length: number) =>
    app.inject({ method: 'POST', url: '/api/sign-in', payload: { signInName: 'leader', password: 'x'.repeat(length) } })
  expect((await long(2000)).statusCode).toBe(422)
  expect((await long(100_000)).statusCode).toBe(413)
})

it('a right password still counts after four wrong ones', async () => {
  const { app } = await startTestApplication()
  const signIn = (password: string) => app.inject({ method: 'POST', url: '/api/sign-in', payload: { signInName: 'leader', password } })
  for (let time = 0; time < 4; time += 1) expect((await signIn('sai')).statusCode).toBe(401)
  expect((await signIn(testPassword)).statusCode).toBe(200)
  for (let time = 0; time < 4; time += 1) expect((await signIn('sai')).statusCode).toBe(401)
  expect((await signIn(testPassword)).statusCode).toBe(200)
})
