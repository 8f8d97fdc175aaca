import { isDeepStrictEqual } from 'node:util'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import type { ClientBodyOf, ClientParamsOf, ClientQueryOf, ReplyOf, RouteContract } from '../src/contract/route.ts'
import type { ProblemMessage } from '../src/contract/shapes.ts'

export interface CallInput<Contract> {
  readonly params?: ClientParamsOf<Contract>
  readonly query?: ClientQueryOf<Contract>
  readonly body?: ClientBodyOf<Contract>
  readonly ifMatch?: number
  readonly idempotencyKey?: string
  readonly upload?: {
    readonly fileName?: string
    /** Absent: the fields come alone. */
    readonly bytes?: Buffer
    readonly mediaType?: string
    readonly fields?: Record<string, string>
  }
}

export interface CallReply<Contract> {
  readonly status: number
  /** The reply's value; reading it after a refusal throws with the refusal. */
  readonly value: ReplyOf<Contract>
  readonly problems: readonly ProblemMessage[]
  readonly raw: LightMyRequestResponse
}

export type Call = <Contract extends RouteContract>(contract: Contract, input?: CallInput<Contract>) => Promise<CallReply<Contract>>

const urlOf = (contract: RouteContract, input: CallInput<RouteContract>): string => {
  const params = (input.params ?? {}) as Record<string, string>
  const path = contract.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(input.query ?? {})) if (value !== undefined) query.set(name, String(value))
  return query.size ? `${path}?${query}` : path
}

const multipart = (upload: NonNullable<CallInput<RouteContract>['upload']>): { payload: Buffer; type: string } => {
  const boundary = 'parindex-test-boundary'
  const fields = Object.entries(upload.fields ?? {}).map(
    ([name, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  const { bytes, fileName = 'file', mediaType = 'application/octet-stream' } = upload
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${fileName}"\r\ncontent-type: ${mediaType}\r\n\r\n`
  const file = bytes ? [Buffer.from(head), bytes, Buffer.from('\r\n')] : []
  return {
    payload: Buffer.concat([Buffer.from(fields.join('')), ...file, Buffer.from(`--${boundary}--\r\n`)]),
    type: `multipart/form-data; boundary=${boundary}`,
  }
}

const isJson = (response: LightMyRequestResponse): boolean => String(response.headers['content-type'] ?? '').includes('json')

/** A reply that is not what its contract says, to the letter: nothing missing, nothing beside, nothing written otherwise. */
const checkReply = ({ method, path, reply }: RouteContract, raw: LightMyRequestResponse, value: unknown): void => {
  const fail = (why: string): never => {
    throw new Error(`${method} ${path} does not keep its contract: ${why}\n${raw.body.slice(0, 2000)}`)
  }
  if (reply === 'file') return
  if (reply === 'nothing') return raw.statusCode === 204 && raw.body === '' ? undefined : fail(`${raw.statusCode} instead of nothing`)
  const parsed = reply.safeParse(value)
  if (!parsed.success) return fail(parsed.error.message)
  if (!isDeepStrictEqual(parsed.data, value)) fail(`it says ${JSON.stringify(parsed.data).slice(0, 2000)}`)
}

/** A caller of routes by their contracts, as one person. */
export const callerOf =
  (app: FastifyInstance, cookie?: string): Call =>
  async (contract, input = {}) => {
    const form = input.upload && multipart(input.upload)
    const raw = await app.inject({
      method: contract.method,
      url: urlOf(contract, input as CallInput<RouteContract>),
      headers: {
        ...(cookie && { cookie }),
        ...(form && { 'content-type': form.type }),
        ...(input.ifMatch !== undefined && { 'if-match': `"${input.ifMatch}"` }),
        ...(input.idempotencyKey && { 'idempotency-key': input.idempotencyKey }),
      },
      ...(form ? { payload: form.payload } : input.body === undefined ? {} : { payload: input.body as object }),
    })
    const parsed: unknown = isJson(raw) && raw.body ? JSON.parse(raw.body) : undefined
    if (raw.statusCode < 400) checkReply(contract, raw, parsed)
    const problems = raw.statusCode >= 400 ? ((parsed as { problems?: ProblemMessage[] })?.problems ?? []) : []
    return {
      status: raw.statusCode,
      problems,
      raw,
      get value() {
        if (raw.statusCode >= 400) throw new Error(`${contract.method} ${contract.path} was refused (${raw.statusCode}): ${raw.body}`)
        return parsed as never
      },
    }
  }
