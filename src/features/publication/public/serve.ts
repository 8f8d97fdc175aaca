import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { publicPageWords as words } from '../../../language/pages/publication.ts'
import type { PublicPart } from '../../../core/publication/public-parts.ts'
import { accept, type Result } from '../../../core/result.ts'
import type { Database } from '../../../platform/database/database.ts'
import { actFor, type Transaction } from '../../../platform/database/transaction.ts'
import { html } from '../../../platform/http/html.ts'
import { bundleFile } from '../bundle-file.ts'
import { loadDifferences } from '../load-differences.ts'
import { type CsvStyle, csvText } from './csv-text.ts'
import { descriptionPage } from './description-page.ts'
import { differencesPage } from './differences-page.ts'
import { publicPage } from './layout.ts'
import {
  loadPublicAreas,
  loadPublicHeads,
  loadPublicNodes,
  loadPublicResults,
  loadPublicSheet,
  loadPublicUnits,
  type PublicHead,
} from './load-public.ts'
import { leafRows, rankingCsv, rankingJson, rankingXlsx } from './open-data.ts'
import { type Asked, listPage, rankingPage } from './ranking-page.ts'
import { sheetPage } from './sheet-page.ts'

const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** What a public address answers with; `undefined` is not found. */
interface Answer {
  readonly type: 'text/html' | 'text/csv' | 'application/json' | typeof workbook
  readonly content: string | Buffer
}

type Answering = (transaction: Transaction, request: FastifyRequest) => Promise<Answer | undefined>
type OfGroup = (transaction: Transaction, at: Place, request: FastifyRequest) => Promise<Answer | undefined>

