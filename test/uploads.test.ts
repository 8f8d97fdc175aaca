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
let register: string

beforeAll(async () => {
  application = await startTestApplication()
  await application.app.listen({ port: 0, host: '127.0.0.1' })
  origin = `http://127.0.0.1:${(application.app.server.address() as AddressInfo).port}`
  register = `${origin}/api/units/${application.authority.departments[0].id}/evidence`
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

/** An upload that has sent half of its file and waits. */
const startSlowUpload = (secrecy = 'open'): { sending: ClientRequest; status: Promise<number> } => {
  const headers = { cookie, 'content-type': `multipart/form-data; boundary=${boundary}` }
  const sending = request(register, { method: 'POST', headers, agent: false })
  const status = new Promise<number>((resolve) => {
    sending.on('response', (response) => response.resume().on('end', () => resolve(response.statusCode ?? 0)))
    sending.on('error', () => resolve(0))
  })
  sending.write(field('secrecy', secrecy) + field('title', 'Kế hoạch') + fileHead)
  return { sending, status }
}
const incoming = () => readdir(join(application.filesDir, 'incoming'))
const until = async (isSo: () => Promise<boolean>): Promise<void> => {
  for (let tries = 0; tries < 100 && !(await isSo()); tries++) await new Promise((resolve) => setTimeout(resolve, 50))
}

it('slow uploads keep nobody else waiting', async () => {
  const uploads = Array.from({ length: 20 }, () => startSlowUpload())
  await until(async () => (await incoming()).length >= 16)
  const read = await fetch(`${origin}${sessionRoutes.ownSession.path}`, { headers: { cookie }, signal: AbortSignal.timeout(5000) })
  expect(read.status).toBe(200)
  for (const { sending } of uploads) sending.end(tail)
  expect(await Promise.all(uploads.map(({ status }) => status))).toEqual(uploads.map(() => 200))
  expect(await incoming()).toEqual([])
})

it('an upload that breaks off leaves nothing', async () => {
  const { sending } = startSlowUpload()
  await until(async () => (await incoming()).length === 1)
  expect(await incoming()).toHaveLength(1)
  sending.destroy()
  await until(async () => (await incoming()).length === 0)
  expect(await incoming()).toEqual([])
})

it('of a secret document no byte reaches the disk, and whoever may not add one sends in vain', async () => {
  const secret = startSlowUpload('secret')
  expect(await secret.status).toBe(422)
  expect(await incoming()).toEqual([])
  secret.sending.destroy()
  register = `${origin}/api/units/${application.authority.departments[1].id}/evidence`
  const elsewhere = startSlowUpload()
  expect(await elsewhere.status).toBe(403)
  expect(await incoming()).toEqual([])
  elsewhere.sending.destroy()
})

it.each([
  ['a control character', `filename*=UTF-8''a%00b%07%E2%80%AE.pdf`, 'ab.pdf'],
  ['half a letter', `filename*=UTF-8''%ED%A0%80a.pdf`, undefined],
  ['a name of five thousand letters', `filename="${'a'.repeat(5000)}.pdf"`, 'a'.repeat(255)],
  ['a path', 'filename="C:\\temp\\a.pdf"', 'a.pdf'],
  ['no name at all', '', 'tai-lieu'],
])('a file is taken under a name that can be shown, whatever came: %s', async (_, name, expected) => {
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"${name && `; ${name}`}\r\ncontent-type: application/octet-stream\r\n\r\n`
  const reply = await fetch(`${origin}/api/units/${application.authority.departments[0].id}/evidence`, {
    method: 'POST',
    headers: { cookie, 'content-type': `multipart/form-data; boundary=${boundary}` },
    body: field('secrecy', 'open') + field('title', 'Kế hoạch') + head + '%PDF-1.7\n' + tail,
  })
  expect(reply.status).toBe(200)
  const { evidence } = (await reply.json()) as { evidence: { id: string; file: { name: string } } }
  if (expected) expect(evidence.file.name).toBe(expected)
  const file = await fetch(`${origin}/api/units/${application.authority.departments[0].id}/evidence/${evidence.id}/file`, {
    headers: { cookie },
  })
  expect(file.status).toBe(200)
  expect(await file.text()).toBe('%PDF-1.7\n')
})

it.each([
  ['a line break in its name', `filename="a\r\nb.pdf"`, 'badFileName'],
  ['a line break in its encoded name', `filename*=UTF-8''a%0D%0Ab.pdf`, 'badFileName'],
])('a file with %s is refused in words', async (_, name, code) => {
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; ${name}\r\ncontent-type: application/pdf\r\n\r\n`
  const reply = await fetch(`${origin}/api/units/${application.authority.departments[0].id}/evidence`, {
    method: 'POST',
    headers: { cookie, 'content-type': `multipart/form-data; boundary=${boundary}` },
    body: field('secrecy', 'open') + field('title', 'Kế hoạch') + head + '%PDF-1.7\n' + tail,
  })
  expect(reply.status).toBe(400)
  expect(((await reply.json()) as { problems: { code: string }[] }).problems.map((problem) => problem.code)).toEqual([code])
})

it('of two files none is taken', async () => {
  const reply = await fetch(`${origin}/api/units/${application.authority.departments[0].id}/evidence`, {
    method: 'POST',
    headers: { cookie, 'content-type': `multipart/form-data; boundary=${boundary}` },
    body: `${field('secrecy', 'open')}${field('title', 'Kế hoạch')}${fileHead}\r\n${fileHead}${tail}`,
  })
  expect(reply.status).toBe(400)
  expect(((await reply.json()) as { problems: { code: string }[] }).problems.map((problem) => problem.code)).toEqual(['oneFileOnly'])
  expect(await incoming()).toEqual([])
})
