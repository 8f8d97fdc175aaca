import { beforeAll, describe, expect, it } from 'vitest'
import type { RouteContract } from '../src/contract/route.ts'
import { acts } from '../src/contract/acts.ts'
import { startTestApplication, type TestApplication } from './application.ts'

/** Whole numbers that are no column of four bytes: places in files, and the numbers of log entries. */
const large = new Set(['GET /api/log before', 'POST /api/units/{unitId}/uploads size', 'PUT /api/units/{unitId}/uploads/{uploadId} offset'])
const mostInColumn = 2_147_483_647

interface Described {
  readonly type?: string
  readonly maximum?: number
  readonly exclusiveMaximum?: number
}

/** Names of whole numbers that may be larger than a column holds: a database would refuse them with an error of its own. */
const unbounded = (schema: unknown, name = ''): readonly string[] => {
  if (typeof schema !== 'object' || schema === null) return []
  const { type, maximum = Infinity } = schema as Described
  const own = type === 'integer' && maximum > mostInColumn ? [name] : []
  const isNames = new Set(['properties', 'items', 'anyOf', 'oneOf', 'allOf', 'schema', 'content', 'parameters', 'requestBody'])
  return [
    ...own,
    ...Object.entries(schema).flatMap(([key, inner]) => {
      const named = (inner as { name?: unknown } | null)?.name
      return unbounded(inner, typeof named === 'string' ? named : isNames.has(key) || /^\d+$|\//.test(key) ? name : key)
    }),
  ]
}

let application: TestApplication
let operations: readonly (readonly [string, unknown])[] = []
const contracts: RouteContract[] = []
beforeAll(async () => {
  application = await startTestApplication()
  const description = await application.app.inject('/api/openapi.json')
  const { paths } = description.json<{ paths: Record<string, Record<string, { 'x-act': string; 'x-about': string }>> }>()
  operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => [`${method.toUpperCase()} ${path}`, operation] as const),
  )
  for (const [path, methods] of Object.entries(paths))
    for (const [method, operation] of Object.entries(methods))
      contracts.push({
        method: method.toUpperCase(),
        path: path.replace(/\{(\w+)\}/g, '00000000-0000-4000-8000-000000000000'),
        act: operation['x-act'],
        about: operation['x-about'],
      } as unknown as RouteContract)
})

describe('every route of the interface', () => {
  it('is described', () => {
    expect(contracts.length).toBeGreaterThan(5)
  })

  it('names an act that the policy knows, or says that anyone may', () => {
    for (const { act, path } of contracts) expect([...acts, 'anyone'], path).toContain(act)
  })

  it('refuses whoever is not signed in, with a problem in Vietnamese', async () => {
    for (const { method, path, act } of contracts) {
      if (act === 'anyone') continue
      const reply = await application.app.inject({ method: method as 'GET', url: path })
      expect(reply.statusCode, `${method} ${path}`).toBe(401)
      expect(reply.headers['content-type']).toContain('application/problem+json')
      expect(reply.json<{ title: string }>().title).toMatch(/đăng nhập/i)
    }
  })

  it('bounds every whole number that it is sent by what a column holds', () => {
    const offenders = operations.flatMap(([route, operation]) => {
      const { parameters, requestBody } = operation as Record<string, unknown>
      return unbounded({ parameters, requestBody }).map((name) => `${route} ${name}`)
    })
    expect(offenders.filter((each) => !large.has(each))).toEqual([])
  })

  it('has a path that no other route has', () => {
    const seen = contracts.map(({ method, path }) => `${method} ${path}`)
    expect(new Set(seen).size).toBe(seen.length)
  })
})

describe('an unknown address', () => {
  it('of the interface is a problem, not a page', async () => {
    const reply = await application.app.inject('/api/khong-co')
    expect(reply.statusCode).toBe(404)
    expect(reply.headers['content-type']).toContain('application/problem+json')
  })
})
