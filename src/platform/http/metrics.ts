import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

interface Counts {
  readonly requests: Map<string, number>
  seconds: number
  finished: number
}

/** Routes are few and known; an address may be anything, so what has no route of its own is counted together. */
const routeOf = ({ routeOptions }: FastifyRequest): string =>
  (routeOptions.config.contract?.path ?? routeOptions.url ?? 'other').replace(/^\/?\*$/, 'other')

const countRequest = (counts: Map<string, Counts>, request: FastifyRequest, reply: FastifyReply): void => {
  const labels = `method="${request.method}",route="${routeOf(request)}"`
  const known = counts.get(labels) ?? { requests: new Map<string, number>(), seconds: 0, finished: 0 }
  const status = `${Math.floor(reply.statusCode / 100)}xx`
  known.requests.set(status, (known.requests.get(status) ?? 0) + 1)
  known.seconds += reply.elapsedTime / 1000
  known.finished += 1
  counts.set(labels, known)
}

const linesOf = ([labels, { requests, seconds, finished }]: readonly [string, Counts]): readonly string[] => [
  ...[...requests].map(([status, count]) => `parindex_requests_total{${labels},status="${status}"} ${count}`),
  `parindex_request_seconds_sum{${labels}} ${seconds}`,
  `parindex_request_seconds_count{${labels}} ${finished}`,
]

/** `/metrics` for Prometheus: requests and their time by route, memory of the process. */
export const serveMetrics = (app: FastifyInstance): void => {
  const counts = new Map<string, Counts>()
  app.addHook('onResponse', async (request, reply) => countRequest(counts, request, reply))
  app.get('/metrics', (_request, reply) => {
    const lines = [...counts].flatMap(linesOf)
    const isTotal = (line: string): boolean => line.startsWith('parindex_requests_total')
    const text = [
      '# TYPE parindex_requests_total counter',
      ...lines.filter(isTotal),
      '# TYPE parindex_request_seconds summary',
      ...lines.filter((line) => !isTotal(line)),
      '# TYPE process_resident_memory_bytes gauge',
      `process_resident_memory_bytes ${process.memoryUsage.rss()}`,
    ]
    return reply.type('text/plain; version=0.0.4').send(`${text.join('\n')}\n`)
  })
}
