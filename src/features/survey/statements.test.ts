import pg from 'pg'
import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import { startTestApplication, type TestApplication } from '../../../test/application.ts'
import { type Fieldwork, sendForm, startFieldwork } from './testing.ts'

let application: TestApplication
let field: Fieldwork
beforeAll(async () => {
  application = await startTestApplication()
  field = await startFieldwork(application)
})
afterEach(() => {
  vi.restoreAllMocks()
})

it('takes a response with at most five statements, the beginning and the end of its transaction among them', async () => {
  const [first = '', second = ''] = await field.links(2)
  // The questionnaire is read and parsed once for all who answer it.
  await sendForm(application, first, { q1: '5' })
  const asked = vi.spyOn(pg.Client.prototype, 'query')
  const reply = await sendForm(application, second, { q1: '4' })
  expect(reply.statusCode).toBe(200)
  expect(asked.mock.calls.length).toBeGreaterThan(2)
  expect(asked.mock.calls.length).toBeLessThanOrEqual(5)
})

it('takes those who send at the same time together: fewer statements for each of them', async () => {
  const tokens = await field.links(40)
  const asked = vi.spyOn(pg.Client.prototype, 'query')
  const replies = await Promise.all(tokens.map((token) => sendForm(application, token, { q1: '4' })))
  expect(new Set(replies.map(({ statusCode }) => statusCode))).toEqual(new Set([200]))
  expect(asked.mock.calls.length).toBeLessThanOrEqual(tokens.length)
})
