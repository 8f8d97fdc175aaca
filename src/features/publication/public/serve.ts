import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { publicPageWords as words } from '../../../language/pages/publication.ts'
import { accept, type Result } from '../../../core/result.ts'
import type { Database } from '../../../platform/database/database.ts'
import { actFor, type Transaction } from '../../../platform/database/transaction.ts'
import { html } from '../../../platform/http/html.ts'
import { bundleFile } from '../bundle-file.ts'
import { publicPage } from './layout.ts'
import { loadPublicAreas, loadPublicHeads, loadPublicSheet, loadPublicUnits, type PublicHead } from './load-public.ts'
import { rankingCsv, rankingJson } from './open-data.ts'
import { listPage, rankingPage } from './ranking-page.ts'
import { sheetPage } from './sheet-page.ts'

/** What a public address answers with; `undefined` is not found. */
interface Answer {
  readonly type: 'text/html' | 'text/csv' | 'application/json'
  readonly content: string
}

type Answering = (transaction: Transaction, request: FastifyRequest) => Promise<Answer | undefined>

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

const page = (content: string): Answer => ({ type: 'text/html', content })

/** Finds the publication that the path names and the group that the query asks for. */
const found = async (transaction: Transaction, request: FastifyRequest): Promise<{ head: PublicHead; group: string } | undefined> => {
  const { id = '' } = request.params as { id?: string }
  const [head] = uuid.test(id) ? await loadPublicHeads(transaction, id) : []
  if (!head) return undefined
  const { nhom } = request.query as { nhom?: string }
  const group = nhom === undefined ? head.groups[0] : head.groups.find((each) => each === nhom)
  return group === undefined ? undefined : { head, group }
}

const ofGroup =
  (answer: (transaction: Transaction, head: PublicHead, group: string) => Promise<Answer | undefined>): Answering =>
  async (transaction, request) => {
    const place = await found(transaction, request)
    return place && answer(transaction, place.head, place.group)
  }

const ranking = ofGroup(async (transaction, head, group) =>
  page(rankingPage(head, group, await loadPublicAreas(transaction, head.id, group), await loadPublicUnits(transaction, head.id, group))),
)

const csv = ofGroup(async (transaction, head, group) => ({
  type: 'text/csv',
  content: rankingCsv(await loadPublicAreas(transaction, head.id, group), await loadPublicUnits(transaction, head.id, group)),
}))

const json = ofGroup(async (transaction, head, group) => ({
  type: 'application/json',
  content: rankingJson(head, group, await loadPublicAreas(transaction, head.id, group), await loadPublicUnits(transaction, head.id, group)),
}))

const bundle = ofGroup(async (transaction, head, group) => {
  const file = await bundleFile(transaction, head.id, group)
  return file.ok ? { type: 'application/json', content: String(file.value.content) } : undefined
})

const sheet: Answering = async (transaction, request) => {
  const place = await found(transaction, request)
  const { unitId = '' } = request.params as { unitId?: string }
  const unit = place && uuid.test(unitId) ? await loadPublicSheet(transaction, place.head.id, unitId) : undefined
  if (!place || !unit) return undefined
  const units = await loadPublicUnits(transaction, place.head.id, unit.unit_group)
  return page(sheetPage(place.head, unit, units.filter(({ rank }) => rank !== null).length))
}

const list: Answering = async (transaction) => page(listPage(await loadPublicHeads(transaction)))

const notFound = publicPage(words.notFound, html`<p><a href="/cong-khai">${words.backToList}</a></p>`)

const send = (reply: FastifyReply, result: Result<Answer | undefined>): FastifyReply => {
  const answer = result.ok ? result.value : undefined
  reply.header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'")
  if (!answer) return reply.code(404).type('text/html; charset=utf-8').send(notFound)
  return reply
    .header('cache-control', 'public, max-age=60, stale-while-revalidate=600')
    .type(`${answer.type}; charset=utf-8`)
    .send(answer.content)
}

/** Pages and open data that need no sign-in: light, without scripts, cacheable. */
export const servePublicPages = (app: FastifyInstance, database: Database): void => {
  const addresses: readonly (readonly [string, Answering])[] = [
    ['/cong-khai', list],
    ['/cong-khai/:id', ranking],
    ['/cong-khai/:id/don-vi/:unitId', sheet],
    ['/cong-khai/:id/xep-hang.csv', csv],
    ['/cong-khai/:id/xep-hang.json', json],
    ['/cong-khai/:id/goi.json', bundle],
  ]
  for (const [address, answer] of addresses)
    app.get(address, async (request, reply) =>
      send(reply, await actFor(database, 'publicRead', async (transaction) => accept(await answer(transaction, request)))),
    )
}
