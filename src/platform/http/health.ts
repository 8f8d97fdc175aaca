import type { FastifyInstance, FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import type { Database } from '../database/database.ts'
import { checkWritable } from '../files/file-folders.ts'

/** Whether a part answers; why not goes to the log. */
const stateOf = async (request: FastifyRequest, part: string, check: Promise<unknown>): Promise<'ok' | 'unavailable'> => {
  try {
    await check
    return 'ok'
  } catch (error) {
    request.log.error({ err: error, part }, 'not ready')
    return 'unavailable'
  }
}

/** `/healthz`: the process answers. `/readyz`: the database answers and files can be written too. */
export const serveHealth = (app: FastifyInstance, parts: { readonly database: Database; readonly filesDir: string }): void => {
  app.get('/healthz', () => ({ status: 'ok' }))
  app.get('/readyz', async (request, reply) => {
    const [database, files] = await Promise.all([
      stateOf(request, 'database', sql`select 1`.execute(parts.database)),
      stateOf(request, 'files', checkWritable(parts.filesDir)),
    ])
    const isReady = database === 'ok' && files === 'ok'
    return reply.code(isReady ? 200 : 503).send({ status: isReady ? 'ok' : 'unavailable', database, files })
  })
}