interface Place {
  readonly head: PublicHead
  readonly group: string
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

const page = (content: string): Answer => ({ type: 'text/html', content })

/** Finds the publication that the path names and the group that the query asks for. */
const found = async (transaction: Transaction, request: FastifyRequest): Promise<Place | undefined> => {
  const { id = '' } = request.params as { id?: string }
  const [head] = uuid.test(id) ? await loadPublicHeads(transaction, id) : []
  if (!head) return undefined
  const { nhom } = request.query as { nhom?: string }
  const group = nhom === undefined ? head.groups[0] : head.groups.find((each) => each === nhom)
  return group === undefined ? undefined : { head, group }
}

/** Answers of a group that need all these parts to be public; without one of them nothing is there. */
const ofGroup =
  (parts: readonly PublicPart[], answer: OfGroup): Answering =>
  async (transaction, request) => {
    const place = await found(transaction, request)
    return place && parts.every((part) => place.head.parts.has(part)) ? answer(transaction, place, request) : undefined
  }

const askedOf = (request: FastifyRequest): Asked => {
  const { tim, trang } = request.query as { tim?: string; trang?: string }
  const number = /^\d{1,4}$/.test(String(trang)) ? Number(trang) : 1
  return { search: typeof tim === 'string' ? tim.slice(0, 100) : '', page: Math.max(1, number) }
}

const ranking = ofGroup([], async (transaction, { head, group }, request) => {
  if (head.parts.size === 0) return undefined
  const [areas, units] = [await loadPublicAreas(transaction, head.id, group), await loadPublicUnits(transaction, head.id, group)]
  return page(rankingPage(head, group, areas, units, askedOf(request)))
})

const csv = (style: CsvStyle) =>
  ofGroup(['openData'], async (transaction, { head, group }) => ({
    type: 'text/csv',
    content: rankingCsv(await loadPublicAreas(transaction, head.id, group), await loadPublicUnits(transaction, head.id, group), style),
  }))

const leafCsv = (style: CsvStyle) =>
  ofGroup(['openData', 'sheets'], async (transaction, { head, group }) => {
    const [nodes, units] = [await loadPublicNodes(transaction, head.id, group), await loadPublicResults(transaction, head.id, group)]
    return { type: 'text/csv', content: csvText(leafRows(nodes, units, { style, hasReasons: head.parts.has('reasons') }), style) }
  })

const xlsx = ofGroup(['openData'], async (transaction, { head, group }) => ({
  type: workbook,
  content: await rankingXlsx(
    head,
    group,
    await loadPublicAreas(transaction, head.id, group),
    await loadPublicUnits(transaction, head.id, group),
  ),
}))

const json = ofGroup(['openData'], async (transaction, { head, group }) => ({
  type: 'application/json',
  content: rankingJson(head, group, await loadPublicAreas(transaction, head.id, group), await loadPublicUnits(transaction, head.id, group)),
}))

const description = ofGroup(['openData'], async (_transaction, { head, group }) => page(descriptionPage(head, group)))

const bundle = ofGroup(['openData', 'sheets'], async (transaction, { head, group }) => {
  const file = await bundleFile(transaction, head.id, group)
  return file.ok ? { type: 'application/json', content: String(file.value.content) } : undefined
})

const sheet: Answering = async (transaction, request) => {
  const place = await found(transaction, request)
  const { unitId = '' } = request.params as { unitId?: string }
  if (!place?.head.parts.has('sheets') || !uuid.test(unitId)) return undefined
  const unit = await loadPublicSheet(transaction, place.head.id, unitId)
  if (!unit) return undefined
  const units = await loadPublicUnits(transaction, place.head.id, unit.unit_group)
  return page(sheetPage(place.head, unit, units.filter(({ rank }) => rank !== null).length))
}

/** Only what both publications show can be compared before everybody. */
const differences = ofGroup(['sheets'], async (transaction, { head, group }) => {
  if (head.corrects_id === null || head.corrects_is_public !== true) return undefined
  const { names, units } = await loadDifferences(transaction, { publicationId: head.id, correctsId: head.corrects_id, group })
  return page(differencesPage(head, group, names, units))
})

const list: Answering = async (transaction) => page(listPage((await loadPublicHeads(transaction)).filter(({ parts }) => parts.size > 0)))

const notFound = publicPage(words.notFound, html`<p><a href="/cong-khai">${words.backToList}</a></p>`)

const send = (request: FastifyRequest, reply: FastifyReply, result: Result<Answer | undefined>): FastifyReply => {
  const answer = result.ok ? result.value : undefined
  reply.header(
    'content-security-policy',
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  )
  if (!answer) return reply.code(404).type('text/html; charset=utf-8').send(notFound)
  // Weak: the same answer may travel compressed or not.
  const tag = `W/"${createHash('sha256').update(answer.content).digest('base64url').slice(0, 27)}"`
  reply.header('cache-control', 'public, max-age=60, stale-while-revalidate=600').header('etag', tag)
  if (request.headers['if-none-match']?.split(/,\s*/).includes(tag)) return reply.code(304).send()
  return reply.type(answer.type === workbook ? workbook : `${answer.type}; charset=utf-8`).send(answer.content)
}

/** Pages and open data that need no sign-in: light, without scripts, cacheable, each part only where it is public. */
export const servePublicPages = (app: FastifyInstance, database: Database): void => {
  const addresses: readonly (readonly [string, Answering])[] = [
    ['/cong-khai', list],
    ['/cong-khai/:id', ranking],
    ['/cong-khai/:id/don-vi/:unitId', sheet],
    ['/cong-khai/:id/dinh-chinh', differences],
    ['/cong-khai/:id/mo-ta', description],
    ['/cong-khai/:id/xep-hang.csv', csv('machine')],
    ['/cong-khai/:id/xep-hang-vn.csv', csv('vietnamese')],
    ['/cong-khai/:id/xep-hang.xlsx', xlsx],
    ['/cong-khai/:id/xep-hang.json', json],
    ['/cong-khai/:id/tieu-chi.csv', leafCsv('machine')],
    ['/cong-khai/:id/tieu-chi-vn.csv', leafCsv('vietnamese')],
    ['/cong-khai/:id/goi.json', bundle],
  ]
  for (const [address, answer] of addresses)
    app.get(address, async (request, reply) =>
      send(request, reply, await actFor(database, 'publicRead', async (transaction) => accept(await answer(transaction, request)))),
    )
}
