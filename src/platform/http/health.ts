import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import type { Database } from '../database/database.ts'

/** `/healthz`: the process answers. `/readyz`: the database answers too. `/metrics`: for Prometheus. */
export const serveHealth = (app: FastifyInstance, database: Database): void => {
  app.get('/healthz', () => ({ status: 'ok' }))
  app.get('/readyz', async (request, reply) => {
    try {
      await sql`select 1`.execute(database)
      return { status: 'ok', database: 'ok' }
    } catch (error) {
      request.log.error({ err: error }, 'not ready')
      return reply.code(503).send({ status: 'unavailable', database: 'unavailable' })
    }
  })
  let requests = 0
  let failures = 0
  app.addHook('onResponse', async (_request, reply) => {
    requests += 1
    if (reply.statusCode >= 500) failures += 1
  })
  app.get('/metrics', (_request, reply) =>
    reply
      .type('text/plain; version=0.0.4')
      .send(
        [
          '# TYPE parindex_requests_total counter',
          `parindex_requests_total ${requests}`,
          '# TYPE parindex_request_failures_total counter',
          `parindex_request_failures_total ${failures}`,
          '# TYPE process_resident_memory_bytes gauge',
          `process_resident_memory_bytes ${process.memoryUsage.rss()}`,
          '',
        ].join('\n'),
      ),
  )
}
