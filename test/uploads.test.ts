import { randomUUID } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { type ClientRequest, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { sessionRoutes } from '../src/features/session/contract.ts'
import { startTestApplication, type TestApplication } from './application.ts'
import { testPassword } from './authority.ts'

let application: TestApplication
let origin: string
let cookie: string
let unit: string

beforeAll(async () => {
  application = await startTestApplication()
  await application.app.listen({ port: 0, host: '127.0.0.1' })
  origin = `http://127.0.0.1:${(application.app.server.address() as AddressInfo).port}`
  unit = `${origin}/api/units/${application.authority.departments[0].id}`
  const reply = await fetch(`${origin}${sessionRoutes.signIn.path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ signInName: 'unitofficer.so-1', password: testPassword }),
  })
  cookie = reply.headers.getSetCookie()[0]?.split(';')[0] ?? ''
})

const boundary = 'slow'
const field = (name: string, value: string) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
const fileHead = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\ncontent-type: application/pdf\r\n\r\n%PDF-1.7\n`
const tail = `\r\n--${boundary}--\r\n`

const begin = async (secrecy = 'open'): Promise<{ status: number; id: string }> => {
  const reply = await fetch(`${unit}/uploads`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json' },
    body: JSON.stringify({ fileName: 'a.pdf', size: 9, fingerprint: randomUUID(), secrecy }),
  })
  return { status: reply.status, id: ((await reply.json()) as { id?: string }).id ?? '' }
}

/** A part that has sent half of its bytes and waits. */
const startSlowPart = (uploadId: string): { sending: ClientRequest; status: Promise<number> } => {
  const headers = { cookie, 'content-type': `multipart/form-data; boundary=${boundary}` }
  const sending = request(`${unit}/uploads/${uploadId}`, { method: 'PUT', headers, agent: false })
  const status = new Promise<number>((resolve) => {
    sending.on('response', (response) => response.resume().on('end', () => resolve(response.statusCode ?? 0)))
    sending.on('error', () => resolve(0))
  })
  sending.write(field('offset', '0') + fileHead)
  return { sending, status }
}
const incoming = () => readdir(join(application.filesDir, 'incoming'))
const until = async (isSo: () => Promise<boolean>): Promise<void> => {
  for (let tries = 0; tries < 100 && !(await isSo()); tries++) await new Promise((resolve) => setTimeout(resolve, 50))
}

it('slow uploads keep nobody else waiting', async () => {
  const begun = await Promise.all(Array.from({ length: 18 }, () => begin()))
  const uploads = begun.map(({ id }) => startSlowPart(id))
  await until(async () => (await incoming()).length >= 16)
  const read = await fetch(`${origin}${sessionRoutes.ownSession.path}`, { headers: { cookie }, signal: AbortSignal.timeout(5000) })
  expect(read.status).toBe(200)
  for (const { sending } of uploads) sending.end(tail)
  expect(await Promise.all(uploads.map(({ status }) => status))).toEqual(uploads.map(() => 200))
  expect(await incoming()).toEqual([])
})

it('a part that breaks off leaves nothing and counts for nothing', async () => {
  const { id } = await begin()
  const { sending } = startSlowPart(id)
  await until(async () => (await incoming()).length === 1)
  expect(await incoming()).toHaveLength(1)
  sending.destroy()
  await until(async () => (await incoming()).length === 0)
  expect(await incoming()).toEqual([])
  const { uploads } = (await (await fetch(`${unit}/uploads`, { headers: { cookie } })).json()) as {
    uploads: { id: string; received: number }[]
  }
  expect(uploads.find((each) => each.id === id)?.received).toBe(0)
})

it('a secret document has no upload, and whoever may not add one sends in vain', async () => {
  expect(await begin('secret')).toEqual({ status: 422, id: '' })
  const own = unit
  unit = `${origin}/api/units/${application.authority.departments[1].id}`
  expect((await begin()).status).toBe(403)
  const elsewhere = startSlowPart(randomUUID())
  expect(await elsewhere.status).toBe(403)
  expect(await incoming()).toEqual([])
  elsewhere.sending.destroy()
  unit = own
})

it.each([
  ['a line break in its name', `filename="a\r\nb.pdf"`, 'badFileName'],
  ['a line break in its encoded name', `filename*=UTF-8''a%0D%0Ab.pdf`, 'badFileName'],
])('a file with %s is refused in words', async (_, name, code) => {
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; ${name}\r\ncontent-type: application/pdf\r\n\r\n`
  const reply = await fetch(`${unit}/uploads/${randomUUID()}`, {
    method: 'PUT',
    headers: { cookie, 'content-type': `multipart/form-data; boundary=${boundary}` },
    body: field('offset', '0') + head + '%PDF-1.7\n' + tail,
  })
  expect(reply.status).toBe(400)
  expect(((await reply.json()) as { problems: { code: string }[] }).problems.map((problem) => problem.code)).toEqual([code])
})

it('of two files none is taken', async () => {
  const reply = await fetch(`${unit}/uploads/${randomUUID()}`, {
    method: 'PUT',
    headers: { cookie, 'content-type': `multipart/form-data; boundary=${boundary}` },
    body: `${field('offset', '0')}${fileHead}\r\n${fileHead}${tail}`,
  })
  expect(reply.status).toBe(400)
  expect(((await reply.json()) as { problems: { code: string }[] }).problems.map((problem) => problem.code)).toEqual(['oneFileOnly'])
  expect(await incoming()).toEqual([])
})
