import { beforeAll, describe, expect, it } from 'vitest'
import { startTestApplication, type TestApplication } from '../application.ts'
import { testPassword } from '../authority.ts'

let application: TestApplication
let cookie: string
beforeAll(async () => {
  application = await startTestApplication()
  const reply = await application.app.inject({
    method: 'POST',
    url: '/api/sign-in',
    payload: { signInName: 'unitofficer.so-1', password: testPassword },
  })
  cookie = `${reply.cookies[0]?.name}=${reply.cookies[0]?.value}`
})

const fields = ['secrecy', 'title'].map((name) => `--x\r\ncontent-disposition: form-data; name="${name}"\r\n\r\nopen\r\n`).join('')
const fileNamed = (disposition: string, content = 'nội dung', end = '\r\n--x--\r\n'): string =>
  `${fields}--x\r\ncontent-disposition: form-data; name="file"${disposition}\r\ncontent-type: application/octet-stream\r\n\r\n${content}${end}`
const send = (payload: string, contentType = 'multipart/form-data; boundary=x') =>
  application.app.inject({
    method: 'POST',
    url: `/api/units/${application.authority.departments[0].id}/evidence`,
    headers: { cookie, 'content-type': contentType },
    payload,
  })
const evidenceOf = (reply: Awaited<ReturnType<typeof send>>) =>
  reply.json<{ evidence: { id: string; file: { name: string; mediaType: string } } }>().evidence

describe('a form that is not as browsers send it', () => {
  it.each([
    ['breaks off in the file', fileNamed('; filename="a.txt"', 'nửa', ''), undefined],
    ['has no boundary', 'x', 'multipart/form-data'],
    ['has twenty fields too many', Array.from({ length: 40 }, (_, i) => fields.replaceAll('name="', `name="${i}`)).join(''), undefined],
    ['hides a NUL in a field', fields.replace('open', 'o\0pen'), undefined],
  ])('is refused with a problem where it %s', async (_, payload, contentType) => {
    const reply = await send(payload, contentType)
    expect(reply.statusCode).toBeGreaterThanOrEqual(400)
    expect(reply.statusCode).toBeLessThan(500)
  })

  it.each([
    ['no name', ''],
    ['an empty name', '; filename=""'],
    ['a name that climbs', '; filename="../../../etc/passwd"'],
    ['a NUL in its name', "; filename*=UTF-8''a%00b.txt"],
    ['line breaks in its name', '; filename="a%0d%0ab.txt"'],
    ['a name without end', `; filename="${'ặ'.repeat(5000)}.txt"`],
  ])('keeps a file with %s under a name that can be shown', async (_, disposition) => {
    const reply = await send(fileNamed(disposition))
    expect(reply.statusCode).toBe(200)
    expect(evidenceOf(reply).file.name).toMatch(/^[^\p{Cc}/\\]{1,255}$/u)
  })
})

describe('a file that pretends', () => {
  it.each([
    ['a page', '<!doctype html><script>alert(1)</script>'],
    ['a picture with a script', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
  ])('is never shown as what would run: %s', async (_, content) => {
    const { id } = evidenceOf(await send(fileNamed('; filename="a.html"', content)))
    const reply = await application.app.inject({
      url: `/api/units/${application.authority.departments[0].id}/evidence/${id}/file?manner=view`,
      headers: { cookie },
    })
    expect(reply.headers['content-type']).toMatch(/^text\/plain/)
    expect(reply.headers['content-disposition']).toMatch(/^attachment/)
  })

  it('is shown without rights where it is both a PDF and a page', async () => {
    const { id, file } = evidenceOf(await send(fileNamed('; filename="a.html"', '<script>alert(1)</script>%PDF-1.7\n')))
    expect(file.mediaType).toBe('application/pdf')
    const reply = await application.app.inject({
      url: `/api/units/${application.authority.departments[0].id}/evidence/${id}/file?manner=view`,
      headers: { cookie },
    })
    expect(reply.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'content-type': 'application/pdf' })
    expect(String(reply.headers['content-security-policy'])).toMatch(/^sandbox;/)
  })
})
