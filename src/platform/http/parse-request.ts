import type { FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { RouteContract } from '../../contract/route.ts'
import { errorAt, type Problem } from '../../core/problem.ts'
import { accept, type Result } from '../../core/result.ts'
import { checkText } from './check-text.ts'
import { type ArrivingFile, readForm } from './read-form.ts'
import type { ActRequest } from './request.ts'

const shown = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).slice(0, 200)

const at = (root: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined),
    root,
  )

const problemOf = (issue: z.core.$ZodIssue, input: unknown): Problem => {
  const field = issue.path.map(String).join('.')
  const value = at(input, issue.path)
  if (value === undefined) return errorAt('missingField', field, { field })
  if (issue.message === 'points') return errorAt('invalidPoints', field, { value: shown(value) })
  const expected =
    issue.code === 'invalid_value' ? issue.values.map(String).join(', ') : 'expected' in issue ? String(issue.expected) : issue.code
  return errorAt('invalidValue', field, { field, value: shown(value), expected })
}

/** Every doubt about one part of a request as problems; absent schemas take nothing, yet what comes is looked at: its hash is taken. */
const parsePart = (schema: z.ZodType | undefined, input: unknown, problems: Problem[]): unknown => {
  const unstorable = checkText(input)
  problems.push(...unstorable)
  if (!schema || unstorable.length) return undefined
  const parsed = schema.safeParse(input ?? {})
  if (parsed.success) return parsed.data
  problems.push(...parsed.error.issues.map((issue) => problemOf(issue, input)))
  return undefined
}

const versionOf = (contract: RouteContract, header: string | undefined, problems: Problem[]): number => {
  const version = Number(/^(?:W\/)?"?(\d{1,9})"?$/.exec(header ?? '')?.[1])
  if (contract.versioned && Number.isNaN(version)) problems.push(errorAt('missingField', 'If-Match', { field: 'If-Match' }))
  return version
}

/** A request after its shape was checked; `upload` is filled in when the file has come. */
export interface ParsedRequest {
  readonly request: ActRequest<RouteContract>
  readonly arriving?: ArrivingFile
}

/** Checks path, query, body, version and upload of a request against its contract; all problems at once. */
export const parseRequest = async (contract: RouteContract, request: FastifyRequest): Promise<Result<ParsedRequest>> => {
  const problems: Problem[] = []
  const params = parsePart(contract.params, request.params, problems)
  const query = parsePart(contract.query, request.query, problems)
  const ifMatch = versionOf(contract, request.headers['if-match'], problems)
  const { arriving, fields } = await readForm(contract, request, problems)
  const body = parsePart(contract.body, contract.upload ? fields : request.body, problems)
  if (problems.length) {
    arriving?.stream.resume()
    return { ok: false, problems }
  }
  const parsed = { params, query, body, ifMatch, upload: undefined, uploadFields: fields } as unknown as ActRequest<RouteContract>
  return accept({ request: parsed, ...(arriving && { arriving }) })
}
