import { createReadStream } from 'node:fs'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { errorAt } from '../../../core/problem.ts'
import { accept, refuse } from '../../../core/result.ts'
import { formatDate } from '../../../language/format.ts'
import { postingTexts as texts } from '../../../language/pages/papers.ts'
import type { Database } from '../../../platform/database/database.ts'
import { actFor } from '../../../platform/database/transaction.ts'
import { storedPath } from '../../../platform/files/file-folders.ts'
import { type Html, html } from '../../../platform/http/html.ts'
import { languageOf, sendProblems } from '../../../platform/http/problem-details.ts'
import { sendFile } from '../../../platform/http/send-value.ts'
import { postedPaperPath } from './contract.ts'

/** Puts a page into the dress of the public pages, which are another feature's. */
export type PublicPage = (title: string, body: Html) => string

interface PostedRow {
  readonly id: string
  readonly summary: string
  readonly number: number | null
  readonly symbol: string | null
  readonly issued_on: string
  readonly authority: string
  readonly sha256: string
}

/** More posted papers than one page shows; the newest stand. */
const mostShown = 500

const posted = (wanted: ReturnType<typeof sql>) => sql<PostedRow>`
  select p.id, p.summary, p.number, p.symbol, p.issued_on::text as issued_on, a.name as authority, o.sha256
  from paper_posting o join paper p on p.authority_id = o.authority_id and p.id = o.paper_id join authority a on a.id = p.authority_id
  where ${wanted} order by p.issued_on desc, p.number desc nulls last, p.id limit ${mostShown}`

const lineOf = ({ id, summary, number, symbol, issued_on, authority }: PostedRow): Html =>
  html`<li><a href="${postedPaperPath(id)}">${summary}</a> – ${number !== null && `${texts.number(number, symbol ?? '')}, `}${formatDate(issued_on)}, ${authority}</li>`

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Posted papers: their list and each as PDF. No sign-in. */
export const servePostedPapers = (app: FastifyInstance, database: Database, filesDir: string, publicPage: PublicPage): void => {
  app.get('/cong-khai/van-ban', async (_request, reply) => {
    const rows = await actFor(database, 'publicRead', async (transaction) => accept((await posted(sql`true`).execute(transaction)).rows))
    const papers = rows.ok ? rows.value : []
    const body = papers.length === 0 ? html`<p>${texts.none}</p>` : html`<ul>${papers.map(lineOf)}</ul>`
    return reply
      .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'")
      .header('cache-control', 'public, max-age=60')
      .type('text/html; charset=utf-8')
      .send(publicPage(texts.listTitle, body))
  })
  app.get('/cong-khai/van-ban/:paperId', async (request, reply) => {
    const { paperId } = request.params as { paperId: string }
    const found = await actFor(database, 'publicRead', async (transaction) => {
      const [row] = uuid.test(paperId) ? (await posted(sql`p.id = ${paperId}`).execute(transaction)).rows : []
      return row ? accept(row) : refuse(errorAt('notFound', paperId, { what: 'paper' }))
    })
    if (!found.ok) return sendProblems(reply, found.problems, languageOf(request.headers['accept-language']))
    const { sha256, summary } = found.value
    const fileName = `${summary
      .replace(/[\\/:*?"<>|]/g, ' ')
      .slice(0, 120)
      .trim()}.pdf`
    return sendFile(reply, {
      fileName,
      mediaType: 'application/pdf',
      content: createReadStream(storedPath(filesDir, sha256)),
      inline: true,
    })
  })
}
