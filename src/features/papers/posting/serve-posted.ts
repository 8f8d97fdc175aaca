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

/** Posted papers on one page, the newest first. */
const pageSize = 100

/** One order without ties, so that a page begins where the last one ended. */
const place = sql`(p.issued_on, coalesce(p.number, -1), p.id)`

/** Those after the last paper of the page before; from the start where it is posted no more. */
const after = (last: string) => sql`coalesce(${place} < (
  select p.issued_on, coalesce(p.number, -1), p.id from paper p where p.id = ${last}), true)`

const posted = (wanted: ReturnType<typeof sql>) => sql<PostedRow>`
  select p.id, p.summary, p.number, p.symbol, p.issued_on::text as issued_on, a.name as authority, o.sha256
  from paper_posting o join paper p on p.authority_id = o.authority_id and p.id = o.paper_id join authority a on a.id = p.authority_id
  where ${wanted} order by ${place} desc limit ${pageSize + 1}`

const lineOf = ({ id, summary, number, symbol, issued_on, authority }: PostedRow): Html =>
  html`<li><a href="${postedPaperPath(id)}">${summary}</a> – ${number !== null && `${texts.number(number, symbol ?? '')}, `}${formatDate(issued_on)}, ${authority}</li>`

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Posted papers: their list and each as PDF. No sign-in. */
export const servePostedPapers = (app: FastifyInstance, database: Database, filesDir: string, publicPage: PublicPage): void => {
  app.get('/cong-khai/van-ban', async (request, reply) => {
    const { sau = '' } = request.query as { readonly sau?: string }
    const wanted = uuid.test(sau) ? after(sau) : sql`true`
    const rows = await actFor(database, 'publicRead', async (transaction) => accept((await posted(wanted).execute(transaction)).rows))
    const found = rows.ok ? rows.value : []
    const papers = found.slice(0, pageSize)
    const last = found.length > pageSize && papers.at(-1)
    const body =
      papers.length === 0
        ? html`<p>${texts.none}</p>`
        : html`<ul>${papers.map(lineOf)}</ul>${last && html`<p><a href="/cong-khai/van-ban?sau=${last.id}">${texts.older}</a></p>`}`
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
