import type { RouteContract } from '../../contract/route.ts'
import type { CallInput } from './call-input.ts'

/** What came back, before anybody judged it. `status` 0: nothing came. */
export interface Answer {
  readonly status: number
  readonly value?: unknown
  readonly requestId?: string
}

interface Exchange extends CallInput<RouteContract> {
  readonly contract: RouteContract
  readonly address: string
}

const headersOf = ({ ifMatch, idempotencyKey, body, upload }: Exchange): Record<string, string> => ({
  accept: 'application/json',
  'accept-language': 'vi',
  ...(ifMatch !== undefined && { 'if-match': `"${ifMatch}"` }),
  ...(idempotencyKey && { 'idempotency-key': idempotencyKey }),
  ...(body !== undefined && !upload && { 'content-type': 'application/json' }),
})

const formOf = ({ file, fields = {} }: NonNullable<CallInput<RouteContract>['upload']>): FormData => {
  const form = new FormData()
  // Fields stand before the file, so that the server knows them when the file arrives.
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  if (file) form.set('file', file)
  return form
}

const isAborted = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError'

/** One exchange with the server. Throws only when the caller has lost interest. */
export const send = async (exchange: Exchange): Promise<Answer> => {
  if (exchange.upload) return sendFile(exchange)
  try {
    const response = await fetch(exchange.address, {
      method: exchange.contract.method,
      headers: headersOf(exchange),
      ...(exchange.body !== undefined && { body: JSON.stringify(exchange.body) }),
      ...(exchange.signal && { signal: exchange.signal }),
    })
    const requestId = response.headers.get('x-request-id') ?? undefined
    return { status: response.status, value: await contentOf(response, exchange.contract), ...(requestId && { requestId }) }
  } catch (error) {
    if (isAborted(error)) throw error
    return { status: 0 }
  }
}

const contentOf = async (response: Response, contract: RouteContract): Promise<unknown> => {
  if (response.ok && contract.reply === 'file') return response.blob()
  return response.headers.get('content-type')?.includes('json') ? response.json() : undefined
}

/** Uploads go by XMLHttpRequest: fetch does not tell how much has left. */
const sendFile = (exchange: Exchange): Promise<Answer> =>
  new Promise((settle) => {
    const request = new XMLHttpRequest()
    request.open(exchange.contract.method, exchange.address)
    for (const [name, value] of Object.entries(headersOf(exchange))) request.setRequestHeader(name, value)
    request.upload.onprogress = ({ loaded, total }) => exchange.onProgress?.(total ? loaded / total : 0)
    request.onload = () => {
      const requestId = request.getResponseHeader('x-request-id') ?? undefined
      settle({ status: request.status, value: jsonOf(request.responseText), ...(requestId && { requestId }) })
    }
    request.onerror = request.onabort = () => settle({ status: 0 })
    exchange.signal?.addEventListener('abort', () => request.abort())
    request.send(exchange.upload ? formOf(exchange.upload) : null)
  })

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
