import type { Readable } from 'node:stream'
import type { FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { RouteContract } from '../../contract/route.ts'
import { errorAt, type Problem } from '../../core/problem.ts'
import { accept, type Result } from '../../core/result.ts'
import { checkText } from './check-text.ts'
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

/** A file whose bytes are still on their way; the stream must be read to its end. */
export interface ArrivingFile {
  readonly fileName: string
  readonly stream: Readable
}

/** A request after its shape was checked; `upload` is filled in when the file has come. */
export interface ParsedRequest {
  readonly request: ActRequest<RouteContract>
  readonly arriving?: ArrivingFile
}

interface Form {
  readonly arriving?: ArrivingFile
  readonly fields: Readonly<Record<string, string>>
}

/** Longer names are cut; file systems take no longer ones either. */
const longestFileName = 255

/** A name that can be shown and sent back: without controls, marks of direction and half letters. Empty where none came, whatever the type says. */
const fileNameOf = (sent: string | undefined): string =>
  [...(sent ?? '').normalize('NFC').replace(/\p{C}/gu, '')].slice(0, longestFileName).join('')

/** Reads the text fields up to the first file, whose content comes later. */
const readForm = async (request: FastifyRequest, maxBytes: number): Promise<Form> => {
  const fields: Record<string, string> = {}
  const parts = request.parts({ limits: { fileSize: maxBytes, files: 1 } })
  for (let next = await parts.next(); !next.done; next = await parts.next()) {
    const part = next.value
    if (part.type === 'file') return { fields, arriving: { fileName: fileNameOf(part.filename), stream: part.file } }
    if (typeof part.value === 'string') fields[part.fieldname] = part.value
  }
  return { fields }
}

/** What the reader of forms throws without a status of its own is a form that it cannot read: no boundary, no end. */
const asUnreadable = (error: Error & { statusCode?: number }): never => {
  throw Object.assign(error, { statusCode: error.statusCode ?? 400 })
}

const formOf = async ({ upload }: RouteContract, request: FastifyRequest, problems: Problem[]): Promise<Form> => {
  const form = upload && request.isMultipart() ? await readForm(request, upload.maxBytes).catch(asUnreadable) : { fields: {} }
  if (upload && !upload.optional && !form.arriving) problems.push(errorAt('missingField', 'file', { field: 'file' }))
  return form
}

/** Checks path, query, body, version and upload of a request against its contract; all problems at once. */
export const parseRequest = async (contract: RouteContract, request: FastifyRequest): Promise<Result<ParsedRequest>> => {
  const problems: Problem[] = []
  const params = parsePart(contract.params, request.params, problems)
  const query = parsePart(contract.query, request.query, problems)
  const ifMatch = versionOf(contract, request.headers['if-match'], problems)
  const { arriving, fields } = await formOf(contract, request, problems)
  const body = parsePart(contract.body, contract.upload ? fields : request.body, problems)
  if (problems.length) {
    arriving?.stream.resume()
    return { ok: false, problems }
  }
  const parsed = { params, query, body, ifMatch, upload: undefined, uploadFields: fields } as unknown as ActRequest<RouteContract>
  return accept({ request: parsed, ...(arriving && { arriving }) })
}
