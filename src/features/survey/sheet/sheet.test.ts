import { sql } from 'kysely'
import { extractText, getDocumentProxy } from 'unpdf'
import { beforeAll, expect, it } from 'vitest'
import { startTestApplication } from '../../../../test/application.ts'
import { surveyRoutes } from '../contract.ts'
import { type Fieldwork, startFieldwork } from '../testing.ts'

let application: Awaited<ReturnType<typeof startTestApplication>>
let field: Fieldwork
beforeAll(async () => {
  application = await startTestApplication()
  field = await startFieldwork(application)
})

const origin = 'https://parindex.example'

const make = (count: number, more: object = {}) =>
  field.manager(surveyRoutes.addLinks, {
    params: { surveyId: field.surveyId },
    body: { unitId: field.unitId, group: 'dan', channel: 'link', count, origin, ...more },
  })

const readPages = async (base64 = ''): Promise<readonly string[]> => {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(Buffer.from(base64, 'base64'))))
  return text.map((page) => page.normalize('NFC'))
}

/** An address may go over two lines. */
const closed = (page: string): string => page.replaceAll(/\s+/g, '')

it('brings the links as a PDF of twenty-one cards on a page, each with its address in words and how to use it', async () => {
  const { value } = await make(43, { sheet: 'Bộ phận một cửa' })
  expect(
    Buffer.from(value.pdf ?? '', 'base64')
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-')
  const pages = await readPages(value.pdf)
  expect(pages.map((page) => closed(page).split('Mãnàydùngmộtlần').length - 1)).toEqual([21, 21, 1])
  const addresses = value.tokens.map((token) => `${origin}/khao-sat?k=${token}`)
  expect(addresses.filter((address) => !pages.map(closed).some((page) => page.includes(address)))).toEqual([])
  const words = pages[2]?.replaceAll(/\s+/g, ' ')
  for (const each of ['Khảo sát thử', 'Sở Thử nghiệm số 1', 'Nhóm: Người dân', 'Bộ phận một cửa']) expect(words).toContain(each)
})

it('says of a link for many that many use it, and keeps what a person typed as words', async () => {
  const { value } = await make(1, { channel: 'open', most: 50, sheet: '#panic("x") \\ $a$' })
  const [page = ''] = await readPages(value.pdf)
  expect(page.replaceAll(/\s+/g, ' ')).toContain('Nhiều người dùng chung mã này')
  expect(closed(page)).toContain('#panic("x")\\$a$')
})

it('makes a hundred pages', async () => {
  const { value } = await make(2100)
  const { numPages } = await getDocumentProxy(new Uint8Array(Buffer.from(value.pdf ?? '', 'base64')))
  expect(numPages).toBe(100)
  expect(new Set(value.tokens).size).toBe(2100)
}, 60_000)

it('leaves nothing of a token behind: neither in the log nor in the jobs, the keys of repeated calls or the links', async () => {
  const { value } = await make(2)
  const tables = ['action', 'action_seal', 'job', 'idempotency_key', 'survey_link']
  const rows = await Promise.all(
    tables.map((table) => sql<{ row: string }>`select t::text as row from ${sql.table(table)} t`.execute(application.owner)),
  )
  const kept = rows.flatMap((read) => read.rows.map(({ row }) => row)).join('\n')
  expect(kept).toContain('surveyLinksMade')
  for (const token of value.tokens) {
    expect(kept).not.toContain(token)
    expect(kept).not.toContain(Buffer.from(token).toString('hex'))
  }
  expect(kept).not.toContain('khao-sat?k=')
})

it('is not made for who is not asked, without an address, or for one that is no origin', async () => {
  const refused = await make(3, { group: 'ai-do' })
  expect(refused.problems.map(({ code }) => code)).toEqual(['notFound'])
  expect((await make(1, { origin: undefined })).value.pdf).toBeUndefined()
  for (const bad of ['javascript:alert(1)', 'https://parindex.example/khac', 'parindex.example'])
    expect((await make(1, { origin: bad })).status, bad).toBe(422)
})
