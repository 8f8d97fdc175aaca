import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { evidenceRoutes } from '../src/features/evidence/contract.ts'
import { startTestApplication, type TestApplication } from './application.ts'
import type { Call } from './call.ts'
import { sendFile } from './send-file.ts'
import { createSmallCycle } from './small-cycle.ts'

let application: TestApplication
let officer: Call
let publicationId: string

const addPublication = async (): Promise<string> => {
  const { cycleId } = await createSmallCycle(application.owner, application.authority, 'published')
  const id = randomUUID()
  await application.owner
    .insertInto('publication')
    .values({
      id,
      authority_id: application.authority.id,
      cycle_id: cycleId,
      number: 1,
      title: '<script>alert(1)</script>',
      hash: '0'.repeat(64),
      groups: ['so-nganh'],
      hashes: [],
      is_public: true,
      bundle: gzipSync('{}'),
    })
    .execute()
  return id
}

beforeAll(async () => {
  const pagesDir = await mkdtemp(join(tmpdir(), 'parindex-pages-'))
  afterAll(() => rm(pagesDir, { recursive: true, force: true }))
  for (const name of ['index.html', 'dang-nhap.html']) await writeFile(join(pagesDir, name), '<!doctype html><title>Trang</title>')
  application = await startTestApplication({ pagesDir })
  officer = await application.signInAs('unitofficer.so-1')
  publicationId = await addPublication()
})

const addresses: Readonly<Record<string, () => string>> = {
  'the application': () => '/',
  'the entry': () => '/dang-nhap',
  'the interface before sign-in': () => '/api/welcome',
  'a refusal': () => '/api/session',
  'an address of the interface that is not there': () => '/api/khong-co',
  'an address that cannot be read': () => '/api/%E0%A4%A',
  'the description of the interface': () => '/api/openapi.json',
  health: () => '/healthz',
  readiness: () => '/readyz',
  measures: () => '/metrics',
  'the list of public results': () => '/cong-khai',
  'a public ranking': () => `/cong-khai/${publicationId}`,
  'open data': () => `/cong-khai/${publicationId}/xep-hang.csv`,
  'a public address that is not there': () => '/cong-khai/khong-co',
}

/** `script-src` or what stands in for it. */
const scriptsOf = (policy: string): string => {
  const directives = new Map(policy.split(';').map((each): [string, string] => [each.trim().split(' ')[0] ?? '', each.trim()]))
  return directives.get('script-src') ?? directives.get('default-src') ?? ''
}

describe('every reply', () => {
  it.each(Object.entries(addresses))('of %s says what a browser may do with it', async (_, address) => {
    const { headers } = await application.app.inject(address())
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['referrer-policy']).toBe('no-referrer')
    const policy = String(headers['content-security-policy'])
    expect(policy).toContain('frame-ancestors')
    expect(scriptsOf(policy)).toMatch(/^(?:script-src 'self'|default-src 'none')$/)
  })
})

describe('public pages', () => {
  it.each(['the list of public results', 'a public ranking', 'a public address that is not there'])('run no script: %s', async (name) => {
    const { headers, body } = await application.app.inject(addresses[name]?.() ?? '')
    expect(scriptsOf(String(headers['content-security-policy']))).toBe("default-src 'none'")
    expect(body).not.toContain('<script')
  })
})

describe('a document shown in the page', () => {
  const picture = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.from('<script>alert(1)</script>')])
  const page = Buffer.from('<!doctype html><script>alert(1)</script>')
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
  it.each([
    ['a picture with a script in it', picture, 'inline', 'image/png'],
    ['a page', page, 'attachment', 'text/plain; charset=utf-8'],
    ['a drawing', svg, 'attachment', 'text/plain; charset=utf-8'],
  ])('runs nothing: %s', async (_, bytes, manner, mediaType) => {
    const unitId = application.authority.departments[0].id
    const uploadId = await sendFile(officer, unitId, { fileName: 'tai-lieu.html', bytes })
    const body = { secrecy: 'open', title: 'Tài liệu', uploadId } as const
    const { evidence } = (await officer(evidenceRoutes.add, { params: { unitId }, body })).value
    const { headers } = (await officer(evidenceRoutes.file, { params: { unitId, evidenceId: evidence.id }, query: { manner: 'view' } })).raw
    expect(String(headers['content-disposition'])).toMatch(new RegExp(`^${manner};`))
    expect(headers['content-type']).toBe(mediaType)
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(String(headers['content-security-policy'])).toContain('sandbox;')
    expect(scriptsOf(String(headers['content-security-policy']))).toBe("default-src 'none'")
  })
})
