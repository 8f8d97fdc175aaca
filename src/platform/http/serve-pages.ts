import { existsSync } from 'node:fs'
import { join } from 'node:path'
import staticFiles from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { errorAt } from '../../core/problem.ts'
import { sendProblems } from './problem-details.ts'

/** Pages that stand on their own; every other address is the application's. */
const ownPages: Readonly<Record<string, string>> = { '/dang-nhap': 'dang-nhap.html' }

/** Serves the built pages; any address that is no file and no interface opens the application, which knows its own addresses. */
export const servePages = async (app: FastifyInstance, pagesDir: string): Promise<void> => {
  const hasPages = existsSync(join(pagesDir, 'index.html'))
  if (hasPages) {
    await app.register(staticFiles, {
      root: pagesDir,
      index: false,
      wildcard: false,
      preCompressed: true,
      // Names under /assets carry a hash of their content.
      setHeaders: (reply, path) =>
        void reply.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'),
    })
  }
  app.setNotFoundHandler((request, reply) =>
    hasPages && ['GET', 'HEAD'].includes(request.method) && !request.url.startsWith('/api/') && !request.url.startsWith('/assets/')
      ? reply.header('cache-control', 'no-cache').sendFile(ownPages[request.url.split('?')[0] ?? ''] ?? 'index.html')
      : sendProblems(reply, [errorAt('notFound', request.url, { what: 'page' })]),
  )
}
