import { createReadStream } from 'node:fs'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { errorAt } from '../../core/problem.ts'
import { accept, refuse } from '../../core/result.ts'
import type { Database } from '../../platform/database/database.ts'
import { actFor } from '../../platform/database/transaction.ts'
import { storedPath } from '../../platform/files/file-folders.ts'
import { languageOf, sendProblems } from '../../platform/http/problem-details.ts'
import { sendFile } from '../../platform/http/send-value.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

interface PublicCopy {
  readonly sha256: string
  readonly file_name: string
  readonly media_type: string
}

/** The redacted copy of a document that its unit opened to everybody: the newest one, and nothing else of it. No sign-in. */
export const servePublicDocuments = (app: FastifyInstance, database: Database, filesDir: string): void => {
  app.get('/cong-khai/tai-lieu/:evidenceId', async (request, reply) => {
    const { evidenceId } = request.params as { evidenceId: string }
    const notFound = errorAt('notFound', evidenceId, { what: 'file' })
    const found = await actFor(database, 'publicRead', async (transaction) => {
      if (!uuid.test(evidenceId)) return refuse(notFound)
      const { rows } = await sql<PublicCopy>`
        select f.sha256, f.file_name, s.media_type from evidence e
        join evidence_file f on f.evidence_id = e.id and f.kind = 'redactedCopy'
        join stored_file s on s.authority_id = f.authority_id and s.sha256 = f.sha256
        where e.id = ${evidenceId} and e.is_public order by f.number desc limit 1`.execute(transaction)
      return rows[0] ? accept(rows[0]) : refuse(notFound)
    })
    if (!found.ok) return sendProblems(reply, found.problems, languageOf(request.headers['accept-language']))
    const { sha256, file_name: fileName, media_type: mediaType } = found.value
    return sendFile(reply, { fileName, mediaType, content: createReadStream(storedPath(filesDir, sha256)) })
  })
}
