import { beforeAll, describe, expect, it } from 'vitest'
import { evidenceRoutes } from '../../src/features/evidence/contract.ts'
import { uploadRoutes } from '../../src/features/evidence/uploads/contract.ts'
import { startTestApplication, type TestApplication } from '../application.ts'
import { testPassword } from '../authority.ts'
import type { Call } from '../call.ts'
import { sendFile } from '../send-file.ts'

let application: TestApplication
let officer: Call
let cookie: string
let unitId: string
beforeAll(async () => {
  application = await startTestApplication()
  unitId = application.authority.departments[0].id
  officer = await application.signInAs('unitofficer.so-1')
  const reply = await application.app.inject({
    method: 'POST',
    url: '/api/sign-in',
    payload: { signInName: 'unitofficer.so-1', password: testPassword },
  })
  cookie = `${reply.cookies[0]?.name}=${reply.cookies[0]?.value}`
})

const begin = (fileName: string, size = 100) =>
  officer(uploadRoutes.begin, { params: { unitId }, body: { fileName, size, fingerprint: fileName.slice(0, 400) || '-', secrecy: 'open' } })
const offset = '--x\r\ncontent-disposition: form-data; name="offset"\r\n\r\n0\r\n'
const fileIn = (content: string, end = '\r\n--x--\r\n'): string =>
  `${offset}--x\r\ncontent-disposition: form-data; name="file"; filename="a"\r\ncontent-type: application/octet-stream\r\n\r\n${content}${end}`
const sendForm = (uploadId: string, payload: string, contentType = 'multipart/form-data; boundary=x') =>
  application.app.inject({
    method: 'PUT',
    url: `/api/units/${unitId}/uploads/${uploadId}`,
    headers: { cookie, 'content-type': contentType },
    payload,
  })

describe('a form that is not as browsers send it', () => {
  it.each([
    ['breaks off in the file', fileIn('nửa', ''), undefined],
    ['has no boundary', 'x', 'multipart/form-data'],
    ['has twenty fields too many', Array.from({ length: 40 }, (_, i) => offset.replaceAll('name="', `name="${i}`)).join(''), undefined],
    ['hides a NUL in a field', offset.replace('\r\n0', '\r\n0\0'), undefined],
  ])('is refused with a problem where it %s, and nothing of it counts as received', async (what, payload, contentType) => {
    const { id } = (await begin(what)).value
    const reply = await sendForm(id, payload, contentType)
    expect(reply.statusCode).toBeGreaterThanOrEqual(400)
    expect(reply.statusCode).toBeLessThan(500)
    expect((await begin(what)).value).toMatchObject({ id, received: 0 })
  })

  it.each([
    ['a name that climbs', '../../../etc/passwd'],
    ['line breaks in its name', 'a\r\nb.txt'],
    ['nothing but a path for a name', '../'],
  ])('keeps a file with %s under a name that can be shown', async (_, fileName) => {
    expect((await begin(fileName)).value.fileName).toMatch(/^[^\p{Cc}/\\]{1,255}$/u)
  })

  it.each([
    ['no name', ''],
    ['a NUL in its name', 'a\0b.txt'],
    ['a name without end', `${'ặ'.repeat(5000)}.txt`],
  ])('is not begun with %s', async (_, fileName) => {
    expect((await begin(fileName)).status).toBe(422)
  })
})

describe('a file that pretends', () => {
  const addFile = async (content: string) => {
    const uploadId = await sendFile(officer, unitId, { bytes: Buffer.from(content), fileName: 'a.html' })
    const added = await officer(evidenceRoutes.add, { params: { unitId }, body: { secrecy: 'open', title: 'Kế hoạch', uploadId } })
    return added.value.evidence.id
  }
  const view = (id: string) => application.app.inject({ url: `/api/units/${unitId}/evidence/${id}/file?manner=view`, headers: { cookie } })

  it.each([
    ['a page', '<!doctype html><script>alert(1)</script>'],
    ['a picture with a script', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
  ])('is never shown as what would run: %s', async (_, content) => {
    const reply = await view(await addFile(content))
    expect(reply.headers['content-type']).toMatch(/^text\/plain/)
    expect(reply.headers['content-disposition']).toMatch(/^attachment/)
  })

  it('is shown without rights where it is both a PDF and a page', async () => {
    const reply = await view(await addFile('<script>alert(1)</script>%PDF-1.7\n'))
    expect(reply.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'content-type': 'application/pdf' })
    expect(String(reply.headers['content-security-policy'])).toMatch(/^sandbox;/)
  })
})
