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

/** `/healthz`: the process answers. `/readyz`: the database answers, files can be written and jobs are worked on too. */
export const serveHealth = (
  app: FastifyInstance,
  parts: {
    readonly database: Database
    readonly filesDir: string
    /** Absent on a node that does not work on jobs. */
    readonly worker?: { readonly isAwake: () => boolean } | undefined
  },
): void => {
  app.get('/healthz', () => ({ status: 'ok' }))
  app.get('/readyz', async (request, reply) => {
    const [database, files] = await Promise.all([
      stateOf(request, 'database', sql`select 1`.execute(parts.database)),
      stateOf(request, 'files', checkWritable(parts.filesDir)),
    ])
    const jobs = parts.worker === undefined || parts.worker.isAwake() ? 'ok' : 'unavailable'
    const isReady = [database, files, jobs].every((state) => state === 'ok')
    return reply.code(isReady ? 200 : 503).send({ status: isReady ? 'ok' : 'unavailable', database, files, jobs })
  })
}
