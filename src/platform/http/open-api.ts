import { z } from 'zod'
import type { RouteContract } from '../../contract/route.ts'
import { problemShape } from '../../contract/shapes.ts'

type Json = Record<string, unknown>

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any', target: 'draft-2020-12' })
  return rest
}

const parameters = (place: 'path' | 'query', schema: z.ZodType | undefined): Json[] => {
  if (!schema) return []
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as { properties?: Record<string, Json>; required?: string[] }
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }))
}

const header = (name: string): Json => ({ name, in: 'header', required: true, schema: { type: 'string' } })

const bodyOf = ({ body, upload }: RouteContract): Json => {
  if (upload) {
    const fields = (body ? schemaOf(body, 'input') : {}) as { properties?: Json; required?: string[] }
    const schema = {
      type: 'object',
      properties: { ...fields.properties, file: { type: 'string', format: 'binary' } },
      required: [...(fields.required ?? []), ...(upload.optional ? [] : ['file'])],
    }
    return { requestBody: { required: true, content: { 'multipart/form-data': { schema } } } }
  }
  return body ? { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(body, 'input') } } } } : {}
}

const replyOf = ({ reply }: RouteContract): Json => {
  if (reply === 'nothing') return { 204: { description: 'Done' } }
  if (reply === 'file') return { 200: { description: 'A file', content: { 'application/octet-stream': {} } } }
  return { 200: { description: 'Done', content: { 'application/json': { schema: schemaOf(reply, 'output') } } } }
}

const operation = (contract: RouteContract): Json => ({
  summary: contract.summary,
  tags: [contract.path.split('/')[2] ?? ''],
  'x-act': contract.act,
  'x-about': contract.about,
  security: contract.act === 'anyone' ? [] : [{ session: [] }],
  parameters: [
    ...parameters('path', contract.params),
    ...parameters('query', contract.query),
    ...(contract.versioned ? [header('If-Match')] : []),
    ...(contract.idempotent ? [header('Idempotency-Key')] : []),
  ],
  ...bodyOf(contract),
  responses: { ...replyOf(contract), default: { $ref: '#/components/responses/Problems' } },
})

/** The interface as OpenAPI 3.1, made from the very contracts that serve it. */
export const openApi = (contracts: readonly RouteContract[]): Json => {
  const paths: Record<string, Json> = {}
  for (const contract of contracts) {
    const path = contract.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [contract.method.toLowerCase()]: operation(contract) }
  }
  const problems = z.object({
    type: z.string(),
    status: z.number(),
    title: z.string(),
    instance: z.string(),
    problems: z.array(problemShape),
  })
  return {
    openapi: '3.1.0',
    info: { title: 'parindex', version: '1', license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    paths,
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'parindex_session' } },
      responses: {
        Problems: { description: 'Refused', content: { 'application/problem+json': { schema: schemaOf(problems, 'output') } } },
      },
    },
  }
}
