import type { ReplyOf, RouteContract } from '../../contract/route.ts'
import type { ProblemMessage } from '../../contract/shapes.ts'
import { shellTexts } from '../../language/pages/shell.ts'
import type { CallInput } from './call-input.ts'
import { type Answer, send } from './send.ts'
import { signInAgain } from './signed-out.ts'

/** Everything the server had against a call. `status` 0: the network did not carry it. */
export interface Refused {
  readonly ok: false
  readonly status: number
  readonly problems: readonly ProblemMessage[]
  readonly requestId?: string
}

export type ValueOf<Contract extends RouteContract> = Contract['reply'] extends 'file'
  ? Blob
  : Contract['reply'] extends 'nothing'
    ? undefined
    : ReplyOf<Contract>

export type Outcome<T> = { readonly ok: true; readonly value: T } | Refused

export const addressOf = <Contract extends RouteContract>(contract: Contract, { params, query }: CallInput<Contract> = {}): string => {
  const named = (params ?? {}) as Readonly<Record<string, string>>
  const path = contract.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(named[name] ?? ''))
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query ?? {})) if (value !== undefined && value !== '') search.set(name, String(value))
  return search.size ? `${path}?${search}` : path
}

/**
 * Calls a route by its contract. A refusal is a value with every problem in words.
 * When the session has ended, the person signs in over the page and the call is made again: nothing typed is lost.
 */
export const call = async <const Contract extends RouteContract>(
  contract: Contract,
  input: CallInput<Contract> = {},
): Promise<Outcome<ValueOf<Contract>>> => {
  const exchange = () => send({ contract, address: addressOf(contract, input), ...(input as CallInput<RouteContract>) })
  const answer = await exchange()
  if (answer.status === 401 && contract.act !== 'anyone' && (await signInAgain())) return outcomeOf(await exchange())
  return outcomeOf(answer)
}

const outcomeOf = <T>({ status, value, requestId }: Answer): Outcome<T> => {
  if (status >= 200 && status < 300) return { ok: true, value: value as T }
  const problems = (value as { problems?: readonly ProblemMessage[] } | undefined)?.problems ?? [unspoken(status)]
  return { ok: false, status, problems, ...(requestId && { requestId }) }
}

/** For answers that bring no problems: the network, or something between us and the server. */
const unspoken = (status: number): ProblemMessage => ({
  code: status === 0 ? 'offline' : 'unexpected',
  at: '',
  severity: 'error',
  message: status === 0 ? shellTexts.offline : shellTexts.serverSilent,
})
