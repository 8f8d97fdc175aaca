import { randomUUID } from 'node:crypto'
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import Fastify, { type FastifyBaseLogger, type FastifyInstance, type FastifyReply } from 'fastify'
import { errorAt } from '../../core/problem.ts'
import type { Database } from '../database/database.ts'
import { readSession, sessionCookie } from '../session/session.ts'
import { sendProblems } from './problem-details.ts'
import { refuseOtherSites } from './same-site.ts'

export interface HttpSettings {
  readonly trustProxy: boolean | string[]
  readonly isHttps: boolean
}

/** An empty application with what every route needs: request ids, headers, cookies, uploads, problem details, the session. */
export const createHttp = async (
  database: Database,
  settings: HttpSettings,
  logger: FastifyBaseLogger | false,
): Promise<FastifyInstance> => {
  const app = Fastify({
    ...(logger ? { loggerInstance: logger } : { logger: false }),
    trustProxy: settings.trustProxy,
    genReqId: () => randomUUID(),
    bodyLimit: 8 * 1024 * 1024,
    // The largest file over a slow line of a commune takes twenty minutes; who needs longer only holds the connection.
    requestTimeout: 30 * 60 * 1000,
    // A request that has begun is answered before the server stops.
    forceCloseConnections: 'idle',
    frameworkErrors: (error, _request, reply) => answerUnreadable(error, reply as unknown as FastifyReply),
  }) as unknown as FastifyInstance
  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        frameAncestors: ["'self'"],
        upgradeInsecureRequests: settings.isHttps ? [] : null,
      },
    },
    strictTransportSecurity: settings.isHttps,
    crossOriginOpenerPolicy: settings.isHttps,
    originAgentCluster: settings.isHttps,
  })
  await app.register(cookie)
  // A figure of thousands of units is sent sooner at level 4 than at 6, and is hardly longer.
  await app.register(compress, { threshold: 1024, zlibOptions: { level: 4 } })
  await app.register(multipart, { limits: { fieldSize: 100_000, fields: 20 } })
  app.addHook('onRequest', async (request, reply) => void reply.header('x-request-id', request.id))
  app.addHook('onRequest', refuseOtherSites)
  addSession(app, database)
  answerFailures(app)
  closeIdleWhileClosing(app)
  return app
}

/**
 * Closing ends idle connections once. One whose last request was still under way then is idle a moment later, and would hold the server up for as long as
 * connections are kept: over a minute.
 */
const closeIdleWhileClosing = (app: FastifyInstance): void => {
  app.addHook('preClose', async () => {
    const again = setInterval(() => app.server.closeIdleConnections(), 100)
    app.server.once('close', () => clearInterval(again))
    again.unref()
  })
}

/** An address that cannot be read is answered before any hook runs, so it brings its headers itself. */
const answerUnreadable = (error: Error, reply: FastifyReply): void => {
  reply.headers({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  })
  sendProblems(reply, [errorAt('unreadableRequest', '', { detail: error.message })])
}

const addSession = (app: FastifyInstance, database: Database): void => {
  app.addHook('preHandler', async (request) => {
    const token = request.url.startsWith('/api/') ? request.cookies[sessionCookie] : undefined
    const session = token ? await readSession(database, token) : undefined
    if (!session) return
    request.actor = session.actor
    request.mustChangePassword = session.mustChangePassword
  })
}

/** What the parser of forms says without a status: a form without its boundary, or one that breaks off. */
const brokenForm = /^Multipart: Boundary|unexpected end of multipart data$/i

/** No connection, or one that the server ended: connection exceptions (class 08), shutdown and crash (57P01–57P03), too many connections. */
const isDatabaseAway = ({ code = '', message }: { readonly code?: string; readonly message: string }): boolean =>
  /^(08...|57P0[123]|53300|ECONNREFUSED|ECONNRESET|EPIPE|ENOENT)$/.test(code) || message.startsWith('Connection terminated')

const answerFailures = (app: FastifyInstance): void => {
  app.setErrorHandler((error: Error & { statusCode?: number; code?: string }, request, reply) => {
    const status = error.statusCode ?? 500
    if (status === 413 || error.code === 'FST_REQ_FILE_TOO_LARGE')
      return sendProblems(reply, [errorAt('tooLarge', '', { what: 'bytes', limit: '', actual: request.headers['content-length'] ?? '' })])
    if ((status >= 400 && status < 500) || brokenForm.test(error.message))
      return sendProblems(reply, [errorAt('unreadableRequest', '', { detail: error.message })])
    if (isDatabaseAway(error)) {
      request.log.error({ err: error }, 'database away')
      return sendProblems(reply.header('retry-after', '3'), [errorAt('databaseAway', '', {})])
    }
    request.log.error({ err: error }, 'unexpected')
    return sendProblems(reply, [errorAt('unexpected', '', { requestId: request.id })])
  })
}
